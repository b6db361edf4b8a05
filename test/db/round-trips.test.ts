import { afterAll, beforeAll, describe, expect, test } from "vitest";
import openApi from "../../schema/openapi.json" with { type: "json" };
import { createApp, services } from "../../src/api/index.ts";
import { type Database, publishHistory, Store } from "../../src/db/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { testHistory } from "../fixtures/history.ts";
import { maximalRequests, type OpenApi } from "../fixtures/maxima.ts";
import { TODAY } from "../fixtures/server.ts";

/** The most round trips of a request: one for the pointer and the names, one for what it asks about. */
const MOST = 2;

const TRIPS = new Set(["all", "batch", "get", "read", "run", "values"]);

/** A database that counts how often it is asked. */
const counting = (db: Database, count: () => void): Database =>
  new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        if (TRIPS.has(String(name))) count();
        return (value as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  });

describe.each(ENGINES)("round trips to %s", (_name, open) => {
  let engine: Engine;
  let trips = 0;
  beforeAll(async () => {
    engine = await open();
    await publishHistory(engine.db, testHistory(), { hash: hashOf });
  });
  afterAll(() => engine.close());

  const requests = maximalRequests(openApi as unknown as OpenApi, {
    platforms: ["alpha", "beta", "delta", "gamma"],
    operator: "child",
    host: "alpha.example.com",
    release: "2026.11.1",
  });

  test.each([...requests, "/releases/2026.11.1...2026.11.2", "/platforms/alpha/compare?from=2020-01-01"])(
    "%s",
    async (path) => {
      // A server that has just started: it knows nothing, not even what it shows.
      const db = counting(engine.db, () => trips++);
      const s = services(new Store(db), { today: () => TODAY, pointerMilliseconds: 60_000 });
      const app = createApp(s, (error) => {
        throw error;
      });
      trips = 0;
      expect((await app.request(path)).status).toBe(200);
      expect(trips).toBeLessThanOrEqual(MOST);
      trips = 0;
      await app.request(path);
      // What a load balancer asks is always read.
      expect(trips).toBe(path === "/readyz" ? 1 : 0);
    },
  );

  test("pages of a list are not counted again", async () => {
    const counted: string[] = [];
    const db = new Proxy(engine.db, {
      get(target, name) {
        if (name !== "read") return Reflect.get(target, name) as unknown;
        return (statements: unknown[]) => {
          counted.push(String(statements.length));
          return target.read(statements as never);
        };
      },
    });
    const app = createApp(services(new Store(db), { today: () => TODAY, pointerMilliseconds: 60_000 }));
    const first = (await (await app.request("/platforms?limit=1")).json()) as { total: number; next: string };
    const second = (await (await app.request(first.next)).json()) as { total: number };
    await app.request("/platforms?limit=1&sort=-verified");
    expect(second.total).toBe(first.total);
    // The pointer; the page and its total; then pages alone.
    expect(counted).toEqual(["1", "2", "1", "1"]);
  });
});
