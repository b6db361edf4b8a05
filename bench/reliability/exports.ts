import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Bench, emptyFolder, program, Tally } from "./service.ts";

const exporting = (out: string, data: string) =>
  program(["src/entry/cli/adu.ts", "export", "--out", out, "--data", data]);

/** The digest of SHA256SUMS; undefined where there is none, or where a file is not what it says. */
function sumsOf(dir: string): { sums: string | undefined; wrong: string | undefined } {
  const path = join(dir, "SHA256SUMS");
  if (!existsSync(path)) return { sums: undefined, wrong: undefined };
  const sums = readFileSync(path, "utf8");
  const wrong = sums
    .trim()
    .split("\n")
    .find((line) => {
      const [, sum, file = ""] = /^(\w+) {2}(.+)$/.exec(line) ?? [];
      return (
        createHash("sha256")
          .update(readFileSync(join(dir, file)))
          .digest("hex") !== sum
      );
    });
  return { sums, wrong };
}

/**
 * Kills a process that exports over the files of another state at a random moment. Then SHA256SUMS must be
 * missing or right, and another export must complete the folder.
 */
export async function exports(bench: Bench, count: number, lane = 0): Promise<Tally> {
  const { dir, states } = bench;
  const tally = new Tally();
  const folder = emptyFolder(dir, `exports-${lane}`);
  const whole: (string | undefined)[] = [];
  let takes = 0;
  for (const { data } of states) {
    const begin = performance.now();
    await exporting(folder, data).ended;
    takes = performance.now() - begin;
    whole.push(sumsOf(folder).sums);
  }
  for (let i = 0; i < count && !bench.stopped; i++) {
    tally.done++;
    const at = i % states.length;
    const data = states[at]?.data ?? "";
    const { child, ended } = exporting(folder, data);
    const kill = () => child.kill("SIGKILL");
    // Half of the kills are aimed at the moment when the files are put in their places.
    const aim = () => existsSync(join(folder, "SHA256SUMS")) || kill();
    const timer = i % 2 === 0 ? setInterval(aim, 1) : setTimeout(kill, (0.3 + 0.7 * Math.random()) * takes);
    const { signal } = await ended;
    clearInterval(timer);
    const { sums, wrong } = sumsOf(folder);
    const left = sums === undefined ? "no SHA256SUMS" : "SHA256SUMS and its files";
    tally.add(`export: ${signal ? "killed" : "ended before"}, ${left}`);
    if (wrong !== undefined || (sums !== undefined && !whole.includes(sums)))
      tally.fail(`export: SHA256SUMS is beside other files (${wrong})`);
    if (sums === undefined) {
      const again = await exporting(folder, data).ended;
      if (again.code !== 0 || sumsOf(folder).sums !== whole[at])
        tally.fail("export: not completed by another one");
    }
  }
  rmSync(folder, { recursive: true });
  return tally;
}
