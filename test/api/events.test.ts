import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyOf } from "../../src/history/history.ts";
import { datasetOf } from "../../src/records/load.ts";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { control, event, hosts, operator, platform, practice, rule } from "../fixtures/records.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

const first = platform([practice([rule("all")])], {
  id: "first",
  name: "First",
  domains: hosts("first.example"),
  controls: [
    control("objection", {
      name: "Objection form",
      when: { regions: ["EEA"], until: "2027-01-15" },
      note: "Later objections count from then on.",
    }),
    control("old", { when: { until: "2025" } }),
  ],
  events: [
    event(
      "europe",
      "region-added",
      { announced: "2026-10-01", effective: "2027-02-01" },
      { when: { regions: ["EEA"] }, evidence: ["policy#ai", "help"] },
    ),
    event("sale", "licensing-deal", { effective: "2026-12" }),
    event("past", "training-began", { effective: "2025" }),
  ],
});
const second = platform([practice([rule("all")])], {
  id: "second",
  name: "Second",
  category: "messaging",
  domains: hosts("second.example"),
  events: [event("seen", "terms-changed", { observed: "2026-11-01", reported: "2026-11-05" })],
});

let server: TestServer;
beforeAll(async () => {
  server = await testServer(historyOf(datasetOf([first, second], [operator()]), []));
});
afterAll(() => server.engine.close());

const schema = schemas.listOf(schemas.platformEventSchema, "TestEvents", "For a test.");
const list = (query = "") => parsedBy(server, `/events${query}`, schema);

describe("/events", () => {
  test("lists what platforms did and will do, newest first", async () => {
    const { items, total } = await list();
    expect([items.map((e) => [e.id, e.day, e.precision, e.upcoming]), total]).toEqual([
      [
        ["first/europe", "2027-02-01", "day", true],
        ["first/sale", "2026-12-31", "month", true],
        ["second/seen", "2026-11-01", "day", false],
        ["first/past", "2025-12-31", "year", false],
      ],
      4,
    ]);
  });
  test("each has its platform, its fields and the documents that show it", async () => {
    const { items } = await list("?type=region-added");
    expect(items[0]).toMatchObject({
      platform: { id: "first", name: "First", category: "social-network" },
      event: { type: "region-added", dates: { announced: "2026-10-01", observed: null }, detail: null },
      sources: [
        {
          title: "Privacy Policy",
          url: "https://example.com/privacy",
          archived: "https://github.com/Example/versions/blob/0123456789ab/Example/Privacy%20Policy.md",
        },
        { title: "Help", url: "https://example.com/help", archived: null },
      ],
    });
  });
  test.each([
    ["?platform=second", ["seen"]],
    ["?platform=second,first&until=2026-01-01", ["past"]],
    ["?category=messaging", ["seen"]],
    ["?type=licensing-deal,terms-changed", ["sale", "seen"]],
    ["?region=US", ["sale", "seen", "past"]],
    ["?region=DE&since=2027-01-01", ["europe"]],
    ["?upcoming=true", ["europe", "sale"]],
    ["?upcoming=false", ["seen", "past"]],
  ])("%s", async (query, expected) =>
    expect((await list(query)).items.map((e) => e.event.id)).toEqual(expected),
  );
  test("a date in words, with the days that it can mean", async () => {
    const { items } = await list("?platform=first");
    expect(items.map((e) => [e.when, e.period])).toEqual([
      ["on 1 February 2027", { from: "2027-02-01", until: "2027-02-02" }],
      ["in December 2026", { from: "2026-12-01", until: "2027-01-01" }],
      ["in 2025", { from: "2025-01-01", until: "2026-01-01" }],
    ]);
  });
  test.each(["/events", "/events.atom", "/events.ics", "/changes", "/changes.json", "/new-platforms.atom"])(
    "since after until is refused, and both are named: %s",
    async (path) => {
      const response = await server.get(`${path}?since=2026-02-01&until=2026-01-01`);
      const body = (await response.json()) as { detail: string; errors: { parameter: string }[] };
      expect([response.status, body.detail, body.errors.map((e) => e.parameter)]).toEqual([
        404,
        "since=2026-02-01 is after until=2026-01-01: exchange them, or omit one.",
        ["since", "until"],
      ]);
      expect((await server.get(`${path}?since=2026-01-01&until=2026-01-01`)).status).toBe(200);
    },
  );
  test("pages contain each once", async () => {
    const seen: string[] = [];
    for (let next: string | null = "/events?limit=1"; next; ) {
      const page: Awaited<ReturnType<typeof list>> = await parsedBy(server, next, schema);
      seen.push(...page.items.map((e) => e.event.id));
      next = page.next;
    }
    expect(seen).toEqual(["europe", "sale", "seen", "past"]);
  });
  test.each([
    ["/events?platform=secnod", 404, "second"],
    ["/events.ics?type=licencing-deal", 400, "licensing-deal"],
  ])("a wrong filter is an error that names the nearest: %s", async (path, status, nearest) => {
    const response = await server.get(path);
    expect([response.status, ((await response.json()) as { nearest: string[] }).nearest]).toEqual([
      status,
      [nearest],
    ]);
  });
});

describe("feeds of events", () => {
  test("Atom: an announced event is dated by its announcement, so that no entry is in the future", async () => {
    const { feed } = new XMLParser().parse(await (await server.get("/events.atom")).text()) as {
      feed: { updated: string; entry: { title: string; updated: string }[] };
    };
    // That of the sale is not known: it is the day of the data, and not the day of the request.
    expect(feed.updated).toBe("2026-11-01T00:00:00Z");
    expect(feed.entry.map((e) => [e.title, e.updated.slice(0, 10)])).toEqual([
      ["First: europe happened.", "2026-10-01"],
      ["First: sale happened. (in December 2026)", "2026-11-01"],
      ["Second: seen happened.", "2026-11-01"],
      ["First: past happened. (in 2025)", "2025-12-31"],
    ]);
  });
  test("JSON Feed 1.1, with filters", async () => {
    const feed = await server.json<{ version: string; items: { tags: string[]; url: string }[] }>(
      "/events.json?platform=second",
    );
    expect([feed.version, feed.items.length, feed.items[0]?.url]).toEqual([
      "https://jsonfeed.org/version/1.1",
      1,
      "http://localhost/events?platform=second#events-second-seen",
    ]);
  });
  const calendarOf = async (query: string) => {
    const text = await (await server.get(`/events.ics${query}`)).text();
    return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  };
  const days = async (query: string) =>
    (await calendarOf(query))
      .map((e) => new ICAL.Event(e))
      .map((e) => [`${e.startDate}/${e.endDate}`, e.summary]);
  test("a calendar, with the last days of controls that end; a month takes all of it", async () => {
    expect(await days("?upcoming=true")).toEqual([
      ["2027-01-14/2027-01-15", "First: Last day for “Objection form”"],
      ["2027-02-01/2027-02-02", "First: europe happened."],
      ["2026-12-01/2027-01-01", "First: sale happened. (in December 2026)"],
    ]);
    expect(await days("?upcoming=true&region=US")).toEqual([
      ["2026-12-01/2027-01-01", "First: sale happened. (in December 2026)"],
    ]);
    expect(await days("?since=2027-01-01&until=2027-02-01")).toEqual([
      ["2027-01-14/2027-01-15", "First: Last day for “Objection form”"],
    ]);
    expect(await days("?platform=first&until=2026-01-01")).toEqual([
      ["2025-01-01/2026-01-01", "First: past happened. (in 2025)"],
    ]);
  });
  test("no entry makes anyone busy", async () => {
    const entries = await calendarOf("");
    expect(entries.map((e) => e.getFirstPropertyValue("transp"))).toEqual(entries.map(() => "TRANSPARENT"));
  });
  test("reminders only where they are asked for, and only of what is to come: at nine, so many days before", async () => {
    const reminders = async (query: string) =>
      (await calendarOf(query)).map((e) => {
        const alarm = e.getFirstSubcomponent("valarm");
        return (
          alarm && [alarm.getFirstPropertyValue("action"), String(alarm.getFirstPropertyValue("trigger"))]
        );
      });
    expect(await reminders("?platform=first")).toEqual([null, null, null, null]);
    const weekBefore = ["DISPLAY", "-P6DT15H"];
    expect(await reminders("?platform=first&reminder=7d")).toEqual([
      weekBefore,
      weekBefore,
      weekBefore,
      null,
    ]);
    expect((await server.get("/events.ics?reminder=7")).status).toBe(400);
    expect((await server.get("/events.atom?reminder=7d")).status).toBe(400);
  });
  test("events and changes never have the same id", async () => {
    const ids = async (path: string): Promise<string[]> =>
      (await (await server.get(path)).text()).match(/urn:uuid:[0-9a-f-]+/g) ?? [];
    const [events, changes] = await Promise.all(["/events.atom", "/changes.atom"].map(ids));
    expect(events?.filter((id) => changes?.includes(id))).toEqual([]);
  });
});
