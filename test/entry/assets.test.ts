import { afterAll, beforeAll, expect, test } from "vitest";
import { handlerOf } from "../../src/entry/node.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

test.each([
  ["/docs/assets/init.js", 200],
  ["/docs/assets/swagger-ui.css", 200],
  ["/docs/assets/constructor", 404],
  ["/docs/assets/__proto__", 404],
  ["/docs/assets/toString", 404],
  ["/docs/assets/", 301],
])("%s: %s", async (path, status) => {
  const response = await handlerOf(server.services)(new Request(`http://localhost${path}`));
  expect(response.status).toBe(status);
});
