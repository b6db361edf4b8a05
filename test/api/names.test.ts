import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { History } from "../../src/history/history.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/*
 * Two releases: in the first, alpha still has the id alpha-old, and delta is not recorded yet; gamma is only
 * in the first. The operator child has an alias.
 */
function renamed(): History {
  const { platforms, operators } = testDataset();
  const before = platforms
    .filter((p) => p.id !== "delta")
    .map(({ aliases, ...p }) => (p.id === "alpha" ? { ...p, id: "alpha-old" } : { ...p, aliases }));
  const now = platforms.filter((p) => p.id !== "gamma");
  const state = (version: string, date: string, of: typeof platforms) => ({
    platforms: of,
    operators: operators.map((o) => (o.id === "child" ? { ...o, aliases: ["kid-inc"] } : o)),
    release: { version, date, digest: version },
    ledger: { previous: null, notes: {}, digest: version, records: {} },
    changes: () => [],
  });
  const states = [state("2026.11.1", "2026-11-20", before), state("2026.11.2", "2026-11-22", now)];
  const ledgers = states.map(({ release }) => release);
  return { head: states[1], ledgers, states: () => states } as unknown as History;
}

let server: TestServer;
let withRename: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
  withRename = await testServer(renamed());
});
afterAll(async () => {
  await server.engine.close();
  await withRename.engine.close();
});

/** Asks. `at`: where the answer says that it belongs, else where it was asked for. */
async function ask(path: string, from = server): Promise<{ status: number; at: string; body: string }> {
  const response = await from.get(path);
  const at = response.headers.get("Content-Location") ?? path;
  return { status: response.status, at, body: await response.text() };
}

const WRITTEN = ["alpha", "ALPHA", "Alpha", "alpha-old", "Alpha Old", "alpha_old", "A L P H A"];

describe("an alias or another spelling in a path is answered as the id, with the query", () => {
  const paths = (name: string): string[] => [
    `/platforms/${name}?region=DE`,
    `/platforms/${name}/record`,
    `/platforms/${name}/opt-out?region=DE&utm_source=x`,
    `/platforms/${name}/history?limit=1`,
    `/platforms/${name}/changes.atom?class=policy`,
    `/platforms/${name}/changes.json`,
    `/platforms/${name}/changes.ics`,
    `/badge/${name}.svg?region=DE&_=1`,
    `/v1/platforms/${name}`,
    `/v1/badge/${name}.svg`,
  ];
  test.each(WRITTEN)("%s", async (name) => {
    for (const [i, path] of paths(name.replaceAll(" ", "%20")).entries())
      expect(await ask(path), path).toMatchObject({ status: 200, at: paths("alpha")[i] });
  });
  test.each(["child", "CHILD", "Child"])("operator %s", async (name) =>
    expect(await ask(`/operators/${name}?release=2026.11.2`)).toMatchObject({
      status: 200,
      at: "/operators/child?release=2026.11.2",
    }),
  );
  test("an alias of an operator", async () => {
    expect(await ask("/operators/Kid%20Inc.", withRename)).toMatchObject({
      status: 200,
      at: "/operators/child",
    });
    const [byAlias, byId] = await Promise.all(
      ["kid-inc", "child"].map((name) => ask(`/platforms?operator=${name}`, withRename)),
    );
    expect(byAlias?.body).toBe(byId?.body);
  });
  test("only the id's part of the path is replaced", async () => {
    const response = await server.get("/platforms/Alpha%20Old/record");
    expect(response.headers.get("Content-Location")).toBe("/platforms/alpha/record");
  });
});

describe("an alias or another spelling in a parameter is read as the id", () => {
  test.each([
    ["/compare?ids=beta,", ""],
    ["/changes?platform=", ""],
    ["/changes?limit=3&platform=beta,", ""],
    ["/events?platform=", ""],
    ["/changes.atom?platform=", ""],
    ["/changes.json?platform=", ""],
    ["/events.atom?platform=", ""],
    ["/events.ics?platform=", ""],
  ])("%s", async (path) => {
    const expected = await ask(`${path}alpha`);
    expect(expected.status).toBe(200);
    for (const name of WRITTEN)
      expect(await ask(path + encodeURIComponent(name)), name).toMatchObject({
        status: 200,
        body: expected.body,
      });
  });
  test.each(["/platforms?operator=", "/changes?operator="])("%s", async (path) => {
    const expected = await ask(`${path}example-corp`);
    for (const name of ["Example Corporation", "EXAMPLE-CORP", "example corp"])
      expect((await ask(path + encodeURIComponent(name))).body, name).toBe(expected.body);
  });
  test("each platform counts once, and lists have a canonical order", async () => {
    const { meta, total } = await server.json<{ meta: { links: { self: string } }; total: number }>(
      "/changes?platform=beta,Alpha,alpha-old,alpha",
    );
    expect([meta.links.self, total]).toEqual(["/changes?limit=50&platform=alpha%2Cbeta", 3]);
  });
});

describe("names that mean nothing", () => {
  const detailOf = async (path: string, from = server): Promise<[number, string]> => {
    const response = await from.get(path);
    return [response.status, ((await response.json()) as { detail: string }).detail];
  };
  test.each<[string, number, string]>([
    ["/platforms/alhpa", 404, 'There is no platform "alhpa". Did you mean alpha?'],
    ["/platforms/old", 404, 'There is no platform "old". Did you mean alpha?'],
    ["/platforms/alhpa/compare?from=2025-01-01", 404, 'There is no platform "alhpa". Did you mean alpha?'],
    ["/compare?ids=alhpa", 404, 'ids: there is no platform "alhpa". Did you mean alpha?'],
    [
      "/compare?ids=alpha,,beta",
      400,
      "ids: has an empty entry. Separate ids by single commas. Did you mean alpha,beta?",
    ],
    ["/compare?ids=", 400, "ids: has an empty entry. Separate ids by single commas."],
    ["/changes.atom?platform=alhpa", 404, 'platform: there is no platform "alhpa". Did you mean alpha?'],
    ["/events?platform=", 400, "platform: has an empty entry. Separate ids by single commas."],
    ["/platforms?operator=chlid", 404, 'operator: there is no operator "chlid". Did you mean child?'],
    ["/platforms?operator=", 400, "operator: is empty; give the operator's id, or omit it."],
    ["/platforms/%00", 404, 'There is no platform "\\u0000".'],
    ["/platforms/%E0%A4%A", 404, 'There is no platform "%E0%A4%A".'],
  ])("%s", async (path, status, detail) => expect(await detailOf(path)).toEqual([status, detail]));

  test.each<[string, number, string]>([
    [
      "/platforms/delta?release=2026.11.1",
      404,
      'There is no platform "delta" in 2026.11.1: it is recorded since 2026.11.2.',
    ],
    [
      "/badge/Delta.svg?release=2026.11.1",
      404,
      'There is no platform "Delta" in 2026.11.1: it is recorded since 2026.11.2.',
    ],
    [
      "/platforms/gamma?release=2026.11.2",
      404,
      'There is no platform "gamma" in 2026.11.2: it was recorded until 2026.11.1.',
    ],
    ["/platforms/bedta?release=2026.11.1", 404, 'There is no platform "bedta". Did you mean beta?'],
    [
      "/changes?platform=delta&release=2026.11.1",
      404,
      'platform: there is no platform "delta" in 2026.11.1: it is recorded since 2026.11.2.',
    ],
  ])("in a release that lacks the record: %s", async (path, status, detail) =>
    expect(await detailOf(path, withRename)).toEqual([status, detail]),
  );

  test("a platform that was renamed later has its id of then", async () => {
    expect(await ask("/platforms/alpha?release=2026.11.1", withRename)).toMatchObject({
      status: 200,
      at: "/platforms/alpha-old?release=2026.11.1",
    });
    expect((await ask("/changes?platform=alpha&release=2026.11.1", withRename)).status).toBe(200);
  });

  test("a hundred names are answered at once, repeated ones included; more are refused", async () => {
    const repeated = (times: number) => `/changes.atom?platform=${Array(times).fill("alpha-old").join(",")}`;
    expect((await server.get(repeated(100))).status).toBe(200);
    expect(await detailOf(repeated(101))).toEqual([
      400,
      "platform: has 101 platforms; the most is 100. Ask for the others separately.",
    ]);
  });
});
