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

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
test("/operators and /operators/{id}", async () => {
  const all = await parsed(
    "/operators",
    schemas.listOf(schemas.operatorSchema, "TestOperators", "For a test."),
  );
  expect(all.items.map((o) => o.id)).toEqual(["child", "example-corp"]);
  expect(await parsed("/operators/child", schemas.operatorAnswerSchema.strict())).toMatchObject({
    parent: "example-corp",
    platforms: ["alpha", "delta"],
    sources: [],
  });
});
