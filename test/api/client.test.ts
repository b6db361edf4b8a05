import { execFileSync } from "node:child_process";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { createClient, type Schemas } from "../../clients/typescript/src/index.ts";
import { createApp } from "../../src/api/index.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* The client generated from the OpenAPI document, over a real socket. */
let server: TestServer;
let http: ReturnType<typeof serve>;
let api: ReturnType<typeof createClient>;
beforeAll(async () => {
  server = await testServer();
  const port = await new Promise<number>((resolve) => {
    http = serve({ fetch: createApp(server.services).fetch, port: 0, hostname: "127.0.0.1" }, (info) =>
      resolve(info.port),
    );
  });
  api = createClient({ baseUrl: `http://127.0.0.1:${port}` });
});
afterAll(async () => {
  http.close();
  await server.engine.close();
});

test("the generated types are current (if this fails: npm run generate)", () => {
  expect(() =>
    execFileSync("npm", ["run", "-s", "check", "-w", "@ai-data-use/client"], { stdio: "pipe" }),
  ).not.toThrow();
});

describe("the generated client", () => {
  test("lists", async () => {
    const { data, response } = await api.GET("/platforms", {
      params: { query: { region: "DE", verdict: ["on-by-default"], limit: 1 } },
    });
    expect(response.status).toBe(200);
    expect(data?.items.map((p) => p.id)).toEqual(["alpha"]);
    expectTypeOf(data?.next).toEqualTypeOf<string | null | undefined>();
  });
  test("gets one platform", async () => {
    const { data } = await api.GET("/platforms/{id}", {
      params: { path: { id: "alpha" }, query: { region: "DE", plan: "free" } },
    });
    expect(data?.practices[0]?.verdict).toBe("on-by-default");
    expectTypeOf<NonNullable<typeof data>>().toExtend<Schemas["PlatformAnswer"]>();
    expectTypeOf<NonNullable<typeof data>["kinds"]>().toEqualTypeOf<Schemas["KindAnswer"][]>();
    expectTypeOf<Schemas["PracticeDetails"]["dataUse"]>().toEqualTypeOf<
      "uses" | "may-use" | "does-not-use" | "not-stated" | "disputed"
    >();
    expectTypeOf<Schemas["Headline"]["lead"]>().toEqualTypeOf<Schemas["Kind"] | null>();
  });
  test("gets errors as problem details", async () => {
    const { error, response } = await api.GET("/platforms/{id}", { params: { path: { id: "alhpa" } } });
    expect([response.status, error?.nearest]).toEqual([404, ["alpha"]]);
  });
  test("reaches every other operation", async () => {
    const path = { id: "alpha" };
    const answers = await Promise.all([
      api.GET("/platforms/{id}/record", { params: { path } }),
      api.GET("/platforms/{id}/opt-out", { params: { path } }),
      api.GET("/platforms/{id}/history", { params: { path } }),
      api.GET("/lookup", { params: { query: { url: "alpha.example.com" } } }),
      api.GET("/operators"),
      api.GET("/operators/{id}", { params: { path: { id: "child" } } }),
      api.GET("/vocabulary"),
      api.GET("/stats", { params: { query: { region: "US" } } }),
      api.GET("/schema"),
      api.GET("/schema/{name}", { params: { path: { name: "platform.schema.json" } } }),
      api.GET("/healthz"),
      api.GET("/readyz"),
    ]);
    expect(answers.map((a) => [a.response.status, a.error])).toEqual(answers.map(() => [200, undefined]));
  });
});
