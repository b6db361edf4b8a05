import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseRecord, type RecordFile } from "../src/records/files.ts";
import { recordText } from "../src/records/format.ts";
import { lint } from "../src/records/validate.ts";
import { generated } from "./generate.ts";

/*
 * The CPU time of `npm run validate`, npm included: of the records in data/, and of generated ones.
 *
 *   npm run bench:validate                       1,000 platforms
 *   npm run bench:validate -- --platforms 5000
 */
const { values } = parseArgs({
  options: { platforms: { type: "string", default: "1000" }, runs: { type: "string", default: "5" } },
});
const count = Number(values.platforms);
const runs = Number(values.runs);

/** Records as files: some more than are needed, because a few have the problems of their templates' exceptions. */
function filesOf(): RecordFile[] {
  const { platforms, operators } = generated(count * 2);
  const file = (kind: "operator" | "platform", record: { id: string }) =>
    parseRecord(kind, record.id, `${kind}s/${record.id}.json`, recordText(kind, record));
  return [
    ...operators.map((operator) => file("operator", operator)),
    // An app belongs to one platform.
    ...platforms.map(({ apps: _, ...platform }) => file("platform", platform)),
  ];
}

/** Writes a data directory without problems. */
function writeGenerated(dir: string): void {
  const files = filesOf();
  const wrong = new Set(lint(files, undefined).map(({ file }) => file));
  const right = files.filter(({ path }) => !wrong.has(path));
  const platforms = right.filter(({ kind }) => kind === "platform").slice(0, count);
  if (platforms.length < count) throw new Error(`Only ${platforms.length} of ${count} platforms are valid.`);
  for (const folder of ["platforms", "operators"]) mkdirSync(join(dir, folder));
  for (const { path, text } of [...right.filter(({ kind }) => kind === "operator"), ...platforms])
    writeFileSync(join(dir, path), text);
}

/** CPU time of a command and its children, in seconds, and the last line that it printed. */
function cpuOf(args: readonly string[]): { seconds: number; line: string } {
  const program = `const {spawnSync} = require("node:child_process");
const {stdout} = spawnSync("npm", ${JSON.stringify(["run", "-s", "validate", "--", ...args])}, {encoding: "utf8"});
const {readFileSync} = require("node:fs");
const [, utime, stime] = /\\) (?:\\S+ ){13}(\\d+) (\\d+)/.exec(readFileSync("/proc/self/stat", "utf8"));
console.log(JSON.stringify({seconds: (Number(utime) + Number(stime)) / 100, line: stdout.trim().split("\\n").at(-1)}));`;
  return JSON.parse(spawnSync(process.execPath, ["-e", program], { encoding: "utf8" }).stdout);
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

/** Changes a word in the summary of one platform. */
function edit(dir: string, round: number): void {
  const [name = ""] = readdirSync(join(dir, "platforms")).slice(7);
  const path = join(dir, "platforms", name);
  const record = JSON.parse(readFileSync(path, "utf8")) as { summary: string };
  record.summary = `${record.summary.replace(/ Round \d+\.$/, "")} Round ${round}.`;
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
}

const scratch = mkdtempSync(join(tmpdir(), "bench-validate-"));
try {
  const [real, made] = [join(scratch, "real"), join(scratch, "generated")];
  cpSync("data", real, { recursive: true });
  mkdirSync(made);
  writeGenerated(made);
  for (const [name, dir] of [
    ["data/", real],
    [`${count} generated platforms`, made],
  ] as const) {
    rmSync("build/validated", { recursive: true, force: true });
    const args = ["--data", dir];
    const measured = (before: (round: number) => void): string => {
      const found = Array.from({ length: runs }, (_, round) => {
        before(round);
        return cpuOf(args).seconds;
      });
      return median(found).toFixed(2);
    };
    const { line } = cpuOf(args);
    const all = measured(() => rmSync("build/validated", { recursive: true, force: true }));
    const edited = measured((round) => edit(dir, round));
    cpuOf(args);
    console.log(
      `${name}: ${line} All read: ${all} s CPU; after an edit: ${edited} s; unchanged since: ${measured(() => {})} s (medians of ${runs}).`,
    );
  }
} finally {
  rmSync(scratch, { recursive: true });
}
