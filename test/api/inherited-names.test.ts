import { afterAll, beforeAll, expect, test } from "vitest";
import openApi from "../../schema/openapi.json" with { type: "json" };
import type { OpenApi } from "../fixtures/maxima.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/*
 * Names that every JavaScript object has. A look-up by a request's text that forgets this finds a function, and
 * fails or answers with it.
 */
const INHERITED = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];

/** A request that each path answers, without its query. */
const withoutQuery = (template: string): string =>
  template
    .replace("/operators/{id}", "/operators/child")
    .replace("{id}", "alpha")
    .replace("{file}", "alpha.svg")
    .replace("{name}", "platform.schema.json");

const { paths } = openApi as unknown as OpenApi;

// This server has no downloads, and says so with 503.
const templates = Object.entries(paths).filter(([path]) => !path.startsWith("/download"));

const requests = templates.flatMap(([template, { get }]) =>
  INHERITED.flatMap((name) => [
    template.replaceAll(/\{\w+\}/g, name),
    ...(get.parameters ?? [])
      .filter((p) => p.in === "query")
      .map((p) => `${withoutQuery(template)}?${p.name}=${name}`),
    `${withoutQuery(template)}?${name}=1`,
  ]),
);

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

test("no path or parameter is looked up among what objects inherit", async () => {
  expect(requests.length).toBeGreaterThan(1000);
  const wrong: string[] = [];
  for (const path of new Set(requests)) {
    const response = await server.get(path);
    const text = await response.text();
    if (response.status >= 500 || /native code|\[object |undefined/.test(text))
      wrong.push(`${response.status} ${path}`);
  }
  expect(wrong).toEqual([]);
  expect(server.logged).toEqual([]);
});
