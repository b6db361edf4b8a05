import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemSchema } from "../../src/api/http/problem-schema.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

describe("HTML is for clients that ask for it by name", () => {
  const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  test("/docs for a browser", async () =>
    expect((await server.get("/docs", { Accept: browser })).headers.get("Content-Type")).toBe(
      "text/html; charset=utf-8",
    ));
  test.each([undefined, "*/*", "text/*", "text/html", "application/json, */*;q=0.1", "text/html, */*;q=0"])(
    "/docs has only HTML, so %j gets it",
    async (accept) => {
      const response = await server.get("/docs", accept === undefined ? {} : { Accept: accept });
      expect([response.status, response.headers.get("Content-Type")]).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
    },
  );
  test.each(["application/json", "text/html;q=0", "text/html;q=0, */*", "text/*;q=0, */*", "image/*"])(
    "/docs is not acceptable for %j",
    async (accept) => {
      const response = await server.get("/docs", { Accept: accept });
      const body = problemSchema.parse(await response.json());
      expect([response.status, body.type]).toEqual([406, "/problems/not-acceptable"]);
      expect(body.detail).toContain("/openapi.json");
    },
  );
  test.each(["/v1/", "/v1/problems", "/v1/download", "/platforms", "/platforms/alpha", "/platforms/nope"])(
    "data stays JSON, also in a browser: %s",
    async (path) =>
      expect((await server.get(path, { Accept: browser })).headers.get("Content-Type")).toMatch(
        /^application\/(problem\+)?json/,
      ),
  );
});
