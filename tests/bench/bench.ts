/**
 * How long Rapport takes and how much memory, beside the same pages made by Eleventy, and beside the least that
 * anything has to do. All in one run, one after the other, so that a busy machine is as busy for each:
 *
 *   npm run bench                    100 and 1,000 audits
 *   npm run bench -- --all           5,000 as well
 *   npm run bench -- --sizes 50      other numbers of audits
 *   npm run bench -- --runs 3        each build so many times; the median is what counts
 *   npm run bench -- --markdown      writes the table into README.md
 *
 * What is compared. The audits are generated (generation.ts, seeded). Eleventy makes the report, the full report,
 * the brief, the summary, the service, the lists, the comparisons and the files beside the reports, in Nunjucks
 * from the view models of src/report, which its data file computes with our own core after js-yaml and ajv; then
 * the Pagefind command line indexes the reports, as they are rendered, where Rapport gives it lean records.
 * same-pages.ts holds that the pages say the same to the letter and have about as many bytes. Rapport also checks
 * what a schema can't say, and builds guidance, criteria and search pages, whose share is printed. The floor
 * (floor.ts) judges nothing and renders nothing: it reads, writes and indexes as much.
 * Memory is what all processes of a build hold at once. The form's figures (form.ts) are those of its scripts.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../core/yardstick.ts";
import { changeOne, eleventyAndPagefind, floor, type Ground, installed, rapport } from "./contestants.ts";
import { formFigures } from "./form.ts";
import { generate } from "./generation.ts";
import { middle, type Run, run } from "./measure.ts";
import { besides, holdSame } from "./same-pages.ts";
import { machine, type Row, table, withTable } from "./table.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,1000" },
    all: { type: "boolean", default: false },
    runs: { type: "string" },
    markdown: { type: "boolean", default: false },
  },
});
const sizes = [...values.sizes.split(",").map(Number), ...(values.all ? [5000] : [])];
const talk = (line: string) => process.stderr.write(`${line}\n`);
const folder = join(root, ".rapport", "bench");
const on = machine();

rmSync(folder, { recursive: true, force: true });
installed();
const rows: Row[] = [...(await commands())];
for (const size of sizes) rows.push(...(await builds(size)));
rows.push(...(await form()));

process.stdout.write(`${on}\n\n${table(rows)}\n`);
if (values.markdown) {
  const readme = join(root, "README.md");
  writeFileSync(readme, withTable(readFileSync(readme, "utf8"), on, rows));
}

/** A small command, many times. */
async function commands(): Promise<Row[]> {
  const often = async (args: readonly string[]) => {
    const runs = [await run(args)];
    for (let left = 7; left > 0; left -= 1) runs.push(await run(args));
    return middle(runs.slice(1)); // the first warms the disk
  };
  talk("Commands on one file");
  const one = await often(["src/cli/rapport.mjs", "check", "audits/harbour-lane/2025.yaml"]);
  return [
    { what: "an empty Node", ...(await often(["-e", "0"])) },
    { what: "check one file", ...one, aim: ["under 120 ms", one.ms < 120] },
  ];
}

/** The form in a browser, on a machine made four times as slow. */
async function form(): Promise<Row[]> {
  talk("The form in a browser");
  const site = join(folder, String(sizes[0]), "rapport");
  return (await formFigures(site)).map(({ what, figure, unit, aim: most }) => ({
    what,
    ...(unit === "KB" ? { kb: figure } : { ms: figure }),
    ...(most === undefined ? {} : { aim: [`under ${most} ${unit}`, figure < most] as const }),
  }));
}

/** Everything that is measured with so many audits. */
async function builds(size: number): Promise<Row[]> {
  const ground: Ground = { audits: join(folder, String(size), "audits"), folder: join(folder, String(size)) };
  mkdirSync(ground.folder, { recursive: true });
  generate(size, ground.audits);
  const all = size.toLocaleString("en-GB");
  const made = { full: [] as Run[], again: [] as Run[], eleventy: [] as Run[], floor: [] as Run[] };
  for (let round = 0; round < (values.runs ? Number(values.runs) : size > 500 ? 1 : 3); round += 1) {
    talk(`${all} audits, round ${round + 1}: Rapport, Eleventy, the floor`);
    made.full.push(await rapport(ground, "from nothing"));
    made.eleventy.push(await eleventyAndPagefind(ground));
    if (round === 0) holdSame(join(ground.folder, "rapport"), join(ground.folder, "eleventy"));
    made.floor.push(await floor(ground));
    changeOne(ground.audits, round);
    made.again.push(await rapport(ground, "once more"));
  }
  const [full, again, eleventy, least] = [made.full, made.again, made.eleventy, made.floor].map(middle) as [
    Took,
    Took,
    Took,
    Took,
  ];
  const { files, percent } = besides(join(ground.folder, "rapport"), join(ground.folder, "eleventy"));
  talk(`Rapport's site has ${files} files besides, ${percent} % of its bytes`);
  const check = await run(["src/cli/rapport.mjs", "check", ground.audits]);
  const aimed = size >= 1000;
  return [
    ...(await stages(ground.audits, all)),
    {
      what: `check ${all} files`,
      ...check,
      ...(size === 1000 ? { aim: ["under 3 s", check.ms < 3000] as const } : {}),
    },
    {
      what: `build ${all} reports with search`,
      ...full,
      ...(size === 5000 ? { aim: ["under 1 GB", full.mb < 1024] as const } : {}),
    },
    {
      what: `the same after one change in ${all}`,
      ...again,
      ...aim(aimed, "5 times as fast", full.ms / again.ms, full.ms / again.ms >= 5),
    },
    {
      what: `the same ${all} by Eleventy`,
      ...eleventy,
      ...aim(aimed, "Rapport 1.5 times as fast", eleventy.ms / full.ms, eleventy.ms / full.ms >= 1.5),
    },
    {
      what: `the floor of ${all}`,
      ...least,
      ...aim(aimed, "Rapport within 2.5 times", full.ms / least.ms, full.ms / least.ms <= 2.5),
    },
  ];
}

type Took = ReturnType<typeof middle>;

/** An aim with what was reached. */
function aim(aimed: boolean, says: string, reached: number, met: boolean): { aim?: [string, boolean] } {
  return aimed ? { aim: [`${says} (${reached.toFixed(2)})`, met] } : {};
}

/** Reading and judging inside one process, without its start. */
async function stages(audits: string, all: string): Promise<Row[]> {
  const ours = JSON.parse((await run(["tests/bench/stages.ts", audits])).stdout);
  const plain = JSON.parse((await run(["tests/bench/stages.ts", audits, "--plain"])).stdout);
  return [
    { what: `read and check ${all} files, in the process`, ms: ours.read },
    { what: "of that, the YAML", ms: ours.parse },
    { what: `judge ${all} audits, in the process`, ms: ours.judge },
    { what: `js-yaml and ajv on ${all} files, in the process`, ms: plain.read },
  ];
}
