import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  dayMeant,
  daysMeant,
  numberMeant,
  OTHER_NAMES,
  releaseMeant,
} from "../../src/api/http/meanings/index.ts";
import { ENDPOINTS } from "../../src/api/routes/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, TODAY, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

interface Wrong {
  status: number;
  detail: string;
  nearest?: string[];
  suggestion?: string;
}

describe("an error names the request that works", () => {
  test.each<[string, number, string | undefined]>([
    // Places, by name, in English and German, and by other codes.
    ["/platforms?region=Germany", 400, "/platforms?region=DE"],
    ["/platforms?region=Deutschland", 400, "/platforms?region=DE"],
    ["/platforms?region=California", 400, "/platforms?region=US-CA"],
    ["/platforms?region=Kalifornien", 400, "/platforms?region=US-CA"],
    ["/platforms?region=Bavaria", 400, "/platforms?region=DE-BY"],
    ["/platforms?region=GER", 404, "/platforms?region=DE"],
    ["/platforms?region=US-XX", 404, "/platforms?region=US"],
    ["/platforms?region=XX", 404, undefined],
    // What records and people call plans, ages and accounts.
    ["/platforms/alpha?plan=Premium", 400, "/platforms/alpha?plan=paid"],
    ["/platforms/alpha?plan=alpha+premium", 400, "/platforms/alpha?plan=paid"],
    ["/platforms/Alpha?plan=basic", 400, "/platforms/Alpha?plan=free"],
    ["/platforms?plan=premium", 400, "/platforms?plan=paid"],
    ["/platforms?age=17", 400, "/platforms?age=minor"],
    ["/platforms?account=logged-out", 400, "/platforms?account=signed-out"],
    ["/platforms?verdict=asked,on", 400, "/platforms?verdict=asked,on-by-default"],
    ["/platforms?withdrawn=true", 400, "/platforms?withdrawn=include"],
    ["/events?upcoming=yes", 400, "/events?upcoming=true"],
    // Parameters of other APIs, and their values.
    ["/platforms?country=DE", 400, "/platforms?region=DE"],
    ["/platforms?country=Germany", 400, "/platforms?region=DE"],
    ["/platforms?per_page=500", 400, "/platforms?limit=100"],
    ["/v1/platforms?date=17.9.2024", 400, "/v1/platforms?as_of=2024-09-17"],
    ["/changes?start_date=2026-01-01", 400, "/changes?since=2026-01-01"],
    ["/platforms?page=2", 400, "/platforms"],
    ["/platforms?page=adult", 400, "/platforms"],
    ["/platforms?lang=de", 400, undefined],
    ["/platforms?region=DE&region=FR", 400, "/platforms?region=FR"],
    ["/healthz?x=1", 400, "/healthz"],
    // Addresses.
    ["/lookup?url=alpha", 404, "/lookup?url=alpha.example.com"],
    ["/lookup?domain=alpha.example.com", 400, "/lookup?url=alpha.example.com"],
    ["/lookup?domain=alpha", 400, "/lookup?url=alpha.example.com"],
    ["/lookup?url=alpha.exmaple.com", 404, "/lookup?url=alpha.example.com"],
    ["/lookup?url=nothing+like+it", 404, undefined],
    // Numbers and days.
    ["/platforms?limit=1000", 400, "/platforms?limit=100"],
    ["/platforms?limit=ten", 400, "/platforms?limit=10"],
    ["/upcoming?within=30", 400, "/upcoming?within=30d"],
    ["/platforms?as_of=today", 400, `/platforms?as_of=${TODAY}`],
    ["/platforms?as_of=2024-02-30", 400, "/platforms?as_of=2024-02-29"],
    ["/changes?since=2026-12-01&until=2026-01-01", 404, "/changes?since=2026-01-01&until=2026-12-01"],
    ["/platforms?cursor=abc&sort=name", 404, "/platforms?sort=name"],
    [`/platforms?q=${"word+".repeat(41)}`, 400, `/platforms?q=${Array(40).fill("word").join("+")}`],
    // Names.
    ["/platforms/alpha.example.com", 404, "/platforms/alpha"],
    ["/compare?ids=alhpa,beta", 404, "/compare?ids=alpha,beta"],
    ["/compare?ids=alpha,zzzzzz,beta", 404, "/compare?ids=alpha,beta"],
    ["/changes?platform=alpha,,beta", 400, "/changes?platform=alpha,beta"],
    ["/releases/2026-11-1", 404, "/releases/2026.11.1"],
    ["/releases/2020.1.1", 404, "/releases/2026.11.1"],
    ["/releases/2026.11.2/since/2026-11-01", 404, "/releases/2026.11.2/since/2026.11.1"],
    ["/platforms?release=v2026.11.1", 400, "/platforms?release=2026.11.1"],
    ["/badge/alpha.png", 404, "/badge/alpha.svg"],
    ["/badge/alpha.png.svg", 404, "/badge/alpha.svg"],
    ["/schema/platfrom.schema.json", 404, "/schema/platform.schema.json"],
    ["/problems/unknown-pat", 404, "/problems/unknown-path"],
    // Paths.
    ["/alpha", 404, "/platforms/alpha"],
    ["/v1/platfroms", 404, "/v1/platforms"],
    ["/platforms/alpha/optout", 404, "/platforms/alpha/opt-out"],
    // Several faults, each with something in its place; or one without.
    ["/platforms?regoin=DE&plan=premium", 400, "/platforms?plan=paid&region=DE"],
    ["/platforms?region=Germany&lang=de", 400, undefined],
    // One that leads to another error is not suggested.
    ["/platforms/nobody?region=Germany", 400, undefined],
  ])("%s", async (path, status, suggestion) => {
    const response = await server.get(path);
    const body = (await response.json()) as Wrong;
    expect([response.status, body.suggestion]).toEqual([status, suggestion]);
    if (suggestion !== undefined) expect((await server.get(suggestion)).status).toBe(200);
    expect(server.logged).toEqual([]);
  });
  test("the record knows what its plans are called", async () => {
    const { detail } = await server.json<Wrong>("/platforms/alpha?plan=Premium");
    expect(detail).toContain("Alpha's Premium is paid.");
  });
  test("names of other APIs lead to parameters that some path has", () => {
    const names = new Set(ENDPOINTS.flatMap(({ query }) => Object.keys(query.shape)));
    expect(
      Object.values(OTHER_NAMES)
        .flat()
        .filter((name) => !names.has(name)),
    ).toEqual([]);
  });
});

describe("days that are meant", () => {
  test.each([
    ["17.9.2024", "2024-09-17"],
    ["2024-9-7", "2024-09-07"],
    ["2024/09/07", "2024-09-07"],
    ["20240917", "2024-09-17"],
    ["2024-09-17T10:00:00Z", "2024-09-17"],
    ["9/17/2024", "2024-09-17"],
    ["17/9/2024", "2024-09-17"],
    ["5/5/2024", "2024-05-05"],
    ["17 September 2024", "2024-09-17"],
    ["17. März 2024", "2024-03-17"],
    ["Sept. 17, 2024", "2024-09-17"],
    ["March 2024", "2024-03-01"],
    ["2024-09", "2024-09-01"],
    ["2024", "2024-01-01"],
    ["2023-02-29", "2023-02-28"],
    ["2024-04-31", "2024-04-30"],
    ["1726531200", "2024-09-17"],
    ["Today", "2026-11-24"],
    ["gestern", "2026-11-23"],
    // Which of the two is the month is not known.
    ["5/6/2024", undefined],
    ["2024-13-01", undefined],
    ["soon", undefined],
    ["", undefined],
  ])("%j is %s", (written, day) => expect(dayMeant(written, TODAY).values[0]).toBe(day));
});

describe("numbers that are meant", () => {
  test.each([
    ["1000", "100"],
    ["0", "1"],
    ["-5", "1"],
    ["20.0", "20"],
    ["ten", "10"],
    ["all", "100"],
    ["some", undefined],
    ["1e3", undefined],
  ])("%j is %s", (written, number) => expect(numberMeant(written, 1, 100).values[0]).toBe(number));
  test.each([
    ["30", "30d"],
    ["4 weeks", "28d"],
    ["P1Y", "365d"],
    ["P30D", "30d"],
    ["two weeks", "14d"],
    ["month", "30d"],
    ["1000d", "366d"],
    ["0", "1d"],
    ["soon", undefined],
    ["", undefined],
  ])("%j days are %s", (written, days) => expect(daysMeant(written, 366).values[0]).toBe(days));
});

describe("releases that are meant", () => {
  const RELEASES = ["2026.11.7", "2026.9.2", "2026.11.1"];
  test.each([
    ["2026-11-01", "2026.11.1"],
    ["v2026.9.2", "2026.9.2"],
    ["2026.10.5", "2026.9.2"],
    ["2027.1.1", "2026.11.7"],
    ["2020.1.1", "2026.9.2"],
    ["newest", "2026.11.7"],
  ])("%s is %s", (written, version) => expect(releaseMeant(written, RELEASES).values[0]).toBe(version));
  test("without releases there is none", () => expect(releaseMeant("2026.1.1", []).values).toEqual([]));
});
