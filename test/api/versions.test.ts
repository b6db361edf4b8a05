import type { z } from "@hono/zod-openapi";
import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as schemas from "../fixtures/api-schemas.ts";
import { EDIT, testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

const parsed = async <S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> => {
  const response = await server.get(path);
  expect(response.status, await response.clone().text()).toBe(200);
  return schema.parse(await response.json());
};
const changes = (query = "") =>
  parsed(`/changes${query}`, schemas.listOf(schemas.changeSchema, "TestChanges"));
const verdict = async (query: string) =>
  (await parsed(`/platforms/alpha?region=DE&as_of=2026-01-01${query}`, schemas.platformAnswerSchema)).resolved
    .practices[0]?.default;

describe("release=", () => {
  test("answers from that release; without it, from the current records", async () => {
    expect(await Promise.all(["", "&release=2026.11.2", "&release=2026.11.1"].map(verdict))).toEqual([
      "asked",
      "asked",
      "on",
    ]);
  });
  test("works with as_of; without it, the day is the release's own", async () => {
    const { resolved, meta } = await parsed(
      "/platforms/alpha?region=DE&release=2026.11.1&as_of=2025-11-02",
      schemas.platformAnswerSchema,
    );
    expect([resolved.audience.asOf, resolved.practices[0]?.rule, meta.release]).toEqual([
      "2025-11-02",
      "europe-before",
      "2026.11.1",
    ]);
    expect(
      (await parsed("/platforms/alpha?release=2026.11.1", schemas.platformAnswerSchema)).resolved.audience
        .asOf,
    ).toBe("2026-11-20");
  });
  test("works in lists, lookups, opt-out steps, operators and counts", async () => {
    for (const path of [
      "/platforms?default=on&region=DE&release=2026.11.1",
      "/lookup?url=alpha.example.com&release=2026.11.1",
      "/platforms/alpha/opt-out?release=2026.11.1",
      "/operators?release=2026.11.1",
      "/operators/child?release=2026.11.1",
      "/stats?release=2026.11.1",
    ]) {
      const response = await server.get(path);
      expect(
        [response.status, ((await response.json()) as { meta: { release: string } }).meta.release],
        path,
      ).toEqual([200, "2026.11.1"]);
    }
    const listed = async (release: string) =>
      (
        await server.json<{ items: { id: string }[] }>(`/platforms?default=on&region=DE&release=${release}`)
      ).items.map((p) => p.id);
    expect([await listed("2026.11.1"), await listed("2026.11.2")]).toEqual([["alpha"], []]);
  });
  test("an answer of a release is immutable", async () => {
    expect((await server.get("/platforms/alpha?release=2026.11.1")).headers.get("Cache-Control")).toBe(
      "public, max-age=31536000, immutable",
    );
    expect((await server.get("/platforms/alpha")).headers.get("Cache-Control")).not.toContain("immutable");
  });
  test.each([
    ["2026.11.9", 404, "unknown-release"],
    ["latest", 400, "invalid-parameter"],
  ])("%s is an error that names the nearest", async (release, status, type) => {
    const response = await server.get(`/platforms?release=${release}`);
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
      status,
      `/problems/${type}`,
    ]);
  });
});

describe("/releases", () => {
  test("lists them, newest first", async () => {
    const { items } = await parsed("/releases", schemas.listOf(schemas.releaseSchema, "TestReleases"));
    expect(items.map((r) => [r.version, r.previous, r.records, r.changes, r.notes.written])).toEqual([
      ["2026.11.2", "2026.11.1", 6, 1, "A default was asked for."],
      ["2026.11.1", null, 6, 6, null],
    ]);
  });
  test("one release has its hashes and changes", async () => {
    const body = await parsed("/releases/2026.11.2", schemas.releaseAnswerSchema);
    expect([Object.keys(body.hashes).length, body.items.map((c) => c.path)]).toEqual([6, [EDIT.path]]);
  });
  test("two releases give the net changes, in both directions", async () => {
    const there = await parsed("/releases/2026.11.1...2026.11.2", schemas.releaseDiffSchema);
    expect(there.items).toEqual([
      { record: EDIT.record, path: EDIT.path, before: "on", after: "asked", order: null },
    ]);
    expect(
      (await parsed("/releases/2026.11.2...2026.11.1", schemas.releaseDiffSchema)).items[0],
    ).toMatchObject({ before: "asked", after: "on" });
    expect((await parsed("/releases/2026.11.1...2026.11.1", schemas.releaseDiffSchema)).items).toEqual([]);
  });
  test("an unknown release is not found", async () =>
    expect((await server.get("/releases/2026.11.1...2026.12.1")).status).toBe(404));
  test("pages of a release's changes contain each once", async () => {
    const seen: string[] = [];
    for (let next: string | null = "/releases/2026.11.1?limit=4"; next; ) {
      const page: z.infer<typeof schemas.releaseAnswerSchema> = await parsed(
        next,
        schemas.releaseAnswerSchema,
      );
      expect(page.total).toBe(6);
      seen.push(...page.items.map((c) => c.record));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });
});

describe("/changes", () => {
  test("one default edited in one record is exactly one policy change", async () => {
    const { items, total } = await changes("?class=policy");
    expect([total, items]).toEqual([
      1,
      [
        {
          id: "2026.11.2/7",
          release: "2026.11.2",
          date: "2026-11-22",
          class: "policy",
          record: "platforms/alpha",
          name: "Alpha",
          platform: "alpha",
          operator: "child",
          purpose: "train-generative-ai",
          regions: expect.arrayContaining(["EEA", "DE", "CH"]),
          path: EDIT.path,
          before: "on",
          after: "asked",
          order: null,
          summary: "default of rule europe in practice training: on → asked",
        },
      ],
    ]);
  });
  test.each([
    ["?since=2026-11-21", 1],
    ["?until=2026-11-22", 6],
    ["?platform=alpha", 2],
    ["?platform=alpha,beta", 3],
    ["?operator=child", 4],
    ["?category=messaging", 1],
    ["?region=DE&class=policy", 1],
    ["?region=CH&class=policy", 1],
    ["?region=US&class=policy", 0],
    ["?purpose=train-generative-ai", 1],
    ["?purpose=human-review", 0],
    ["?class=evidence", 6],
  ])("%s", async (query, expected) => expect((await changes(query)).total).toBe(expected));
  test("pages link to each other", async () => {
    const seen: string[] = [];
    let next: string | null = "/changes?limit=3";
    while (next) {
      const page: Awaited<ReturnType<typeof changes>> = await parsed(
        next,
        schemas.listOf(schemas.changeSchema, "TestChangePage"),
      );
      seen.push(...page.items.map((c) => c.id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size, seen[0]]).toEqual([7, 7, "2026.11.2/7"]);
  });
  test("history contains events and released changes, each labelled", async () => {
    const { items } = await parsed(
      "/platforms/alpha/history",
      schemas.listOf(schemas.historyItemSchema, "TestJoined"),
    );
    expect(items.map((i) => [i.kind, i.day])).toEqual([
      ["change", "2026-11-22"],
      ["change", "2026-11-20"],
      ["event", "2025-11-03"],
      ["event", "2024-09-30"],
    ]);
    expect(
      (
        await parsed(
          "/platforms/alpha/history?release=2026.11.1",
          schemas.listOf(schemas.historyItemSchema, "TestJoined1"),
        )
      ).total,
    ).toBe(3);
  });
  test("pages of a history contain each item once, in the same order", async () => {
    const schema = schemas.listOf(schemas.historyItemSchema, "TestHistoryPage");
    const days: string[] = [];
    for (let next: string | null = "/platforms/alpha/history?limit=3"; next; ) {
      const page: z.infer<typeof schema> = await parsed(next, schema);
      days.push(...page.items.map((i) => i.day));
      next = page.next;
    }
    expect(days).toEqual(["2026-11-22", "2026-11-20", "2025-11-03", "2024-09-30"]);
  });
  test("up to a release", async () => expect((await changes("?release=2026.11.1")).total).toBe(6));
});

describe("feeds", () => {
  /** Must never change: readers would show the entry a second time. */
  const ID = "urn:uuid:a2387468-f1ac-5a4e-a9f9-a6786451608b";
  const policy = "?class=policy";
  test("Atom, read by an independent parser", async () => {
    const response = await server.get(`/changes.atom${policy}`);
    expect(response.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(await response.text()) as {
      feed: {
        "@_xmlns": string;
        id: string;
        updated: string;
        entry: { id: string; title: string; updated: string; link: { "@_href": string } };
      };
    };
    expect([feed["@_xmlns"], feed.updated]).toEqual([
      "http://www.w3.org/2005/Atom",
      "2026-11-22T00:00:00.000Z",
    ]);
    expect(feed.entry).toMatchObject({
      id: ID,
      updated: "2026-11-22T00:00:00.000Z",
    });
    expect(JSON.stringify(feed.entry.title)).toContain(
      "Alpha (policy): default of rule europe in practice training: on → asked",
    );
  });
  test("each feed has an id of its own, the same on every server", async () => {
    const idOf = async (url: string) =>
      /<id>(.*?)<\/id>/.exec(await (await server.get(url)).text())?.[1] ?? "";
    const [all, here, there] = await Promise.all(
      ["/changes.atom", `/changes.atom${policy}`, `https://other.example/changes.atom${policy}`].map(idOf),
    );
    expect(new Set([all, here]).size).toBe(2);
    expect(there).toBe(here);
  });
  test("JSON Feed 1.1", async () => {
    const feed = await server.json<{
      version: string;
      feed_url: string;
      authors: object[];
      items: { id: string; url: string; date_modified: string }[];
    }>(`/changes.json${policy}`);
    expect([feed.version, feed.feed_url, feed.authors.length, feed.items.length]).toEqual([
      "https://jsonfeed.org/version/1.1",
      `http://localhost/changes.json${policy}`,
      1,
      1,
    ]);
    expect(feed.items[0]).toMatchObject({
      id: ID,
      url: "http://localhost/platforms/alpha/history",
    });
  });
  test("a calendar, with upcoming changes", async () => {
    const text = await (await server.get(`/changes.ics${policy}`)).text();
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((e) => new ICAL.Event(e));
    expect(events.map((e) => [e.uid, e.startDate.toString(), e.startDate.isDate])).toEqual([
      [ID, "2026-11-22", true],
    ]);
  });
  test.each(["atom", "json", "ics"])(
    "a platform has its own feed, under its own path: %s",
    async (format) => {
      const own = await (await server.get(`/platforms/alpha/changes.${format}?class=policy`)).text();
      const filtered = await (await server.get(`/changes.${format}?class=policy&platform=alpha`)).text();
      // An Atom feed begins with its own id, which is different for each feed.
      const ids = (text: string) =>
        [...text.matchAll(/urn:uuid:[0-9a-f-]{36}/g)].map((m) => m[0]).slice(format === "atom" ? 1 : 0);
      expect([ids(own), ids(own)]).toEqual([[ID], ids(filtered)]);
      expect((await server.get(`/platforms/alpah/changes.${format}`)).status).toBe(404);
      expect((await server.get(`/platforms/alpha-old/changes.${format}`)).headers.get("Location")).toBe(
        `/platforms/alpha/changes.${format}`,
      );
    },
  );
  test("feed readers can discover the feeds", async () => {
    expect((await server.get("/platforms/alpha")).headers.get("Link")).toContain(
      '</platforms/alpha/changes.atom>; rel="alternate"; type="application/atom+xml"',
    );
    expect((await server.get("/changes?class=policy")).headers.get("Link")).toContain(
      '</changes.ics?class=policy>; rel="alternate"; type="text/calendar"',
    );
    expect((await server.get("/")).headers.get("Link")).toContain('</openapi.json>; rel="service-desc"');
    expect(await (await server.get("/", { Accept: "text/html" })).text()).toContain(
      '<link rel="alternate" type="application/atom+xml"',
    );
  });
  test("a platform without changes has an empty feed, dated at the epoch", async () => {
    const { feed } = new XMLParser().parse(
      await (await server.get("/changes.atom?platform=gamma&since=2026-11-22")).text(),
    ) as {
      feed: { updated: string; entry?: unknown };
    };
    expect([feed.updated, feed.entry]).toEqual(["1970-01-01T00:00:00.000Z", undefined]);
  });
  test.each(["atom", "json", "ics"])("304 for clients that have it: %s", async (format) => {
    const first = await server.get(`/changes.${format}`);
    expect(
      (await server.get(`/changes.${format}`, { "If-None-Match": first.headers.get("ETag") ?? "" })).status,
    ).toBe(304);
    expect(await (await server.get(`/changes.${format}`)).text()).toBe(await first.text());
  });
  test.each([
    "/changes?platform=aplha",
    "/changes?operator=chidl",
    "/changes.ics?platform=aplha",
    "/platforms?operator=chidl",
  ])("a filter with an unknown id is an error that names the nearest: %s", async (path) => {
    const response = await server.get(path);
    const body = (await response.json()) as { parameter: string; nearest: string[] };
    expect([response.status, body.nearest.length]).toEqual([400, 1]);
  });
  test("a wrong filter is an error in a feed too", async () =>
    expect((await server.get("/changes.atom?clas=policy")).status).toBe(400));
});

describe("/compare", () => {
  test("over time, in words", async () => {
    const { overTime } = await parsed(
      "/compare?id=alpha&region=DE&from=2025-01-01&to=2026-01-01&release=2026.11.1",
      schemas.compareSchema,
    );
    expect(overTime).toMatchObject({
      from: "2025-01-01",
      to: "2026-01-01",
      overall: { before: "no-choice", after: "no-choice" },
    });
    expect(overTime?.practices).toEqual([
      {
        id: "training",
        title: "Training",
        before: "not-used",
        after: "on-by-default",
        changes: ["not used → on by default, since 2025-11-03", "new control: Use my data for AI"],
      },
      { id: "ranking", title: "Training", before: "no-choice", after: "no-choice", changes: [] },
    ]);
    expect(overTime?.events.map((e) => e.id)).toEqual(["europe"]);
  });
  test("side by side", async () => {
    const { sideBySide, audience } = await parsed(
      "/compare?ids=alpha,beta&plan=business",
      schemas.compareSchema,
    );
    expect([sideBySide?.map((p) => [p.id, p.resolved.overall]), audience.plan]).toEqual([
      [
        ["alpha", "no-choice"],
        ["beta", "not-used"],
      ],
      "business",
    ]);
  });
  test.each([
    ["", "id: give either id, with from and to, or ids."],
    ["?id=alpha", "from: is missing"],
    ["?id=alpha&from=2026-01-01&to=2025-01-01", "from: 2026-01-01 is after 2025-01-01."],
    ["?ids=a,b,c,d,e,f,g,h,i,j,k", "ids: has 11 platforms; the most is 10."],
  ])("%s is an error", async (query, detail) => {
    const response = await server.get(`/compare${query}`);
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining(detail),
    ]);
  });
});

test("unreleased records are served as unreleased, and releases do not change", async () => {
  const other = await testServer(testHistory(true));
  try {
    expect(
      await other.json<{ summary: string; meta: { release: string } }>("/platforms/gamma"),
    ).toMatchObject({
      summary: "Changed since.",
      meta: { release: "unreleased" },
    });
    expect((await other.json<{ summary: string }>("/platforms/gamma?release=2026.11.2")).summary).toBe(
      "An invented platform.",
    );
    expect((await other.json<{ total: number }>("/changes")).total).toBe(7);
  } finally {
    await other.engine.close();
  }
});
