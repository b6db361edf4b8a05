import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyOf } from "../../src/history/history.ts";
import { datasetOf } from "../../src/records/load.ts";
import { parsed } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { control, event, operator, platform, practice, rule, uses } from "../fixtures/records.ts";
import { type TestServer, TODAY, testServer } from "../fixtures/server.ts";

/* The day of the requests is 24 November 2026. */
const record = platform(
  [
    practice(
      [
        uses("germany", "on", { when: { regions: ["DE"], from: "2026-12-04" } }),
        rule("before", { when: { until: "2026-11-25" }, dataUse: "does-not-use" }),
        rule("after", { when: { from: "2026-11-25" } }),
        rule("past", { when: { from: "2025-01-01", until: "2025-02-01" } }),
      ],
      { title: "Training on posts" },
    ),
  ],
  {
    name: "Alpha",
    controls: [
      control("today", { name: "Ends today", when: { until: "2026-11-25" } }),
      control("tomorrow", { name: "Ends tomorrow", when: { until: "2026-11-26" } }),
      control("yesterday", { name: "Ended yesterday", when: { until: TODAY } }),
      control("month", { name: "Ends in a month", when: { until: "2026-12" } }),
      control("new", { name: "Is new", when: { regions: ["EEA"], from: TODAY } }),
    ],
    events: [
      event("today", "terms-changed", { effective: TODAY }),
      event("yesterday", "terms-changed", { effective: "2026-11-23" }),
      event("month", "region-added", { effective: "2026-11" }),
      event("last-month", "region-added", { effective: "2026-10" }),
      event("seen", "terms-changed", { observed: TODAY }),
    ],
  },
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer(historyOf(datasetOf([record], [operator()]), []));
});
afterAll(() => server.engine.close());

const schema = schemas.listOf(schemas.upcomingSchema, "TestUpcoming", "For a test.");
const upcoming = async (query = "") => (await parsed(server, `/upcoming${query}`, schema)).items;
const ids = async (query = "") => (await upcoming(query)).map((item) => item.id.replace("example/", ""));

describe("/upcoming", () => {
  test("what is today, or in this month, is in; what is over is not", async () =>
    expect(await ids("?within=1d")).toEqual([
      "event/month",
      "control-begins/new",
      "control-ends/today",
      "event/today",
      "rule-ends/training/before",
      "control-ends/tomorrow",
      "rule-begins/training/after",
    ]));
  test("within as many days as wanted, thirty without a wish", async () => {
    expect(await ids("?within=7d")).toEqual([...(await ids("?within=1d")), "control-ends/month"]);
    expect((await ids()).slice(-1)).toEqual(["rule-begins/training/germany"]);
    expect(await ids("?within=30d")).toEqual(await ids());
  });
  test("by place", async () => {
    expect(await ids("?region=US&within=1d")).not.toContain("control-begins/new");
    expect(await ids("?region=US")).not.toContain("rule-begins/training/germany");
  });
  test("in words, with the days that are left", async () => {
    const items = await upcoming();
    const find = (id: string) => items.find((item) => item.id.endsWith(id));
    expect(find("control-ends/example/tomorrow")).toMatchObject({
      kind: "control-ends",
      day: "2026-11-25",
      days: 1,
      when: "on 25 November 2026",
      title: "Last day for “Ends tomorrow”",
    });
    expect(find("control-ends/example/month")).toMatchObject({
      day: "2026-12-01",
      days: 7,
      precision: "month",
      when: "in December 2026",
      title: "“Ends in a month” ends",
    });
    expect(find("rule-begins/example/training/germany")).toMatchObject({
      days: 10,
      regions: ["DE"],
      title: "Begins: “Training on posts”, people in Germany: confirmed by the company, on by default",
    });
  });
  test.each([
    ["?within=30", 400, "is not a number of days from 1d to 366d, such as 30d. Did you mean 30d?"],
    ["?within=400d", 400, "is not a number of days from 1d to 366d, such as 30d. Did you mean 366d?"],
    ["?platform=exampel", 404, "platform: there is no platform"],
  ])("%s is an error", async (query, status, detail) => {
    const response = await server.get(`/upcoming${query}`);
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      status,
      expect.stringContaining(detail),
    ]);
  });
});

describe("what is today is upcoming", () => {
  test("in the list", async () => {
    const list = schemas.listOf(schemas.platformEventSchema, "TestUpcomingEvents", "For a test.");
    const of = async (value: boolean) =>
      (await parsed(server, `/events?upcoming=${value}`, list)).items.map((e) => [e.event.id, e.upcoming]);
    expect(await of(true)).toEqual([
      ["month", true],
      ["today", true],
    ]);
    expect(await of(false)).toEqual([
      ["seen", false],
      ["yesterday", false],
      ["last-month", false],
    ]);
  });
  test("in the calendar, with controls whose last day is today or tomorrow", async () => {
    const text = await (await server.get("/events.ics?upcoming=true")).text();
    const entries = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents("vevent")
      .map((e) => new ICAL.Event(e));
    expect(entries.map((e) => [String(e.startDate), e.summary])).toEqual([
      ["2026-11-24", "Alpha: Last day for “Ends today”"],
      ["2026-11-25", "Alpha: Last day for “Ends tomorrow”"],
      ["2026-12-01", "Alpha: “Ends in a month” ends (in December 2026)"],
      ["2026-11-01", "Alpha: month happened. (in November 2026)"],
      ["2026-11-24", "Alpha: today happened."],
    ]);
  });
});
