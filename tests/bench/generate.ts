/** Audits for the benchmark: the Harbour Lane audit with other numbers and answers, from a seed. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes so many audits below `folder`, one service each. */
export function generate(count: number, folder: string, root: string): void {
  const model = readFileSync(join(root, "audits/harbour-lane/2025.yaml"), "utf8");
  let state = 42;
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const practice = ["routine", "discretionary", "on_request", "absent", "unknown"];
  for (let index = 0; index < count; index += 1) {
    const id = `service-${String(index).padStart(5, "0")}`;
    const text = model
      .replace("id: harbour-lane", `id: ${id}`)
      .replace(/name: Harbour Lane.*/, `name: Service ${index} (invented)`)
      .replaceAll(/: (routine|discretionary)$/gm, () => `: ${practice[random(practice.length)]}`);
    mkdirSync(join(folder, id), { recursive: true });
    writeFileSync(join(folder, id, "2025.yaml"), text);
  }
}
