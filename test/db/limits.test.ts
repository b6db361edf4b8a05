import type { SQL } from "drizzle-orm";
import { SQLiteAsyncDialect } from "drizzle-orm/sqlite-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import openApi from "../../schema/openapi.json" with { type: "json" };
import { createApp, services } from "../../src/api/index.ts";
import { type Database, publishHistory, Store } from "../../src/db/index.ts";
import { hashOf } from "../../src/records/load.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { testHistory } from "../fixtures/history.ts";
import { maximalRequests, type OpenApi } from "../fixtures/maxima.ts";
import { TODAY } from "../fixtures/server.ts";

const dialect = new SQLiteAsyncDialect();

/** D1's limits for one statement. */
const BOUND = 100;
const BOUND_BYTES = 2_000_000;
const STATEMENT_BYTES = 100_000;
const COMPOUND_TERMS = 5;

/** The most terms of one compound SELECT in a statement: of those inside the same parentheses. */
function termsIn(text: string): number {
  let most = 1;
  const open = [1];
  for (const [token] of text.matchAll(/[()]|\b(?:union|intersect|except)\b/gi)) {
    if (token === "(") open.push(1);
    else if (token === ")") open.pop();
    else open.push((open.pop() ?? 0) + 1);
    most = Math.max(most, open.at(-1) ?? 0);
  }
  return most;
}

/** What is too much in a statement for D1; it refuses some of it only when a row is evaluated. */
function excess(query: SQL): string[] {
  const { sql: text, params } = dialect.sqlToQuery(query);
  const bytes = params.map((p) => (typeof p === "string" ? Buffer.byteLength(p) : 8));
  const terms = termsIn(text);
  return [
    params.length > BOUND ? `${params.length} bound values` : "",
    bytes.some((n) => n > BOUND_BYTES) ? `a bound value of ${Math.max(...bytes)} bytes` : "",
    text.length > STATEMENT_BYTES ? `${text.length} bytes of SQL` : "",
    / (like|glob) /i.test(text) ? "a pattern" : "",
    terms > COMPOUND_TERMS ? `${terms} terms` : "",
  ]
    .filter((what) => what !== "")
    .map((what) => `${what}: ${text.slice(0, 200)}`);
}

/** A database that notes every statement that D1 could refuse. */
const watched = (db: Database, found: string[]): Database =>
  new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== "function") return value;
      return (query: SQL | SQL[]) => {
        if (["all", "run", "read"].includes(String(name))) found.push(...[query].flat().flatMap(excess));
        return (value as (q: unknown) => unknown).call(target, query);
      };
    },
  });

/*
 * D1 allows 100 bound values, 50 bytes in a LIKE pattern, 5 terms in a compound SELECT and an expression
 * depth of 100; libSQL allows more. Every request at its largest has an answer on both.
 */
describe.each(ENGINES)("%s", (_name, open) => {
  let engine: Engine;
  let get: (path: string) => Promise<Response>;
  const logged: Error[] = [];
  const tooMuch: string[] = [];
  beforeAll(async () => {
    engine = await open();
    const db = watched(engine.db, tooMuch);
    await publishHistory(db, testHistory(), { hash: hashOf });
    const s = services(new Store(db), { today: () => TODAY });
    const app = createApp(s, (_, error) => void logged.push(error));
    get = async (path) => app.request(path);
  });
  afterAll(() => engine.close());
  afterEach(() => expect(tooMuch.splice(0)).toEqual([]));

  const requests = maximalRequests(openApi as unknown as OpenApi, {
    platforms: ["alpha", "beta", "delta", "gamma"],
    operator: "child",
    host: "alpha.example.com",
    release: "2026.11.1",
  });

  test("there are requests for every parameter", () => expect(requests.length).toBeGreaterThan(150));

  test.each(requests)("%s", async (path) => {
    const response = await get(path);
    const body = response.status === 200 ? "" : await response.text();
    expect([response.status, body, logged], path).toEqual([200, "", []]);
  });

  test.each(["a", "é", "x.", "z ", "1-", "%", "_", "\\", '"', "'", "ab "])("q of 200 × %j", async (part) => {
    const q = encodeURIComponent(part.repeat(200).slice(0, 200));
    expect((await get(`/platforms?q=${q}`)).status).toBe(200);
  });

  test("as many names as a filter takes", async () => {
    const names = Array.from({ length: 100 }, (_, i) => `Alpha${" ".repeat(i % 7)}`.padEnd(6 + (i % 7)));
    const one = [...new Set(names.map((n) => n.trim()))].join();
    expect((await get(`/changes?platform=${encodeURIComponent(one)}`)).status).toBe(200);
    const unknown = Array.from({ length: 100 }, (_, i) => `nobody-${i}`).join();
    expect((await get(`/events?platform=${unknown}`)).status).toBe(404);
  });
});
