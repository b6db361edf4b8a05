import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testHistory } from "../fixtures/history.ts";
import { type SiteServer, siteServer } from "./server.ts";

/* Every link of every feed leads to a page that people can read, and to the entry's place on it. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer(testHistory());
});
afterAll(() => server.engine.close());

interface Link {
  "@_rel": string;
  "@_href": string;
  "@_type"?: string;
}
const forPeople = (links: Link | Link[]): string[] =>
  [links]
    .flat()
    .filter((l) => l["@_rel"] === "alternate" && l["@_type"] === "text/html")
    .map((l) => l["@_href"]);

/** The links for people in a feed of a format: of the feed itself, and of its entries. */
const READERS: Record<string, (text: string) => { home: string[]; entries: string[] }> = {
  atom(text) {
    const { feed } = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === "entry",
    }).parse(text) as { feed: { link: Link[]; entry?: { link: Link }[] } };
    return {
      home: forPeople(feed.link),
      entries: (feed.entry ?? []).flatMap(({ link }) => forPeople(link)),
    };
  },
  json(text) {
    const feed = JSON.parse(text) as { home_page_url: string; items: { url: string }[] };
    return { home: [feed.home_page_url], entries: feed.items.map((item) => item.url) };
  },
  ics: (text) => ({
    home: [],
    entries: new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((event) => String(event.getFirstPropertyValue("url"))),
  }),
};

const FEEDS = ["/events", "/changes", "/platforms/alpha/changes", "/releases", "/new-platforms"];

describe.each(["", "?since=2026-11-20"])("feeds with %j", (query) => {
  test.each(
    FEEDS.filter((path) => query === "" || path !== "/releases").flatMap((path) =>
      Object.keys(READERS).map((format) => [path, format] as const),
    ),
  )("%s.%s", async (path, format) => {
    const response = await server.ask(`${path}.${format}${query}`, { Accept: "*/*" });
    const { home, entries } = READERS[format]?.(await response.text()) ?? { home: [], entries: [] };
    expect(home).toHaveLength(format === "ics" ? 0 : 1);
    if (query === "") expect(entries.length).toBeGreaterThan(0);
    for (const link of [...home, ...entries]) {
      const { pathname, search, hash } = new URL(link);
      const page = await server.ask(pathname + search);
      const found = [link, page.status, page.headers.get("Content-Type")];
      expect(found).toEqual([link, 200, "text/html; charset=utf-8"]);
      if (hash !== "") expect(await page.text(), link).toContain(` id="${hash.slice(1)}"`);
    }
  });
});

test("the page of a filtered feed has the same filters", async () => {
  const { home_page_url: home } = JSON.parse(
    await server.page("/changes.json?class=policy&platform=alpha"),
  ) as { home_page_url: string };
  expect(home).toBe("http://localhost/changes?class=policy&platform=alpha");
});

describe("pages of changes and releases", () => {
  test("a release's page has its digest, its changes and its files; latest is the newest", async () => {
    const html = await server.page("/releases/2026.11.2");
    expect(html).toContain("<h1>Release 2026.11.2</h1>");
    expect(html).toContain("the default changed from on by default to asked first");
    expect(html).toContain('href="/download?release=2026.11.2"');
    expect(html).not.toContain("changes-2026-11-1-");
    expect(await server.page("/releases/latest")).toContain("<h1>Release 2026.11.2</h1>");
  });
  test("programs get JSON at the same paths, and for two releases so does everyone", async () => {
    for (const [path, accept] of [
      ["/changes", "application/json"],
      ["/releases/2026.11.2", "application/json"],
      ["/releases/2026.11.1...2026.11.2", "text/html"],
    ] as const)
      expect((await server.ask(path, { Accept: accept })).headers.get("Content-Type"), path).toBe(
        "application/json; charset=utf-8",
      );
  });
  test("an unknown release has a page that says so", async () => {
    const response = await server.ask("/releases/2026.11.9");
    expect([response.status, response.headers.get("Content-Type")]).toEqual([
      404,
      "text/html; charset=utf-8",
    ]);
  });
});
