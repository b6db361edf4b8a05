import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type ListQuery, publishHistory, Store } from "../src/db/index.ts";
import { openLibsql } from "../src/db/libsql.ts";
import { historyOf } from "../src/history/history.ts";
import { cutRelease } from "../src/history/releases.ts";
import { audience } from "../src/model/index.ts";
import { hashOf, recordsOf } from "../src/records/load.ts";
import { generated } from "./generate.ts";

/*
 * What a list of 50 costs at two sizes, in milliseconds of CPU, page and total together: medians in this process.
 * Pages are not remembered, their lines are. At 100,000 platforms it takes ten minutes, 4 GB of memory and 2.5 GB
 * of disk.
 *
 *   npm run bench:lists                         1,000 and 100,000 platforms
 *   npm run bench:lists -- --sizes 1000,10000
 */
const { values } = parseArgs({ options: { sizes: { type: "string", default: "1000,100000" } } });
const sizes = values.sizes.split(",").map(Number);

const PAST = audience({ region: "DE", asOf: "2025-01-01" });

const LISTS: Readonly<Record<string, Partial<ListQuery>>> = {
  everything: {},
  "a past day": { audience: PAST },
  "verdict=no-choice": { verdict: ["no-choice"] },
  "verdict=on-by-default": { verdict: ["on-by-default"] },
  "verdict=on-by-default, a past day": { verdict: ["on-by-default"], audience: PAST },
  "certainty=practised": { certainty: ["practised"] },
  "kind=published": { kind: ["published"] },
  "by=crawlers": { by: ["crawlers"] },
  "kind=published&by=own&verdict=on-by-default": {
    ...{ kind: ["published"], by: ["own"], verdict: ["on-by-default"] },
  },
  "kind=messages&verdict=not-stated": { kind: ["messages"], verdict: ["not-stated"] },
  "purpose=train-ai": { purpose: ["train-ai"] },
  "model=other": { model: ["other"] },
  "control=form": { control: ["form"] },
  "category=social-network": { category: ["social-network"] },
  "category=social-network&verdict=on-by-default": {
    ...{ category: ["social-network"], verdict: ["on-by-default"] },
  },
  "sort=severity": { sort: "severity" },
  "sort=-severity": { sort: "severity", descending: true },
  "sort=added": { sort: "added" },
  "sort=-changed": { sort: "changed", descending: true },
  "sort=-verified": { sort: "verified", descending: true },
  "changed_since=2026-10-01": { changedSince: "2026-10-01" },
  "updated_since=2026-11-01": { updatedSince: "2026-11-01" },
  "q=a": { q: "a", sort: "relevance" },
  "q=google": { q: "google", sort: "relevance" },
};

const RUNS = 9;

/** Milliseconds of CPU, the median of some runs. */
async function cpuOf(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] as number;
}

interface Measured {
  found: Record<string, { milliseconds: number; total: number }>;
  /** Of the database, for each platform. */
  kilobytes: number;
}

async function measure(count: number, path: string): Promise<Measured> {
  const dataset = generated(count);
  const ledger = cutRelease([], recordsOf(dataset), { date: "2026-10-25" });
  const { db, close } = await openLibsql(`file:${path}`, { shared: false });
  await publishHistory(db, historyOf(dataset, [ledger]), { hash: hashOf });
  const store = new Store(db);
  const { id } = await store.current();
  const found: Measured["found"] = {};
  for (const [name, rest] of Object.entries(LISTS)) {
    const query: ListQuery = {
      ...{ audience: audience({ region: "DE", asOf: "2026-11-25" }), sort: "name" },
      ...{ descending: false, limit: 50, ...rest },
    };
    const { total } = await store.list(id, query);
    found[name] = { milliseconds: await cpuOf(() => store.list(id, query)), total };
  }
  close();
  return { found, kilobytes: statSync(path).size / count / 1000 };
}

const dir = mkdtempSync(join(tmpdir(), "bench-lists-"));
try {
  const measured: Measured[] = [];
  for (const size of sizes) measured.push(await measure(size, join(dir, `${size}.db`)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(48) : cell.padStart(12))).join("");
  console.log(line(["", ...sizes.flatMap((size) => [String(size), "found"]), "ratio"]));
  for (const name of Object.keys(LISTS)) {
    const cells = measured.map(({ found }) => found[name] ?? { milliseconds: Number.NaN, total: 0 });
    const ratio = (cells.at(-1)?.milliseconds ?? 0) / (cells[0]?.milliseconds ?? 1);
    const shown = cells.flatMap(({ milliseconds, total }) => [milliseconds.toFixed(1), String(total)]);
    console.log(line([name, ...shown, ratio.toFixed(1)]));
  }
  console.log(`kB for each platform: ${measured.map(({ kilobytes }) => kilobytes.toFixed(1)).join(", ")}`);
} finally {
  rmSync(dir, { recursive: true });
}
