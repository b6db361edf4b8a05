import { afterAll, beforeAll, expect, test } from "vitest";
import { EXAMPLE_DOWNLOADS } from "../../src/api/fixture/downloads.ts";
import { services } from "../../src/api/index.ts";
import { type Database, publish, Store } from "../../src/db/index.ts";
import { handlerOf } from "../../src/entry/node.ts";
import { hashOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { type Engine, libsqlFile } from "../fixtures/engines.ts";
import { TODAY } from "../fixtures/server.ts";
import { BROWSER } from "./server.ts";

/* How often a page asks the database, on a server that has just started and knows nothing. */
let engine: Engine;
let reads = 0;
beforeAll(async () => {
  engine = await libsqlFile();
  await publish(engine.db, testDataset(), { hash: hashOf });
});
afterAll(() => engine.close());

const counting = (db: Database): Database =>
  new Proxy(db, {
    get(target, name) {
      if (name === "read") reads++;
      const value = Reflect.get(target, name) as unknown;
      return typeof value === "function" ? (value as () => unknown).bind(target) : value;
    },
  });

/** What each page reads after the pointer, which is read with the names that the request needs. */
const READS: [path: string, reads: number][] = [
  ["/en/developers", 0],
  ["/en/download", 0],
  ["/en/problems", 0],
  ["/en/compare", 0],
  ["/en/method", 1],
  ["/en/compare?ids=alpha,beta,gamma", 1],
  ["/en/compare?id=alpha&from=2025-01-01", 1],
  ["/en/platforms/alpha/plans", 1],
  ["/en/categories/messaging", 1],
  // German sentences are made from the records.
  ["/de/categories/messaging", 2],
  ["/en/plans?category=messaging", 1],
  ["/en/platforms?control=setting", 1],
  ["/en/myths", 2],
  ["/en/stats", 2],
];

test.each(READS)("%s reads %i times, and not again", async (path, expected) => {
  const store = new Store(counting(engine.db));
  const s = services(store, {
    today: () => TODAY,
    pointerMilliseconds: 60_000,
    downloads: EXAMPLE_DOWNLOADS,
  });
  const site = handlerOf(s);
  const ask = () => site(new Request(`http://localhost${path}`, { headers: { Accept: BROWSER } }));
  reads = 0;
  expect((await ask()).status).toBe(200);
  expect(reads - 1).toBe(expected);
  reads = 0;
  await ask();
  expect(reads).toBe(0);
});
