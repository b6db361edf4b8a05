import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { publishHistory, Store } from "../src/db/index.ts";
import { openLibsql } from "../src/db/libsql.ts";
import { writeExports } from "../src/exports/write.ts";
import { historyOf } from "../src/history/history.ts";
import { cutRelease } from "../src/history/releases.ts";
import { verifyReleases } from "../src/history/verify.ts";
import { audience, type ReleaseLedger } from "../src/model/index.ts";
import { hashOf, type LoadedDataset, recordsOf } from "../src/records/load.ts";
import { editedIn, generated } from "./generate.ts";

/*
 * How releasing, publishing, exporting and querying scale with the dataset. Everything is measured
 * at a tenth of the size and at the full size, and the ratio is printed. A ratio near 1 means that the
 * size does not matter; near 10 is linear.
 *
 *   npm run bench:scale                                   10,000 platforms, 200 releases
 *   npm run bench:scale -- --platforms 1000 --releases 20
 */
const { values } = parseArgs({
  options: {
    platforms: { type: "string", default: "10000" },
    releases: { type: "string", default: "200" },
    /** Records that change in a release. */
    changes: { type: "string", default: "20" },
  },
});
const size = {
  platforms: Number(values.platforms),
  releases: Number(values.releases),
  changes: Number(values.changes),
};

type Row = Record<string, number>;

async function timed<T>(row: Row, name: string, run: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await run();
  row[name] = performance.now() - start;
  return result;
}

/** The median of several runs, in milliseconds. */
async function median(runs: number, run: (i: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run(i);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] as number;
}

/** The peak heap of a run beyond what was used before it, in megabytes, sampled after garbage collection. */
async function peak(row: Row, name: string, run: (sample: () => void) => Promise<unknown>): Promise<void> {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (!collect) throw new Error("Run with --expose-gc.");
  collect();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  await run(() => {
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  });
  row[name] = most / 1e6;
}

async function measure(platforms: number, releases: number): Promise<Row> {
  const row: Row = {};
  const ledgers: ReleaseLedger[] = [];
  let dataset: LoadedDataset = generated(platforms);
  for (let round = 0; round < releases; round++) {
    if (round > 0) dataset = editedIn(dataset, round, size.changes);
    ledgers.push(cutRelease(ledgers, recordsOf(dataset), { date: "2026-11-25" }));
  }
  const next = editedIn(dataset, releases, size.changes);
  const records = recordsOf(next);
  const ledger = await timed(row, "cut a release, ms", () =>
    cutRelease(ledgers, records, { date: "2026-11-25" }),
  );
  await timed(row, "verify all releases, ms", () => {
    const problems = verifyReleases([...ledgers, ledger], records);
    if (problems.length > 0) throw new Error(problems[0]);
  });

  const dir = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const { db, close } = await openLibsql(`file:${join(dir, "bench.db")}`);
    await timed(row, "publish everything, ms", () =>
      publishHistory(db, historyOf(dataset, ledgers), { hash: hashOf }),
    );
    const history = historyOf(next, [...ledgers, ledger]);
    await timed(row, "publish one release more, ms", () => publishHistory(db, history, { hash: hashOf }));
    row["database, MB"] = statSync(join(dir, "bench.db")).size / 1e6;
    const store = new Store(db);
    const { id } = await store.current();
    const who = audience({ region: "DE", asOf: "2025-01-01" });
    const list = { audience: who, sort: "name", descending: false, limit: 50 } as const;
    row["list, ms"] = await median(9, () => store.list(id, list));
    row["list by verdict on a past day, ms"] = await median(9, () =>
      store.list(id, { ...list, purpose: ["train-ai"], verdict: ["on-by-default"] }),
    );
    row["list by verdict of the headline, ms"] = await median(9, () =>
      store.list(id, { ...list, verdict: ["on-by-default"] }),
    );
    row["list by kind of data and who trains, ms"] = await median(9, () =>
      store.list(id, { ...list, kind: ["messages"], by: ["own"], verdict: ["no-choice"] }),
    );
    row["list by severity, ms"] = await median(9, () => store.list(id, { ...list, sort: "severity" }));
    row["counts, ms"] = await median(3, () => store.stats(id, who));
    row["events, ms"] = await median(9, () => store.events(id, { page: { limit: 50 } }));
    row["events for a region, ms"] = await median(9, () =>
      store.events(id, { region: "DE", type: ["training-began"], page: { limit: 50 } }),
    );
    row["one platform, ms"] = await median(9, (i) => store.platform(id, `p${String(i).padStart(6, "0")}`));
    row["changes, ms"] = await median(9, () => store.changes({ upTo: id, limit: 50 }));
    row["changes of a platform, ms"] = await median(9, () =>
      store.changes({ upTo: id, platform: ["p000021"], limit: 50 }),
    );
    row["changes for a region, ms"] = await median(9, () =>
      store.changes({ upTo: id, region: "DE", class: ["editorial"], limit: 50 }),
    );
    await timed(row, "export, ms", () =>
      peak(row, "export, MB of heap at most", async (sample) => {
        const operators = (await store.operators(id)).map((o) => o.operator);
        await writeExports(
          join(dir, "export"),
          { release: history.head.release, operators, platforms: store.platformRecords(id) },
          (n) => {
            if (n % 200 === 0) sample();
          },
        );
      }),
    );
    close();
  } finally {
    rmSync(dir, { recursive: true });
  }
  return row;
}

const tenth = await measure(size.platforms / 10, size.releases / 10);
const whole = await measure(size.platforms, size.releases);
const show = (n: number | undefined): string =>
  n === undefined ? "" : n < 100 ? n.toFixed(1) : n.toFixed(0);
const line = (cells: readonly string[]): string =>
  [cells[0]?.padEnd(36), ...cells.slice(1).map((c) => c.padStart(12))].join(" ");
console.log(`${size.changes} records changed in a release.`);
console.log(
  line([
    "",
    `${size.platforms / 10} × ${size.releases / 10}`,
    `${size.platforms} × ${size.releases}`,
    "ratio",
  ]),
);
for (const name of Object.keys(whole))
  console.log(
    line([name, show(tenth[name]), show(whole[name]), show((whole[name] ?? 0) / (tenth[name] ?? 1))]),
  );
