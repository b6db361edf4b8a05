import { parseArgs } from "node:util";
import { loadGenerator } from "./harness/load.ts";
import { type Measured, outcomeOf, tableOf, writeReport } from "./harness/report.ts";
import { MEASUREMENTS } from "./measurements/index.ts";

/*
 * Compares this server with others on this machine (README.md):
 *
 *   npm run bench                       all measurements; writes bench/results/
 *   npm run bench -- --only hot,peers   some of them; writes nothing
 *   npm run bench -- --rounds 20        more rounds, for a smaller spread
 *   npm run bench -- --check            fails if a target is lost by more than the noise
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    rounds: { type: "string", default: "9" },
    check: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new Error(`--rounds ${values.rounds}: give a whole number from 1.`);
const only = values.only?.split(",");

const generator = await loadGenerator();
const all = MEASUREMENTS.map((make) => make(generator.load));
const unknown = only?.filter((name) => !all.some((m) => m.name === name)) ?? [];
if (unknown.length > 0)
  throw new Error(`--only ${unknown.join(",")}: choose from ${all.map((m) => m.name).join(", ")}.`);

const measured: Measured[] = [];
for (const measurement of all) {
  if (only && !only.includes(measurement.name)) continue;
  const { rows, close } = await measurement.open();
  try {
    for (const row of rows) {
      const { name, unit, target } = row;
      measured.push({ name, unit, target, result: await row.measure(rounds) });
      console.log(tableOf(measured.slice(-1)).split("\n").at(-1));
    }
  } finally {
    await close();
  }
}
if (!only)
  writeReport("bench/results", measured, { "load generator": generator.name, connections: 32, rounds });
console.log(`\n${tableOf(measured)}`);

const lost = measured.filter((row) => outcomeOf(row) === "lost");
if (values.check && lost.length > 0) {
  console.error(`Lost by more than the noise: ${lost.map((row) => row.name).join("; ")}.`);
  process.exitCode = 1;
}
