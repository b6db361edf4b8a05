import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { EDIT, READ_TWICE, testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
const verdict = async (query: string) =>
  (
    await parsed(
      `/platforms/alpha?region=DE&as_of=2026-01-01&include=evidence${query}`,
      schemas.platformAnswerSchema,
    )
  ).practices[0]?.details?.defaultState;

test("/stats has the agreement of two readers from the release that reports it on", async () => {
  const agreement = async (query: string) =>
    (await parsed(`/stats${query}`, schemas.statsSchema.strict())).agreement;
  expect(await Promise.all(["", "?release=2026.11.2", "?release=2026.11.1"].map(agreement))).toEqual([
    READ_TWICE,
    READ_TWICE,
    null,
  ]);
});

describe("release=", () => {
  test("answers from that release; without it, from the current records", async () => {
    expect(await Promise.all(["", "&release=2026.11.2", "&release=2026.11.1"].map(verdict))).toEqual([
      "asked",
      "asked",
      "on",
    ]);
  });
  test("works with as_of; without it, the day is the release's own", async () => {
    const { audience, practices, meta } = await parsed(
      "/platforms/alpha?region=DE&release=2026.11.1&as_of=2025-11-02&include=evidence",
      schemas.platformAnswerSchema,
    );
    expect([audience.asOf, practices[0]?.details?.rule, meta.release]).toEqual([
      "2025-11-02",
      "europe-before",
      "2026.11.1",
    ]);
    expect(
      (await parsed("/platforms/alpha?release=2026.11.1", schemas.platformAnswerSchema)).audience.asOf,
    ).toBe("2026-11-20");
  });
  test("works in lists, lookups, opt-out steps, operators and counts", async () => {
    for (const path of [
      "/platforms?default_state=on&region=DE&release=2026.11.1",
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
        await server.json<{ items: { id: string }[] }>(
          `/platforms?default_state=on&region=DE&release=${release}`,
        )
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
    ["lastest", 400, "invalid-parameter"],
  ])("%s is an error that names the nearest", async (release, status, type) => {
    const response = await server.get(`/platforms?release=${release}`);
    expect([response.status, ((await response.json()) as { type: string }).type]).toEqual([
      status,
      `/problems/${type}`,
    ]);
  });
});

describe("latest", () => {
  test.each([
    "/platforms/alpha?region=DE",
    "/platforms?region=DE",
    "/events?",
    "/events.atom?",
    "/changes?",
    "/operators?",
    "/compare?ids=alpha,beta",
    "/lookup?url=alpha.example.com",
  ])("release=latest answers %s as without it", async (path) => {
    const [named, plain] = await Promise.all([server.get(`${path}&release=latest`), server.get(path)]);
    expect([named.status, named.headers.get("Cache-Control"), await named.text()]).toEqual([
      200,
      plain.headers.get("Cache-Control"),
      await plain.text(),
    ]);
  });

  test("/releases/latest is the newest release under its own name, and is not kept for ever", async () => {
    const [latest, named] = await Promise.all(
      ["/releases/latest?limit=1", "/releases/2026.11.2?limit=1"].map((path) => server.get(path)),
    );
    expect([latest?.status, await latest?.text()]).toEqual([200, await named?.text()]);
    expect(latest?.headers.get("ETag")).toBe(named?.headers.get("ETag"));
    expect(latest?.headers.get("Content-Location")).toBe("/releases/2026.11.2?limit=1");
    expect(latest?.headers.get("Cache-Control")).not.toContain("immutable");
    expect(named?.headers.get("Cache-Control")).toContain("immutable");
  });

  test("stands for the newest release in a comparison of two", async () => {
    const { from, to, meta } = await parsed("/releases/2026.11.1...latest", schemas.releaseDiffSchema);
    expect([from, to, meta.links["self"]]).toEqual([
      "2026.11.1",
      "2026.11.2",
      "/releases/2026.11.2/since/2026.11.1",
    ]);
  });

  test("before the first release there is none", async () => {
    const unreleased = await testServer();
    const response = await unreleased.get("/releases/latest");
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      404,
      "release: nothing was released yet.",
    ]);
    expect((await unreleased.get("/platforms/alpha?release=latest")).status).toBe(200);
    unreleased.engine.close();
  });
});

describe("/releases", () => {
  test("lists them, newest first", async () => {
    const { items } = await parsed(
      "/releases",
      schemas.listOf(schemas.releaseSchema, "TestReleases", "For a test."),
    );
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
      { record: EDIT.record, renamedFrom: null, path: EDIT.path, before: "on", after: "asked", order: null },
    ]);
    expect(
      (await parsed("/releases/2026.11.2...2026.11.1", schemas.releaseDiffSchema)).items[0],
    ).toMatchObject({ before: "asked", after: "on" });
    expect((await parsed("/releases/2026.11.1...2026.11.1", schemas.releaseDiffSchema)).items).toEqual([]);
  });
  test("an unknown release is not found", async () =>
    expect((await server.get("/releases/2026.11.1...2026.12.1")).status).toBe(404));

  test("three versions are not two", async () => {
    const response = await server.get("/releases/2026.11.1...2026.11.2...2026.11.1");
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      404,
      expect.stringContaining('there is no release "2026.11.2...2026.11.1"'),
    ]);
  });
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
