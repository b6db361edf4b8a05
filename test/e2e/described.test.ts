import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { historyOf } from "../../src/history/history.ts";
import { readReleases } from "../../src/history/releases.ts";
import { loadDataset } from "../../src/records/load.ts";
import { faultsOf, VERSIONS } from "../fixtures/described.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* The real records: every answer is as the OpenAPI documents describe it. */

const dataset = loadDataset("data");
const ids = dataset.platforms.map(({ id }) => id);
const operators = dataset.operators.map(({ id }) => id);

let server: TestServer;
beforeAll(async () => {
  server = await testServer(historyOf(dataset, readReleases("data")));
});
afterAll(() => server.engine.close());

/** What is wrong with the answer of a path, by document; and the next page of a list. */
async function check(path: string): Promise<{ faults: unknown[]; next: string | null }> {
  const response = await server.get(path);
  const type = response.headers.get("Content-Type") ?? "";
  const body = await response.text();
  const faults = VERSIONS.flatMap((version) => {
    const fault = faultsOf(version, path, response.status, type, body);
    return fault === null ? [] : [{ path, version, fault }];
  });
  const { next = null } = type.startsWith("application/json")
    ? (JSON.parse(body) as { next?: string | null })
    : {};
  return { faults: response.status === 200 ? faults : [...faults, { path, status: response.status }], next };
}

/** What is wrong with the answers of a path and of its further pages. */
async function faultsOnAllPages(path: string): Promise<unknown[]> {
  const faults: unknown[] = [];
  for (let next: string | null = path; next !== null; ) {
    const page: Awaited<ReturnType<typeof check>> = await check(next);
    faults.push(...page.faults);
    next = page.next;
  }
  return faults;
}

const OF_A_PLATFORM = [
  "?include=record,sources,events,myths,evidence&region=DE",
  "?region=US-CA&plan=business",
  "/record",
  "/opt-out?region=DE",
  "/opt-out",
  "/history?limit=100",
  "/changes.json",
  "/badge.json",
  "/compare?from=2023-01-01&to=2026-11-01&region=DE",
];

describe("every platform", () => {
  test.each(OF_A_PLATFORM)("/platforms/{id}%s", async (suffix) => {
    for (const id of ids) expect(await faultsOnAllPages(`/platforms/${id}${suffix}`)).toEqual([]);
  });
});

test("every operator", async () => {
  for (const id of operators) expect((await check(`/operators/${id}`)).faults).toEqual([]);
});

test.each([
  "/platforms?limit=100&withdrawn=include",
  "/events?limit=100",
  "/upcoming?within=365d",
  "/changes?limit=100",
  "/hosts",
  "/operators",
  "/stats",
  "/vocabulary",
  "/releases",
  "/releases/latest?limit=100",
  "/events.json",
  "/changes.json",
  "/new-platforms.json",
  "/releases.json",
])("all pages of %s", async (path) => expect(await faultsOnAllPages(path)).toEqual([]));
