import type { z } from "@hono/zod-openapi";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
describe("/lookup", () => {
  test.each([
    ["https://www.alpha.example.com/feed?x=1#y", "alpha", "alpha.example.com"],
    ["alpha.example.org", "alpha", "alpha.example.org"],
    ["http://other.example.com:8080/", "gamma", "example.com"],
    ["BETA.example", "beta", "beta.example"],
    ["https://-new-.alpha.example.com", "alpha", "alpha.example.com"],
    ["ｂｅｔａ。example", "beta", "beta.example"],
  ])("%s", async (url, platform, domain) =>
    expect(
      (await parsed(`/lookup?url=${encodeURIComponent(url)}`, schemas.lookupSchema.strict())).match,
    ).toMatchObject({ platform, domain }),
  );
  test.each(["https://cloud.example.com/login", "eu.cloud.example.com"])(
    "%s is under a platform's domain and belongs to another service",
    async (url) => {
      const response = await server.get(`/lookup?url=${url}`);
      expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
        404,
        expect.stringContaining("belongs to another service than Gamma"),
      ]);
    },
  );
  test("answers for the audience", async () =>
    expect(
      (await parsed("/lookup?url=beta.example&plan=business", schemas.lookupSchema)).headline,
    ).toMatchObject({ verdict: "not-used", sentence: expect.stringContaining("Béta Chat says") }));
});
