/** Builds the site again whenever what it is made from changes; each build is a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, watch as observe } from "node:fs";
import { dirname, resolve } from "node:path";
import { settingsFile } from "../reading/settings.ts";
import type { BuildOptions } from "./build.ts";
import type { ExitCode, Surroundings } from "./command.ts";

/** So long nothing more may change before a build begins, in milliseconds: a save is often several changes. */
const quiet = 150;

/** Builds, and builds again after each change. Ends by itself only where the first build is refused as wrong use. */
export async function watch(options: BuildOptions, { cwd, criteria, talk }: Surroundings): Promise<ExitCode> {
  const audits = resolve(cwd, options.audits);
  const { fresh, ...values } = { ...options, criteria: criteria?.folder };
  const given = [
    ...(fresh ? ["--fresh"] : []),
    ...Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
  ];
  const build = async (): Promise<ExitCode> => {
    const child = spawn(process.execPath, [process.argv[1] ?? "", "build", ...given], { cwd, stdio: "inherit" });
    const [code] = await once(child, "exit");
    return code ?? 3;
  };

  let changed = Promise.withResolvers<void>();
  const change = () => changed.resolve();
  const watchers = existsSync(audits) ? observing(audits, criteria?.folder, cwd, change) : [];
  process.once("SIGINT", () => process.exit(130));
  for (let first = true; ; first = false) {
    changed = Promise.withResolvers();
    const code = await build();
    if (first && code === 2) {
      for (const watcher of watchers) watcher.close();
      return code;
    }
    if (first) talk(`Watching ${options.audits} and ${settingsFile}. Ctrl-C stops it.`);
    await changed.promise;
    await new Promise((done) => setTimeout(done, quiet));
  }
}

/** Watches the audits, and the folders that may hold the settings for the files of the site's own look. */
function observing(audits: string, criteria: string | undefined, cwd: string, change: () => void) {
  const look = /^rapport\.yaml$|\.(svg|png|jpg|webp)$/;
  const folders = [...new Set([dirname(audits), cwd])];
  return [
    ...[audits, ...(criteria ? [criteria] : [])].map((folder) =>
      observe(folder, { recursive: true }, (_, name) => {
        if (!name?.startsWith(".")) change();
      }),
    ),
    ...folders.map((folder) => observe(folder, (_, name) => (name !== null && look.test(name) ? change() : undefined))),
  ];
}
