import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CATEGORY, EVENT_TYPE } from "../../src/model/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

describe("feeds", () => {
  /** Must never change: readers would show the entry a second time. */
  const ID = "urn:uuid:f9f222ee-5b58-5ca4-b2b0-9aa04f33425e";
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
    expect([feed["@_xmlns"], feed.updated]).toEqual(["http://www.w3.org/2005/Atom", "2026-11-22T00:00:00Z"]);
    expect(feed.entry).toMatchObject({
      id: ID,
      updated: "2026-11-22T00:00:00Z",
    });
    expect(JSON.stringify(feed.entry.title)).toContain(
      "Alpha: “Training”, people in the EEA and Switzerland, from 3 November 2025: the default changed from on by default to asked first",
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
      url: "http://localhost/changes?platform=alpha#changes-2026-11-2-platforms-alpha",
    });
  });
  test("a calendar", async () => {
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
      const alias = await server.get(`/platforms/alpha-old/changes.${format}`);
      expect([alias.status, alias.headers.get("Content-Location")]).toEqual([
        200,
        `/platforms/alpha/changes.${format}`,
      ]);
    },
  );
  test("a request with very many filters has no links that proxies would refuse", async () => {
    const query = new URLSearchParams({
      category: Object.keys(CATEGORY).join(","),
      type: Object.keys(EVENT_TYPE).join(","),
    });
    const { status, headers } = await server.get(`/events?${query}`);
    expect([status, headers.get("Link")]).toEqual([200, null]);
  });
  test("feed readers can discover the feeds", async () => {
    expect((await server.get("/platforms/alpha")).headers.get("Link")).toContain(
      '</platforms/alpha/changes.atom>; rel="alternate"; type="application/atom+xml"',
    );
    expect((await server.get("/changes?class=policy")).headers.get("Link")).toContain(
      '</changes.ics?class=policy>; rel="alternate"; type="text/calendar"',
    );
    expect((await server.get("/events?type=announced")).headers.get("Link")).toContain(
      '</events.atom?type=announced>; rel="alternate"; type="application/atom+xml"',
    );
    expect((await server.get("/")).headers.get("Link")).toContain('</openapi.json>; rel="service-desc"');
  });
  test("a platform without changes has an empty feed, dated at the epoch", async () => {
    const { feed } = new XMLParser().parse(
      await (await server.get("/changes.atom?platform=gamma&since=2026-11-22")).text(),
    ) as {
      feed: { updated: string; entry?: unknown };
    };
    expect([feed.updated, feed.entry]).toEqual(["1970-01-01T00:00:00Z", undefined]);
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
    expect([response.status, body.nearest.length]).toEqual([404, 1]);
  });
  test("a wrong filter is an error in a feed too", async () =>
    expect((await server.get("/changes.atom?clas=policy")).status).toBe(400));
});
