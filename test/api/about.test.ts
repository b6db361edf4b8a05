import type { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, test } from "vitest";
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
  expect(body.vocabularies["use"]?.map((t) => t.term)).toEqual([
    "uses",
    "may-use",
    "does-not-use",
    "not-stated",
    "disputed",
  ]);
  expect(body.regionGroups.find((g) => g.code === "EEA")?.members).toHaveLength(30);
});

test("/stats counts for the audience", async () =>
  expect((await parsed("/stats?plan=business", schemas.statsSchema.strict())).overall).toEqual({
    "no-choice": 1,
    "not-stated": 1,
    "not-used": 2,
  }));

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
