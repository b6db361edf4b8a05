import { join } from "node:path";
import { openLibsql } from "../../src/db/libsql.ts";
import { publishHistory } from "../../src/db/publish-history.ts";
import { loadHistory } from "../../src/history/history.ts";
import { hashOf } from "../../src/records/load.ts";
import { type Bench, emptyFolder, program, Tally } from "./service.ts";

const PARTS = 40;

/** From so many on, the caches are full. */
const FULL = 100_000;

/** As in a small container. Without a limit V8 collects so rarely that the memory grows with the garbage. */
const HEAP = "--max-old-space-size=256";

/** How much the resident memory of the last part may be above the first quarter's most: 10 %, and what a collector leaves. */
const GROWTH = 1.1;
const SLACK = 40_000_000;

const median = (list: readonly number[]): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

/** Asks for distinct URLs, and prints the curve of the resident memory, which must become flat. */
export async function memory(bench: Bench, count: number): Promise<Tally> {
  const tally = new Tally();
  const file = join(emptyFolder(bench.dir, "memory"), "db");
  const { db, close } = await openLibsql(`file:${file}`);
  await publishHistory(db, loadHistory(bench.states[0]?.data ?? ""), { hash: hashOf });
  close();
  const { child, ended, output } = program([
    HEAP,
    "bench/reliability/requester.ts",
    file,
    String(count),
    String(PARTS),
  ]);
  const stop = setInterval(() => bench.stopped && child.kill(), 500);
  await ended;
  clearInterval(stop);
  const parts = output()
    .trim()
    .split("\n")
    // Nothing, where it is stopped before the first part.
    .filter(Boolean)
    .map((line) => line.split(" ").map(Number) as [done: number, rss: number, failed: number]);
  if (parts.some((part) => part.some(Number.isNaN))) throw new Error(output());
  for (const [done, rss] of parts) console.log(`  after ${done}: ${Math.round(rss / 1e6)} MB`);
  const [done = 0, , failed = 0] = parts.at(-1) ?? [];
  tally.done = done;
  tally.counts.set("neither 200 nor 404", failed);
  if (failed > 0) tally.fail(`${failed} requests were not answered as they should`);
  const sizes = parts.map(([, rss]) => rss);
  const [early, late] = [Math.max(...sizes.slice(0, PARTS / 4)), median(sizes.slice(-PARTS / 4))];
  if (sizes.length === PARTS && done >= FULL && late > GROWTH * early + SLACK)
    tally.fail(`the memory grows: ${Math.round(early / 1e6)} MB early, ${Math.round(late / 1e6)} MB late`);
  return tally;
}
