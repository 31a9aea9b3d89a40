/**
 * Tries damaged and unusual audits on reading, judging and the report, and hostile ones on the built pages:
 *   npm run fuzz -- --runs 100000 --seed 1 --pages 200
 * Says what is wrong with the number of its run; `--run 17` does that one again and prints its text. Ends with
 * 1 where anything is wrong. A run that has not ended after a minute is stopped and told. How far it is goes to
 * stderr, so that a run that is stopped has told what it did.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { textOf } from "./run.ts";
import { tried } from "./trial.ts";

/** Processor time, not time on the clock: a busy machine makes nothing wrong. */
const mostMs = 1000;
const hangMs = 60_000;
const perReport = 20;
const perTold = 1000;

/** What a thread did since it last reported. */
interface Done {
  readonly next: number;
  readonly reports: number;
  readonly slowest: number;
  readonly wrong: readonly string[];
}

interface Share {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

if (isMainThread) await main();
else work(workerData as Share);

/** Runs a share of the numbers, in a thread. */
function work({ seed, from, to }: Share): void {
  for (let start = from; start < to; start += perReport) {
    const next = Math.min(to, start + perReport);
    let reports = 0;
    let slowest = 0;
    const wrong: string[] = [];
    for (let run = start; run < next; run += 1) {
      const { reached, ms, wrong: found } = once(seed, run);
      reports += reached === "report" ? 1 : 0;
      slowest = Math.max(slowest, ms);
      wrong.push(...found.map((what) => `run ${run}: ${what}`));
    }
    parentPort?.postMessage({ next, reports, slowest, wrong } satisfies Done);
  }
}

function once(seed: number, run: number) {
  const { text, meant } = textOf(seed, run);
  const before = process.threadCpuUsage();
  const { reached, wrong } = tried(text, meant);
  const { user, system } = process.threadCpuUsage(before);
  const ms = (user + system) / 1000;
  return { reached, ms, wrong: ms > mostMs ? [...wrong, `it takes ${Math.round(ms)} ms`] : wrong };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: "100000" },
      seed: { type: "string", default: "1" },
      pages: { type: "string", default: "200" },
      run: { type: "string" },
    },
  });
  const [runs, seed, pages] = [Number(values.runs), Number(values.seed), Number(values.pages)];
  if (values.run !== undefined) {
    const { ms, reached, wrong } = once(seed, Number(values.run));
    say(`${textOf(seed, Number(values.run)).text}\n${reached}, ${Math.round(ms)} ms\n${wrong.join("\n")}`);
    process.exitCode = wrong.length > 0 ? 1 : 0;
    return;
  }
  const start = performance.now();
  const threads = Math.min(availableParallelism(), Math.ceil(runs / perReport));
  const shares = Array.from({ length: threads }, (_, index) => ({
    seed,
    from: Math.floor((runs * index) / threads),
    to: Math.floor((runs * (index + 1)) / threads),
  }));
  let done = 0;
  const count = (more: number) => {
    if (Math.floor((done + more) / perTold) > Math.floor(done / perTold)) process.stderr.write(`${done + more} runs\n`);
    done += more;
  };
  const told = await Promise.all(shares.map((share) => inThread(share, count)));
  const wrong = told.flatMap((one) => one.wrong);
  const reports = told.reduce((sum, one) => sum + one.reports, 0);
  const slowest = Math.max(0, ...told.map((one) => one.slowest));
  say(
    `${runs} runs of seed ${seed}, ${reports} of them to the end of the report, the slowest ${Math.round(slowest)} ms`,
  );
  if (pages > 0) {
    const { hostilePages } = await import("./pages.ts");
    const { count, wrong: found } = hostilePages(pages, seed);
    say(`${count} pages of ${pages} hostile audits`);
    wrong.push(...found);
  }
  say(`${Math.round((performance.now() - start) / 1000)} s, ${wrong.length} wrong`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

/** Runs a share in a thread, and says what is wrong as it is found. */
function inThread(
  share: Share,
  count: (more: number) => void,
): Promise<{ reports: number; slowest: number; wrong: string[] }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: share });
  const all = { reports: 0, slowest: 0, wrong: [] as string[] };
  return new Promise((resolve, reject) => {
    let next = share.from;
    const hangs = () => {
      all.wrong.push(`one of runs ${next} to ${next + perReport - 1} does not end`);
      say(all.wrong.at(-1) ?? "");
      void worker.terminate();
    };
    let timer = setTimeout(hangs, hangMs);
    worker.on("message", (done: Done) => {
      clearTimeout(timer);
      timer = setTimeout(hangs, hangMs);
      count(done.next - next);
      next = done.next;
      all.reports += done.reports;
      all.slowest = Math.max(all.slowest, done.slowest);
      all.wrong.push(...done.wrong);
      for (const one of done.wrong) say(one);
    });
    worker.on("error", reject);
    worker.on("exit", () => {
      clearTimeout(timer);
      resolve(all);
    });
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
