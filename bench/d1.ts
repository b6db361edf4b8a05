import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { AnyD1Database, DrizzleD1Database } from "drizzle-orm/d1";
import { migrate } from "drizzle-orm/d1/migrator";
import { getPlatformProxy } from "wrangler";
import { createApp, services } from "../src/api/index.ts";
import { openD1 } from "../src/db/d1-writing.ts";
import { type Database, publishHistory, Store, withLease } from "../src/db/index.ts";
import { MIGRATIONS } from "../src/db/libsql.ts";
import { type History, historyOf, loadHistory, stateAt } from "../src/history/history.ts";
import { datasetOf, hashOf } from "../src/records/load.ts";
import { trusted } from "../src/text/trusted.ts";
import { dayOf } from "./measurements/mixed.ts";

/*
 * What a month on Workers with D1 is billed by: rows read and CPU time of a request, and rows written by a
 * publication. D1 runs in workerd, the handler in this process, so that its CPU time can be measured.
 *
 *   npm run bench:d1
 */

interface Meta {
  rows_read: number;
  rows_written: number;
  /** Of the database, in bytes. */
  size_after: number;
}

/** A binding that adds up what its statements read and wrote. */
function counting(binding: object, sum: Meta): AnyD1Database {
  const add = (meta: Meta) => {
    sum.rows_read += meta.rows_read;
    sum.rows_written += meta.rows_written;
    sum.size_after = meta.size_after;
  };
  const inner = binding as {
    prepare(sql: string): object;
    batch(all: readonly object[]): Promise<{ meta: Meta }[]>;
  };
  /** The binding's own statement behind each counted one: `batch` takes only those. */
  const own = new WeakMap<object, object>();
  const counted = (statement: object): object => {
    const proxy = new Proxy(statement, {
      get(target, name) {
        const value = Reflect.get(target, name) as (...given: unknown[]) => unknown;
        if (name === "bind") return (...given: unknown[]) => counted(value.apply(target, given) as object);
        if (name !== "all" && name !== "run") return value.bind(target);
        return async (...given: unknown[]) => {
          const result = (await value.apply(target, given)) as { meta: Meta };
          add(result.meta);
          return result;
        };
      },
    });
    own.set(proxy, statement);
    return proxy;
  };
  return {
    prepare: (sql: string) => counted(inner.prepare(sql)),
    async batch(all: readonly object[]) {
      const results = await inner.batch(all.map((statement) => own.get(statement) ?? statement));
      for (const { meta } of results) add(meta);
      return results;
    },
  } as unknown as AnyD1Database;
}

const appOf = (db: Database, cacheBytes?: number) =>
  createApp(services(new Store(db), { pointerMilliseconds: 1000, ...(cacheBytes && { cacheBytes }) }));

const microseconds = (before: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(before);
  return user + system;
};

/** A history as it was at its last release, or as many releases before it. */
function releasedOnly(history: History, before: number): History {
  const ledgers = history.ledgers.slice(0, history.ledgers.length - before);
  const { platforms, operators } = stateAt(history, ledgers.at(-1)?.version);
  return historyOf(datasetOf(platforms, operators), ledgers);
}

const folder = mkdtempSync(join(tmpdir(), "bench-d1-"));
const { env, dispose } = await getPlatformProxy<{ DB: AnyD1Database }>({ persist: { path: folder } });
try {
  const sum: Meta = { rows_read: 0, rows_written: 0, size_after: 0 };
  const db = openD1(counting(env.DB, sum));
  await withLease(db, () => migrate(trusted<DrizzleD1Database>(db), { migrationsFolder: MIGRATIONS }));
  const history = loadHistory("data");
  for (const [name, before] of [
    ["all releases but the last", 1],
    ["the last release", 0],
  ] as const) {
    Object.assign(sum, { rows_read: 0, rows_written: 0 });
    await publishHistory(db, releasedOnly(history, before), { hash: hashOf });
    console.log(`publishing ${name}: ${sum.rows_written} rows written, ${sum.rows_read} read`);
  }
  console.log(`the database: ${(sum.size_after / 1e6).toFixed(1)} MB`);
  await publishHistory(db, history, { hash: hashOf });

  const listed = (await (await appOf(db).request("/platforms?limit=100")).json()) as {
    items: { id: string; domains: string[] }[];
  };
  const paths = [...new Set(dayOf(listed.items).map(({ path }) => path))].filter((p) => !/docs/.test(p));

  const cold = appOf(db, 1);
  const byKind = new Map<string, { n: number; rows: number }>();
  for (const path of paths) {
    const before = sum.rows_read;
    await (await cold.request(path)).arrayBuffer();
    const kind = path.replace(/\?.*/, "").replace(/^\/(platforms|badge)\/[^/]+/, "/$1/{id}");
    const found = byKind.get(kind) ?? { n: 0, rows: 0 };
    byKind.set(kind, { n: found.n + 1, rows: found.rows + sum.rows_read - before });
  }
  for (const [kind, { n, rows }] of [...byKind].sort((a, b) => b[1].rows / b[1].n - a[1].rows / a[1].n))
    console.log(`${kind}: ${Math.round(rows / n)} rows read (${n} requests)`);
  const total = [...byKind.values()].reduce((all, { rows }) => all + rows, 0);
  console.log(`a computed answer of the mixed day: ${Math.round(total / paths.length)} rows read`);

  let before = process.cpuUsage();
  for (const path of paths) await (await cold.request(path)).arrayBuffer();
  console.log(`a computed answer: ${Math.round(microseconds(before) / paths.length)} µs of CPU`);
  const hot = appOf(db);
  let bytes = 0;
  for (const path of paths) bytes += gzipSync(await (await hot.request(path)).arrayBuffer()).length;
  console.log(`an answer: ${Math.round(bytes / paths.length)} bytes with gzip`);
  before = process.cpuUsage();
  for (let round = 0; round < 5; round++)
    for (const path of paths) await (await hot.request(path)).arrayBuffer();
  console.log(`a kept answer: ${Math.round(microseconds(before) / paths.length / 5)} µs of CPU`);
} finally {
  await dispose();
  rmSync(folder, { recursive: true, force: true });
}
