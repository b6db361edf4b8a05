import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { EDIT, testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
const changes = (query = "") =>
  parsed(`/changes${query}`, schemas.listOf(schemas.changeSchema, "TestChanges", "For a test."));
describe("/changes", () => {
  test("one default edited in one record is exactly one policy change", async () => {
    const { items, total } = await changes("?class=policy");
    expect([total, items]).toEqual([
      1,
      [
        {
          id: `2026.11.2/platforms/alpha${EDIT.path}`,
          release: "2026.11.2",
          date: "2026-11-22",
          class: "policy",
          record: "platforms/alpha",
          name: "Alpha",
          platform: "alpha",
          operator: "child",
          purpose: "train-ai",
          regions: expect.arrayContaining(["EEA", "DE", "CH"]),
          renamedFrom: null,
          path: EDIT.path,
          before: "on",
          after: "asked",
          order: null,
          answer: {
            region: expect.any(String),
            headline: {
              before: expect.objectContaining({ verdict: "on-by-default" }),
              after: expect.objectContaining({
                verdict: "asked",
                sentence: "Alpha trains its AI with what you publish only after asking you.",
              }),
            },
            cells: [
              {
                kind: "published",
                by: "own",
                before: { verdict: "on-by-default", certainty: "practised" },
                after: { verdict: "asked", certainty: "practised" },
              },
            ],
          },
          summary:
            "“Training”, people in the EEA and Switzerland, from 3 November 2025: the default changed from on by default to asked first, with nothing preselected",
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
    ["?purpose=train-ai", 1],
    ["?purpose=human-review", 0],
    ["?class=evidence", 6],
  ])("%s", async (query, expected) => expect((await changes(query)).total).toBe(expected));
  test("an answer is compared for the requested region; where it is the same, it is null", async () => {
    const answerIn = async (region: string) =>
      (await changes(`?platform=alpha&release=2026.11.2&since=2026-11-22&region=${region}`)).items[0]?.answer;
    expect((await answerIn("DE"))?.region).toBe("DE");
    const { items } = await changes("?class=evidence");
    expect(items.map((c) => c.answer)).toEqual(items.map(() => null));
  });
  test("pages link to each other", async () => {
    const seen: string[] = [];
    let next: string | null = "/changes?limit=3";
    while (next) {
      const page: Awaited<ReturnType<typeof changes>> = await parsed(
        next,
        schemas.listOf(schemas.changeSchema, "TestChangePage", "For a test."),
      );
      seen.push(...page.items.map((c) => c.id));
      next = page.next;
    }
    expect([seen.length, new Set(seen).size, seen[0]]).toEqual([
      7,
      7,
      `2026.11.2/platforms/alpha${EDIT.path}`,
    ]);
  });
  test("history contains events and released changes, each labelled", async () => {
    const { items } = await parsed("/platforms/alpha/history", schemas.historySchema);
    expect(items.map((i) => [i.kind, i.day])).toEqual([
      ["change", "2026-11-22"],
      ["change", "2026-11-20"],
      ["event", "2025-11-03"],
      ["event", "2024-09-30"],
    ]);
    expect((await parsed("/platforms/alpha/history?release=2026.11.1", schemas.historySchema)).total).toBe(3);
  });
  test("pages of a history contain each item once, in the same order", async () => {
    const schema = schemas.historySchema;
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
