import { parseArgs } from "node:util";
import { answers } from "./answers.ts";
import { d1Pairs } from "./d1-pairs.ts";
import { damage } from "./damage.ts";
import { exports } from "./exports.ts";
import { kills } from "./kills.ts";
import { memory } from "./memory.ts";
import { pairs } from "./pairs.ts";
import { generatedRecords } from "./records/index.ts";
import { releases } from "./releases.ts";
import { generated } from "./requests/index.ts";
import { servers } from "./servers.ts";
import { type Bench, prepare, type Tally } from "./service.ts";
import { stopping } from "./stopping.ts";

/*
 * What happens when processes are killed, write at once or are stopped under load, when files are damaged, and
 * when requests and records are anything (docs/reliability.md). Prints counts; ends with 1 if anything was lost,
 * mixed or wrong.
 *
 *   npm run bench:reliability                                  a few of each, in about three minutes
 *   npm run bench:reliability -- --kills 1000 --lanes 2        only these, as many
 */

type Run = (bench: Bench, count: number, lane: number) => Promise<Tally>;

interface Kind {
  run: Run;
  /** How many where none is named. */
  few: number;
  /** Can several run at the same time? */
  inLanes?: true;
}

const KINDS: Readonly<Record<string, Kind>> = {
  damage: { run: damage, few: 24 },
  kills: { run: kills, few: 10, inLanes: true },
  exports: { run: exports, few: 3, inLanes: true },
  releases: { run: releases, few: 5, inLanes: true },
  pairs: { run: pairs, few: 8, inLanes: true },
  "d1-pairs": { run: d1Pairs, few: 4 },
  answers: { run: answers, few: 4000 },
  servers: { run: servers, few: 4000 },
  stopping: { run: stopping, few: 4 },
  requests: { run: generated, few: 400 },
  records: { run: generatedRecords, few: 60 },
  memory: { run: memory, few: 3000 },
};

const { values } = parseArgs({
  options: {
    ...Object.fromEntries(Object.keys(KINDS).map((name) => [name, { type: "string" } as const])),
    /** The records for requests; default: a few. */
    data: { type: "string" },
    /** How many at the same time, where that can be. */
    lanes: { type: "string", default: "1" },
  },
});
const given = values as Readonly<Record<string, string | undefined>>;
const chosen = Object.entries(KINDS).flatMap(([name, kind]) => {
  const some = Object.keys(KINDS).some((other) => given[other] !== undefined);
  const count = some ? Number(given[name] ?? 0) : kind.few;
  return count > 0 ? [{ name, count, ...kind }] : [];
});

const bench = await prepare(3);
bench.data = given["data"];
// What was counted until then is printed; a second signal ends at once.
process.once("SIGTERM", () => {
  bench.stopped = true;
});
let wrong = 0;
try {
  for (const { name, count, run, inLanes } of chosen) {
    if (bench.stopped) break;
    const begin = performance.now();
    const lanes = inLanes ? Number(given["lanes"]) : 1;
    const tallies = await Promise.all(
      Array.from({ length: lanes }, (_, lane) => run(bench, Math.ceil(count / lanes), lane)),
    );
    const done = tallies.reduce((sum, t) => sum + t.done, 0);
    console.log(`${name}: ${done}, in ${Math.round((performance.now() - begin) / 1000)} s`);
    const counts = new Map<string, number>();
    for (const tally of tallies)
      for (const [what, n] of tally.counts) counts.set(what, (counts.get(what) ?? 0) + n);
    for (const [what, n] of [...counts].sort()) console.log(`  ${what}: ${n}`);
    const bad = tallies.reduce((sum, t) => sum + t.wrong.length, 0);
    console.log(`  lost, mixed or wrong: ${bad}`);
    wrong += bad;
  }
} finally {
  bench.remove();
}
process.exit(wrong === 0 ? 0 : 1);
