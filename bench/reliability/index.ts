import { parseArgs } from "node:util";
import { answers } from "./answers.ts";
import { damage } from "./damage.ts";
import { exports } from "./exports.ts";
import { kills } from "./kills.ts";
import { memory } from "./memory.ts";
import { pairs } from "./pairs.ts";
import { generatedRecords } from "./records/index.ts";
import { releases } from "./releases.ts";
import { generated } from "./requests/index.ts";
import { type Bench, prepare, type Tally } from "./service.ts";
import { stopping } from "./stopping.ts";

/*
 * What happens to the data when processes are killed, write at once or are stopped under load, and when
 * files are damaged. Prints counts; ends with 1 if anything was lost, mixed or wrong.
 *
 *   npm run bench:reliability                      a few of each, in about two minutes
 *   npm run bench:reliability -- --kills 1000 --pairs 0 --damage 0 --exports 0 --answers 0 --stopping 0
 */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "10" },
    pairs: { type: "string", default: "8" },
    exports: { type: "string", default: "5" },
    releases: { type: "string", default: "5" },
    damage: { type: "string", default: "40" },
    answers: { type: "string", default: "5000" },
    stopping: { type: "string", default: "4" },
    requests: { type: "string", default: "600" },
    records: { type: "string", default: "60" },
    memory: { type: "string", default: "6000" },
    /** The records for requests; default: a few. */
    data: { type: "string" },
    /** How many kills and pairs run at the same time. */
    lanes: { type: "string", default: "1" },
  },
});

type Run = (bench: Bench, count: number, lane: number) => Promise<Tally>;

const RUNS: readonly (readonly [keyof typeof values & string, Run, boolean])[] = [
  ["damage", damage, false],
  ["kills", kills, true],
  ["exports", exports, true],
  ["releases", releases, true],
  ["pairs", pairs, true],
  ["answers", answers, false],
  ["stopping", stopping, false],
  ["requests", generated, false],
  ["records", generatedRecords, false],
  ["memory", memory, false],
];

const bench = await prepare(3);
bench.data = values.data;
// What was counted until then is printed; a second signal ends at once.
process.once("SIGTERM", () => {
  bench.stopped = true;
});
let wrong = 0;
try {
  for (const [name, run, inLanes] of RUNS) {
    const count = Number(values[name]);
    if (count === 0 || bench.stopped) continue;
    const begin = performance.now();
    const lanes = inLanes ? Number(values.lanes) : 1;
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
