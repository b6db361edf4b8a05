import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EventsQuery, publish, Store } from "../../src/db/index.ts";
import { datasetOf, hashOf } from "../../src/records/load.ts";
import { ENGINES, type Engine } from "../fixtures/engines.ts";
import { event, hosts, operator, platform, practice, rule } from "../fixtures/records.ts";

const withEvents = (id: string, rest: Parameters<typeof platform>[1]) =>
  platform([practice([rule("all")])], {
    id,
    name: id.toUpperCase(),
    domains: hosts(`${id}.example`),
    ...rest,
  });

const dataset = datasetOf(
  [
    withEvents("alpha", {
      events: [
        event("start", "training-began", { effective: "2024-09" }),
        event("europe", "region-added", { effective: "2025-11-03" }, { when: { regions: ["EEA"] } }),
      ],
    }),
    withEvents("beta", {
      category: "work",
      events: [
        event("california", "control-added", { effective: "2025-11-03" }, { when: { regions: ["US-CA"] } }),
        event("announced", "region-added", { effective: "2027-01-01" }),
        event("same-day", "training-began", { effective: "2025-11-03" }, { when: { age: "adult" } }),
      ],
    }),
  ],
  [operator()],
);

describe.each(ENGINES)("what platforms did: %s", (_, open) => {
  let engine: Engine;
  let store: Store;
  let at: number;
  const page = (query: Partial<EventsQuery> = {}) => store.events(at, { page: { limit: 50 }, ...query });
  const ids = async (query: Partial<EventsQuery> = {}) => (await page(query)).items.map((e) => e.event.id);

  beforeAll(async () => {
    engine = await open();
    // The second publication has a new revision of beta: events of the first must not appear twice.
    const first = dataset.platforms.map((p) => (p.id === "beta" ? { ...p, summary: "Older." } : p));
    await publish(engine.db, { ...datasetOf(first, [operator()]) }, { hash: hashOf });
    await publish(
      engine.db,
      { ...dataset, release: { ...dataset.release, digest: "second" } },
      { hash: hashOf },
    );
    store = new Store(engine.db);
    at = (await store.current()).id;
  });
  afterAll(() => engine.close());

  test("has the events of all platforms, newest first", async () => {
    const { items, total, more } = await page();
    expect(items.map(({ platform: { id }, day, event: { id: name } }) => [day, id, name])).toEqual([
      ["2027-01-01", "beta", "announced"],
      ["2025-11-03", "alpha", "europe"],
      ["2025-11-03", "beta", "california"],
      ["2025-11-03", "beta", "same-day"],
      ["2024-09-30", "alpha", "start"],
    ]);
    expect([total, more]).toEqual([5, false]);
    expect(items[1]).toEqual({
      platform: { id: "alpha", name: "ALPHA", operator: "example-corp", category: "social-network" },
      day: "2025-11-03",
      event: dataset.platforms[0]?.events[1],
    });
  });

  test.each<[string, Partial<EventsQuery>, string[]]>([
    ["platform", { platform: ["alpha"] }, ["europe", "start"]],
    ["category", { category: ["work"] }, ["announced", "california", "same-day"]],
    ["type", { type: ["region-added"] }, ["announced", "europe"]],
    ["several types", { type: ["training-began", "control-added"] }, ["california", "same-day", "start"]],
    ["region in a group", { region: "DE" }, ["announced", "europe", "same-day", "start"]],
    ["region that is a group", { region: "EU" }, ["announced", "europe", "same-day", "start"]],
    ["subdivision", { region: "US-CA" }, ["announced", "california", "same-day", "start"]],
    ["country of a subdivision", { region: "US" }, ["announced", "same-day", "start"]],
    ["first day", { since: "2025-11-03" }, ["announced", "europe", "california", "same-day"]],
    ["day that is no longer included", { until: "2025-11-03" }, ["start"]],
    ["events to come", { upcoming: { from: "2026-11-30", only: true } }, ["announced"]],
    [
      "events that are not to come",
      { upcoming: { from: "2026-11-30", only: false }, platform: ["alpha"] },
      ["europe", "start"],
    ],
    ["several at once", { platform: ["alpha", "beta"], type: ["region-added"], region: "US" }, ["announced"]],
  ])("filters by %s", async (_what, query, expected) => {
    expect(await ids(query)).toEqual(expected);
    expect((await page(query)).total).toBe(expected.length);
  });

  test("page by page", async () => {
    const seen: string[] = [];
    let after: { day: string; platform: string; id: string } | undefined;
    for (let n = 0; n < 10; n++) {
      const { items, more, total } = await page({ page: { limit: 1, after } });
      expect(total).toBe(5);
      const last = items[0];
      if (!last) break;
      seen.push(last.event.id);
      after = { day: last.day, platform: last.platform.id, id: last.event.id };
      if (!more) break;
    }
    expect(seen).toEqual(await ids());
  });

  test("parts counted from the oldest", async () => {
    const all = await ids();
    expect(all).toHaveLength(5);
    for (const size of [1, 2, 5, 9])
      for (const cursor of [undefined, 1, 2, 4, 5, 99]) {
        const left = Math.min(cursor ?? 5, 5);
        expect(await ids({ page: { cursor, size } }), `${cursor} of ${size}`).toEqual(
          all.slice(5 - left, 5 - left + Math.min(left, size)),
        );
      }
  });

  test.each<[string, Partial<EventsQuery>, RegExp]>([
    ["all", {}, /events_day/],
    ["days", { since: "2025-01-01", until: "2026-01-01" }, /events_day \(sort_day>\? AND sort_day<\?\)/],
    ["a type", { type: ["region-added"] }, /events_type \(event_type=\?/],
    [
      "the next page",
      { page: { limit: 50, after: { day: "2025-11-03", platform: "alpha", id: "europe" } } },
      /events_day \(sort_day<\?\)/,
    ],
    ["a platform", { platform: ["alpha"] }, /platforms_id \(id=\?/],
    ["a region", { region: "DE" }, /events_day/],
  ])("by an index: %s", async (_what, query, expected) => {
    const plan = await store.explainEvents(at, { page: { limit: 50 }, ...query });
    expect(plan.join("\n")).toMatch(expected);
    expect(plan.filter((line) => /\bSCAN (e|p|w)$/.test(line))).toEqual([]);
  });
});
