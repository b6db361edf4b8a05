import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { releaseProblems } from "../../src/history/release-problems.ts";
import { readReleases } from "../../src/history/releases.ts";
import type { ReleaseLedger } from "../../src/model/index.ts";
import { type Bench, emptyFolder, program, Tally } from "./service.ts";

const release = (...args: string[]) => program(["src/entry/cli/adu.ts", "release", ...args]);
const cutting = (data: string) => release("--date", "2026-11-21", "--data", data);

/** The files of the ledgers, by name. */
const ledgersOf = (data: string): Map<string, string> =>
  new Map(
    readdirSync(join(data, "releases"))
      .sort()
      .map((name) => [name, readFileSync(join(data, "releases", name), "utf8")]),
  );
const same = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  JSON.stringify([...a]) === JSON.stringify([...b]);

/** Are the ledgers those of a release on another day, because its own was cut off? */
function sameButDay(
  left: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  whole: ReadonlyMap<string, string>,
): boolean {
  const [name, text] = [...whole].at(-1) as [string, string];
  const [a, b] = [text, [...after.values()].at(-1) ?? "{}"].map((t) => JSON.parse(t) as ReleaseLedger);
  if (/"date": "....-..-.."/.test(left.get(name) ?? "") || !a || !b) return false;
  return JSON.stringify([a.changes, a.records]) === JSON.stringify([b.changes, b.records]);
}

/** A release that is cut while files can have at most some kilobytes, as where the disk is full. */
const onFullDisk = (data: string, kilobytes: number) =>
  program(
    [
      "-c",
      'ulimit -f "$1"; shift; exec "$0" src/entry/cli/adu.ts release --date 2026-11-21 --data "$@"',
      process.execPath,
      String(kilobytes),
      data,
    ],
    {},
    "bash",
  );

/** How a release is stopped. Each gives what it ended with. */
type Stop = (data: string, whole: ReadonlyMap<string, string>, takes: number) => Promise<string>;

const STOPS: Readonly<Record<string, Stop>> = {
  async "killed at a random moment"(data, _, takes) {
    const { child, ended } = cutting(data);
    setTimeout(() => child.kill("SIGKILL"), (0.3 + 0.8 * Math.random()) * takes);
    return (await ended).signal ? "killed" : "ended before";
  },
  async "killed while the ledger is written"(data, whole) {
    const { child, ended } = cutting(data);
    const timer = setInterval(() => ledgersOf(data).size > whole.size - 1 && child.kill("SIGKILL"), 1);
    const { signal } = await ended;
    clearInterval(timer);
    return signal ? "killed" : "ended before";
  },
  async "out of disk"(data, whole) {
    const { length: bytes } = [...whole.values()].at(-1) as string;
    const { code, output } = await onFullDisk(data, Math.floor((Math.random() * bytes) / 1024)).ended;
    if (code !== 0 && !/no space left|too large/.test(output))
      return `WRONG: it says ${output.slice(0, 300)}`;
    return code === 0 ? "ended before" : "refused in words";
  },
  /** What a power failure leaves, or a program that does not flush. */
  async "the ledger cut off"(data, whole) {
    const [name, text] = [...whole].at(-1) as [string, string];
    writeFileSync(join(data, "releases", name), text.slice(0, Math.floor(Math.random() * text.length)));
    return "cut off";
  },
  async "a repair killed"(data, whole, takes) {
    const [name, text] = [...whole].at(-1) as [string, string];
    // After its day: a ledger that is cut again with another one needs no second repair.
    const from = text.indexOf('"notes"');
    const to = from + Math.floor(Math.random() * (text.length - from));
    writeFileSync(join(data, "releases", name), text.slice(0, to));
    const { child, ended } = release("repair", "--data", data);
    setTimeout(() => child.kill("SIGKILL"), (0.3 + 0.8 * Math.random()) * takes);
    return (await ended).signal ? "killed" : "ended before";
  },
};

/**
 * Stops `release` in every way. Then the releases must be those before, or with the new one whole, or the
 * validator names the command that repairs them; the command, and another release where none was cut, must
 * give the very ledgers of a release that was not stopped.
 */
export async function releases(bench: Bench, count: number, lane = 0): Promise<Tally> {
  const tally = new Tally();
  const folder = emptyFolder(bench.dir, `releases-${lane}`);
  const data = join(folder, "data");
  const given = bench.states[1]?.data ?? "";
  cpSync(given, data, { recursive: true });
  // A repository of its own: no branch of another one is asked for its releases.
  execFileSync("git", ["init", "-q", data]);
  const begin = performance.now();
  const { code, output } = await cutting(data).ended;
  const takes = performance.now() - begin;
  if (code !== 0) throw new Error(output);
  const whole = ledgersOf(data);
  const before = ledgersOf(given);
  const kinds = Object.keys(STOPS);
  for (let i = 0; i < count && !bench.stopped; i++) {
    tally.done++;
    rmSync(join(data, "releases"), { recursive: true });
    cpSync(join(given, "releases"), join(data, "releases"), { recursive: true });
    const kind = kinds[i % kinds.length] as string;
    const ended = await (STOPS[kind] as Stop)(data, whole, takes);
    if (ended.startsWith("WRONG")) tally.fail(`${kind}: ${ended}`);
    const left = ledgersOf(data);
    const problems = releaseProblems(data);
    const state = same(left, before) ? "as before" : same(left, whole) ? "all of it" : "to be repaired";
    tally.add(`release, ${kind}: ${ended}, ${state}`);
    if (state === "to be repaired") {
      if (!problems.some((p) => p.fix.includes("release -- repair")))
        tally.fail(`${kind}: nothing says how to repair it: ${[...left.keys()]}`);
      // What is left beside a ledger stops no one; half of one stops readers, with the command in the message.
      if (![...left].some(([name, text]) => name.endsWith(".json") && whole.get(name) !== text))
        readReleases(data);
    } else if (problems.length > 0) tally.fail(`${kind}: ${problems.map((p) => p.found)}`);
    const repaired = await release("repair", "--data", data).ended;
    if (repaired.code !== 0) tally.fail(`${kind}: repair ended with ${repaired.code}: ${repaired.output}`);
    if (existsSync(join(data, "releases")) && !same(ledgersOf(data), whole)) await cutting(data).ended;
    const after = ledgersOf(data);
    if (!same(after, whole) && !sameButDay(left, after, whole))
      tally.fail(`${kind}: other ledgers after the repair: ${repaired.output}`);
  }
  rmSync(folder, { recursive: true });
  return tally;
}
