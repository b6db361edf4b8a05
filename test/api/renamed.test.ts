import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyOf } from "../../src/history/history.ts";
import { cutRelease } from "../../src/history/releases.ts";
import type { ReleaseLedger } from "../../src/model/index.ts";
import { recordsOf } from "../../src/records/load.ts";
import type { Json } from "../../src/text/json.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { datasetFrom, EDIT, edited } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* Alpha is changed, then renamed to omega, which no record had as an alias before, then changed again. */
const first = recordsOf(testDataset());
const second = edited(first, EDIT.record, EDIT.path, EDIT.before, EDIT.after);
const { "platforms/alpha": alpha, ...others } = Object.fromEntries(second);
const renamed = new Map<string, Json>(
  Object.entries({
    ...others,
    "platforms/omega": { ...(alpha as object), id: "omega", aliases: ["alpha-old", "alpha"] },
  }),
);
const last = edited(renamed, "platforms/omega", EDIT.path, EDIT.after, "off");

let server: TestServer;
beforeAll(async () => {
  const ledgers: ReleaseLedger[] = [];
  for (const [i, records] of [first, second, renamed, last].entries())
    ledgers.push(cutRelease(ledgers, records, { date: `2026-11-${20 + i}` }));
  server = await testServer(historyOf(datasetFrom(last), ledgers));
});
afterAll(() => server.engine.close());

type List = { total: number; items: { record: string; path: string; summary: string; release: string }[] };

describe("a renamed platform", () => {
  test("is still in the feed of new platforms, on the day on which it was added", async () => {
    const { items } = await server.json<{ items: { url: string; date_published: string }[] }>(
      "/new-platforms.json",
    );
    expect(items.filter(({ url }) => url.endsWith("/platforms/omega")).map((x) => x.date_published)).toEqual([
      "2026-11-20T00:00:00Z",
    ]);
  });
  test.each([
    ["/platforms/alpha?region=DE", "/platforms/omega?region=DE"],
    ["/platforms/alpha/history", "/platforms/omega/history"],
    ["/platforms/alpha/opt-out", "/platforms/omega/opt-out"],
    ["/platforms/alpha/record", "/platforms/omega/record"],
    ["/badge/alpha.svg", "/badge/omega.svg"],
    // Before the rename the new id means the one of then.
    ["/platforms/omega?release=2026.11.1", "/platforms/alpha?release=2026.11.1"],
  ])("%s is answered as %s", async (from, to) => {
    const response = await server.get(from);
    expect([response.status, response.headers.get("content-location")]).toEqual([200, to]);
    expect(await response.text()).toBe(await (await server.get(to)).text());
  });
  test("its history and /changes have what was changed under the former id", async () => {
    const { items } = await server.json<{ items: { change: { release: string } | null }[] }>(
      "/platforms/omega/history",
    );
    expect(new Set(items.flatMap((i) => i.change?.release ?? []))).toEqual(
      new Set(["2026.11.4", "2026.11.3", "2026.11.2", "2026.11.1"]),
    );
    const { total, items: changes } = await server.json<List>("/changes?platform=omega");
    expect(total).toBe(changes.length);
    expect(changes.map((c) => [c.release, c.record, c.path])).toEqual([
      ["2026.11.4", "platforms/omega", EDIT.path],
      ["2026.11.3", "platforms/omega", "/aliases"],
      ["2026.11.3", "platforms/omega", ""],
      ["2026.11.2", "platforms/alpha", EDIT.path],
      ["2026.11.1", "platforms/alpha", ""],
    ]);
  });
  test("the rename is one change that names both ids, not a removal and an addition", async () => {
    const { items } = await server.json<List>("/changes?platform=omega&since=2026-11-22&until=2026-11-23");
    expect(items.at(-1)).toMatchObject({
      renamedFrom: "platforms/alpha",
      summary: "alpha is now omega",
      class: "editorial",
      answer: null,
    });
  });
  test("what a change did to answers is compared across the rename", async () => {
    const [change] = (await server.json<{ items: unknown[] }>("/changes?platform=omega")).items;
    expect(change).toMatchObject({ answer: { headline: { before: { verdict: "asked" } } } });
  });
  test("between two releases it is one record", async () => {
    const { items } = await server.json<List>("/releases/2026.11.4/since/2026.11.1");
    expect(items.map((c) => [c.record, c.path])).toEqual([
      ["platforms/omega", ""],
      ["platforms/omega", "/aliases"],
      ["platforms/omega", EDIT.path],
    ]);
    expect(items[0]).toMatchObject({ renamedFrom: "platforms/alpha" });
  });
});
