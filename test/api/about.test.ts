import { afterAll, beforeAll, expect, test } from "vitest";
import type * as z from "zod";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

/* What describes the data: vocabulary, counts, schemas. */
const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
test("/vocabulary defines every term with its mappings", async () => {
  const body = await parsed("/vocabulary", schemas.vocabularySchema.strict());
  expect(body.vocabularies["dataUse"]?.map((t) => t.term)).toEqual([
    "uses",
    "may-use",
    "does-not-use",
    "not-stated",
    "disputed",
  ]);
  expect(body.regionGroups.find((g) => g.code === "EEA")?.members).toHaveLength(30);
});

test("/stats counts headlines and cells for the audience", async () => {
  const { headlines, cells } = await parsed("/stats?plan=business", schemas.statsSchema.strict());
  expect(headlines).toEqual({ "not-stated": 1, "not-used": 2, "on-by-default": 1 });
  const count = (kind: string, by: string) => cells.find((c) => c.kind === kind && c.by === by)?.verdicts;
  expect(count("published", "own")).toEqual({ "not-used": 2, "on-by-default": 1 });
  expect(count("published", "other-models")).toEqual({ "no-choice": 1 });
  expect(count("messages", "own")).toEqual({});
});

test("/schema lists and serves the schemas", async () => {
  const { items } = await server.json<{ items: { url: string }[] }>("/schema");
  for (const { url } of items) {
    const response = await server.get(url);
    expect([
      response.headers.get("Content-Type"),
      ((await response.json()) as { $schema: string }).$schema,
    ]).toEqual(["application/schema+json; charset=utf-8", "https://json-schema.org/draft/2020-12/schema"]);
  }
});
