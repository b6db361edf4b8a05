import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { createApp, services } from "../../src/api/index.ts";
import { Store } from "../../src/db/index.ts";
import { historyOf } from "../../src/history/history.ts";
import { cutRelease } from "../../src/history/releases.ts";
import type { ReleaseLedger } from "../../src/model/index.ts";
import { datasetOf, recordsOf } from "../../src/records/load.ts";
import { event, operator, platform, practice, rule } from "../fixtures/records.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* Two releases of 120 platforms with two events each: more than a page of anything. */
const COUNT = 120;
const named = (n: number) => `p${String(n).padStart(3, "0")}`;
const dataset = (round: number) =>
  datasetOf(
    Array.from({ length: COUNT }, (_, n) =>
      platform([practice([rule("all")])], {
        id: named(n),
        name: named(n).toUpperCase(),
        domains: [{ host: `${named(n)}.example`, role: "main" }],
        summary: `Round ${round}.`,
        sources: platformSources(round),
        events: [
          event("first", "announced", { announced: `2020-01-${String(1 + (n % 28)).padStart(2, "0")}` }),
          event("second", "announced", { announced: `2021-01-${String(1 + (n % 28)).padStart(2, "0")}` }),
        ],
      }),
    ),
    [operator()],
  );
const platformSources = (round: number) => {
  const { sources } = platform([]);
  return sources.map((source) => ({ ...source, title: `${source.title} ${round}` }));
};
const ledgers: ReleaseLedger[] = [];
ledgers.push(cutRelease(ledgers, recordsOf(dataset(1)), { date: "2026-11-01" }));
ledgers.push(cutRelease(ledgers, recordsOf(dataset(2)), { date: "2026-11-02" }));

let server: TestServer;
beforeAll(async () => {
  server = await testServer(historyOf(dataset(2), ledgers));
});
afterAll(() => server.engine.close());

interface Page {
  ids: string[];
  links: Record<string, string>;
}
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ["link", "entry"].includes(name),
});
const pathOf = (url: string): string => url.replace("http://localhost", "");

async function atomPage(path: string): Promise<Page> {
  const { feed } = parser.parse(await (await server.get(path)).text()) as {
    feed: { link: { "@_rel": string; "@_href": string }[]; entry?: { id: string }[] };
  };
  return {
    ids: (feed.entry ?? []).map((e) => e.id),
    links: Object.fromEntries(feed.link.map((l) => [l["@_rel"], pathOf(l["@_href"])])),
  };
}

async function jsonPage(path: string): Promise<Page> {
  const feed = await server.json<{ items: { id: string }[]; next_url?: string; feed_url: string }>(path);
  return {
    ids: feed.items.map((i) => i.id),
    links: { self: pathOf(feed.feed_url), ...(feed.next_url && { next: pathOf(feed.next_url) }) },
  };
}

/** Every page of a feed, in order. */
async function pagesFrom(path: string, read: (path: string) => Promise<Page>): Promise<Page[]> {
  const pages: Page[] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const page: Page = await read(next);
    pages.push(page);
    next = page.links["next"];
  }
  return pages;
}

/** The most entries in a calendar. */
const mostIn = (path: string): number => (path.startsWith("/changes") ? 100 : 250);

describe.each([
  ["/changes", 2 * COUNT + 1],
  ["/changes?class=editorial", COUNT],
  ["/events", 2 * COUNT],
  ["/new-platforms", COUNT],
  ["/platforms/p001/changes", 2],
  ["/releases", 2],
])("the feed of %s", (list, entries) => {
  const path = (format: string) => list.replace(/(?=\?|$)/, `.${format}`);
  test.each([
    ["atom", atomPage],
    ["json", jsonPage],
  ] as const)("has every entry on some page, once: %s", async (format, read) => {
    const pages = await pagesFrom(path(format), read);
    const ids = pages.flatMap((page) => page.ids);
    expect([ids.length, new Set(ids).size]).toEqual([entries, entries]);
    expect(pages.length).toBe(Math.ceil(entries / 50));
    for (const page of pages) expect(page.links["self"]).toBeDefined();
  });
  test("its pages link to each other, and to the first and the last", async () => {
    const pages = await pagesFrom(path("atom"), atomPage);
    for (const [i, { links }] of pages.entries()) {
      expect(links["current"]).toBe(i === 0 ? undefined : pages[0]?.links["self"]);
      expect(links["first"]).toBe(pages[0]?.links["self"]);
      expect(links["last"]).toBe(pages.at(-1)?.links["self"]);
      expect(links["next"]).toBe(pages[i + 1]?.links["self"]);
      expect(links["previous"]).toBe(pages[i - 1]?.links["self"]);
    }
  });
  test("every page has the same feed id, and no calendar has pages", async () => {
    const ids = await Promise.all(
      (await pagesFrom(path("atom"), atomPage)).map(
        async ({ links }) =>
          /<id>(.*?)<\/id>/.exec(await (await server.get(links["self"] ?? "")).text())?.[1],
      ),
    );
    expect(new Set(ids).size).toBe(1);
    const text = await (await server.get(path("ics"))).text();
    expect(new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").length).toBe(
      Math.min(entries, mostIn(list)),
    );
    expect((await server.get(`${path("ics").split("?")[0]}?cursor=1`)).status).toBe(400);
  });
});

test("a page keeps its entries when a release is added", async () => {
  const { links } = await atomPage("/changes.atom");
  const before = await atomPage("/changes.atom?release=2026.11.1&cursor=100");
  expect((await atomPage("/changes.atom?cursor=100")).ids).toEqual(before.ids);
  expect(links["next"]).toBe("/changes.atom?cursor=191");
});

test("an entry has the changes of one record in one release, the most important as its title", async () => {
  const { items } = await server.json<{ items: { title: string; content_text: string; url: string }[] }>(
    "/platforms/p001/changes.json",
  );
  expect(items.map(({ title, content_text }) => [title, content_text])).toEqual([
    [
      "P001: document “Help 2”: title changed from “Help 1” to “Help 2” (and 2 more changes)",
      [
        "3 changes in release 2026.11.2 of 2 November 2026.",
        "Evidence:",
        [
          "- document “Help 2”: title changed from “Help 1” to “Help 2”",
          "- document “Privacy Policy 2”: title changed from “Privacy Policy 1” to “Privacy Policy 2”",
        ].join("\n"),
        "Wording and other edits:",
        "- summary changed from “Round 1.” to “Round 2.”",
      ].join("\n\n"),
    ],
    [
      "P001: new platform in the dataset",
      "1 change in release 2026.11.1 of 1 November 2026.\n\nEvidence:\n\n- new platform in the dataset",
    ],
  ]);
});

test("a digest has one entry for each release, with the new and the changed records by class", async () => {
  const { items } = await server.json<{ items: { title: string; content_text: string }[] }>("/releases.json");
  expect(items.map((i) => i.title)).toEqual([
    "Release 2026.11.2: 120 records changed",
    "Release 2026.11.1: 120 new platforms",
  ]);
  expect(items[0]?.content_text).toMatch(/^New evidence: P000 \(2\), P001 \(2\), /);
  expect(items[0]?.content_text).toContain("\n\nWording and other edits: P000 (1), ");
  expect(items[1]?.content_text).toMatch(/^New platforms: P000, P001, /);
});

test("a new platform is an entry with its headline and summary", async () => {
  const { items } = await server.json<{ items: { title: string; content_text: string; url: string }[] }>(
    "/new-platforms.json",
  );
  expect(items[0]).toMatchObject({
    title: "New: P119",
    content_text: "The documents we read do not say whether P119 trains AI with your own data.\n\nRound 2.",
    url: "http://localhost/platforms/p119",
  });
});

test("as files, feeds are whole", async () => {
  const app = createApp(services(new Store(server.engine.db), { feedEntries: Number.MAX_SAFE_INTEGER }));
  const feed = (await (await app.request("/changes.json")).json()) as { items: object[]; next_url?: string };
  expect([feed.items.length, feed.next_url]).toEqual([2 * COUNT + 1, undefined]);
});
