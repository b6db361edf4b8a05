import { rmSync } from "node:fs";
import { join } from "node:path";
import { asItIs, type Bench, emptyFolder, publishing, started, starting, Tally } from "./service.ts";

const WRITERS = { start: starting, publish: publishing } as const;

/** How long a writer takes on a new file, so that kills fall into all of it. */
async function duration(url: string, path: string, data: string): Promise<number> {
  rmSync(path, { force: true });
  const begin = performance.now();
  await publishing(url, data).ended;
  return performance.now() - begin;
}

/**
 * Kills a process that starts or publishes at a random moment, on a new file and on one with another
 * state. Then the file must be missing or have a whole state, and a start must give the right answers.
 */
export async function kills(bench: Bench, count: number, lane = 0): Promise<Tally> {
  const { dir, states } = bench;
  const tally = new Tally();
  const folder = emptyFolder(dir, `kills-${lane}`);
  const path = join(folder, "db");
  const url = `file:${path}`;
  const whole = new Set(["missing", ...states.map((s) => s.fingerprint)]);
  const takes = await duration(url, path, states[0]?.data ?? "");
  for (let i = 0; i < count && !bench.stopped; i++) {
    tally.done++;
    const fresh = i % 3 === 0;
    if (fresh) for (const suffix of ["", ".sha256"]) rmSync(path + suffix, { force: true });
    const state = states[i % states.length];
    if (!state) break;
    const name = i % 2 === 0 ? "start" : "publish";
    const { child, ended } = WRITERS[name](url, state.data);
    const timer = setTimeout(() => child.kill("SIGKILL"), (0.3 + 0.8 * Math.random()) * takes);
    if (name === "publish") void ended.then(() => clearTimeout(timer));
    const { signal } = await ended;
    tally.add(`${name}, ${fresh ? "new file" : "old file"}: ${signal ? "killed" : "ended before"}`);
    const left = await asItIs(path);
    if (!whole.has(left)) tally.fail(`${name}: the file is ${left.length > 20 ? "a mixture" : left}`);
    const after = await started(path, state.data);
    if (after.fingerprint !== state.fingerprint) tally.fail(`${name}: wrong answers after the start`);
    if (after.lines.some((line) => /damaged|no checksum/.test(line)))
      tally.fail(`${name}: ${after.lines.join(" ")}`);
  }
  rmSync(folder, { recursive: true });
  return tally;
}
