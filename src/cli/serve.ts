/** Shows the site as it was built, until it is stopped. */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, resolve } from "node:path";
import type { ExitCode, Surroundings } from "./command.ts";
import { marked } from "./output.ts";
import { respond } from "./respond.ts";
import { clear } from "./workshop.ts";

/** Serves a built site, to this machine only, from the port or the next one that is free. Ends where there is no site. */
export async function preview(folder: string, port: number, { cwd, out, talk }: Surroundings): Promise<ExitCode> {
  const site = resolve(cwd, folder);
  if (existsSync(dirname(site))) clear(dirname(site)); // where a build was killed in its swap, the last site comes back
  const base = marked(site);
  if (base === undefined) {
    talk(`There is no site in ${folder} yet. Build it first: rapport build --out ${folder}`);
    return 1;
  }
  const server = await listening((request, answer) => respond(site, base, request, answer), port);
  out(`http://localhost:${(server.address() as AddressInfo).port}${base}`);
  talk("Ctrl-C stops it.");
  await once(server, "close");
  return 0;
}

/** A server at a port, or at one of the next nine where that is taken. */
async function listening(listener: RequestListener, port: number): Promise<Server> {
  for (let next = port; ; next += 1) {
    const server = createServer(listener).listen(next, "localhost");
    try {
      await once(server, "listening");
      return server;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || next === port + 9) throw error;
    }
  }
}
