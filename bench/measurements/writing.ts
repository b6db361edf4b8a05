import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Measurement, Samples } from "../harness/measurement.ts";

/** A build to compare exports with: a working copy with its packages installed. */
const BEFORE = process.env["BENCH_BEFORE"];

/** How many generated platforms. */
const PLATFORMS = process.env["BENCH_PLATFORMS"] ?? "10000";

/** Runs a program of this project. @returns the last line that it prints, as numbers */
function numbersOf(args: string[], cwd = "."): Promise<number[]> {
  const child = spawn(process.execPath, ["--max-old-space-size=8000", ...args], {
    cwd,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) =>
      code === 0
        ? done((output.trim().split("\n").at(-1) ?? "").split(" ").map(Number))
        : fail(new Error(`${args[0]} ended with ${code}.`)),
    );
  });
}

/** Runs a measurement once in each round. */
async function inRounds(rounds: number, run: (round: number) => Promise<number[]>): Promise<number[][]> {
  const all: number[][] = [];
  for (let round = 0; round < rounds; round++) all.push(await run(round));
  return all;
}

const publishing =
  (part: 0 | 1) =>
  async (rounds: number): Promise<Samples> => {
    const raw = await inRounds(rounds, () =>
      numbersOf(["bench/publish.ts", "--platforms", PLATFORMS, "--rounds", "1", "--plain"]),
    );
    return {
      values: raw.map(
        ([published = 0, rows = 0, inserted = 1]) => (part === 0 ? published : published - rows) / inserted,
      ),
      raw,
    };
  };

async function exporting(rounds: number): Promise<Samples | string> {
  if (BEFORE === undefined) return "BENCH_BEFORE names no other build to compare with";
  if (!existsSync(resolve(BEFORE, "node_modules"))) return `${BEFORE} has no packages; run npm ci there`;
  const run = (build: string) => numbersOf([resolve("bench/exports.ts"), build, PLATFORMS]);
  const raw = await inRounds(rounds, async (round) => {
    const order = round % 2 === 0 ? [".", BEFORE] : [BEFORE, "."];
    const [[first = 0] = [], [second = 0] = []] = [await run(order[0] ?? "."), await run(order[1] ?? ".")];
    return round % 2 === 0 ? [first, second] : [second, first];
  });
  return { values: raw.map(([ours = 1, before = 0]) => before / ours), raw };
}

/** Writing: publishing compared with inserting the same rows, and exports compared with those of another build. */
export const writing = (): Measurement => ({
  name: "writing",
  open: async () => ({
    rows: [
      {
        name: `publishing ${PLATFORMS} platforms ÷ inserting their rows`,
        unit: "×",
        target: { atMost: 3 },
        measure: publishing(0),
      },
      {
        name: "the same without what makes the rows (answers, compressing)",
        unit: "×",
        target: { atMost: 3 },
        measure: publishing(1),
      },
      {
        name: `all exports of ${PLATFORMS} platforms, another build ÷ this one`,
        unit: "×",
        target: { atLeast: 6 },
        measure: exporting,
      },
    ],
    close: async () => {},
  }),
});
