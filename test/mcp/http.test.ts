import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADERS } from "../../src/api/http/headers.ts";
import { routeOf } from "../../src/api/index.ts";
import { ignoreBody } from "../../src/entry/limits/requests.ts";
import { acceptsOrigin } from "../../src/mcp/origin.ts";
import { raw } from "../entry/limits/served.ts";
import { testHistory } from "../fixtures/history.ts";
import { nodeServer } from "../fixtures/node-server.ts";
import { connected, ERAS, textOf } from "./client.ts";

let server: Awaited<ReturnType<typeof nodeServer>>;
let url: string;
beforeAll(async () => {
  server = await nodeServer(testHistory(), { steps: [ignoreBody] });
  url = `http://localhost:${server.port}/mcp`;
});
afterAll(() => server.close());

const PING = { jsonrpc: "2.0", id: 1, method: "ping" };
const post = (body: unknown, headers: Record<string, string> = {}, to = url) =>
  fetch(to, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

describe("/mcp on a server", () => {
  test.each(ERAS)("answers a client of the %s revisions again and again", async (era) => {
    const client = await connected(url, era);
    const answers = await Promise.all(
      ["alpha", "beta", "alpha"].map((platform) =>
        client.callTool({ name: "answer", arguments: { platform } }),
      ),
    );
    expect(answers.map(({ structuredContent }) => structuredContent)).toMatchObject([
      { platform: { id: "alpha" } },
      { platform: { id: "beta" } },
      { platform: { id: "alpha" } },
    ]);
    expect(textOf(answers[0] as never)).toBe(textOf(answers[2] as never));
    await client.close();
  });

  test("answers under /v1 too, in JSON, without a session, with the headers of the API", async () => {
    const response = await post(PING, {}, url.replace("/mcp", "/v1/mcp"));
    expect(await response.json()).toMatchObject({ id: 1, result: {} });
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(response.headers.get("Mcp-Session-Id")).toBeNull();
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    for (const [name, value] of Object.entries(HEADERS.json))
      expect(response.headers.get(name), name).toBe(value);
    expect(response.headers.get("X-Request-Id")).toBeTruthy();
  });

  test.each(["GET", "DELETE", "PUT"])("answers %s with 405", async (method) => {
    const response = await fetch(url, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("Allow")).toBe("POST, OPTIONS");
    expect(await response.json()).toMatchObject({ type: "/problems/method-not-allowed" });
  });

  test("answers a request without a body as what it is", async () => {
    const { ended } = raw(server.port, "POST /mcp HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    expect(await ended).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test("lets scripts of other origins send its headers", async () => {
    const response = await fetch(url, {
      method: "OPTIONS",
      headers: {
        Origin: "http://localhost:3000",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,mcp-protocol-version,mcp-method,mcp-name",
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get("Access-Control-Allow-Methods")).toContain("POST");
    expect(response.headers.get("Access-Control-Allow-Headers")).toMatch(/mcp-protocol-version/);
  });

  test("does not answer pages that could have reached it by DNS rebinding", async () => {
    expect((await post(PING, { Origin: "http://localhost:6274" })).status).toBe(200);
    const response = await post(PING, { Origin: "https://evil.example" });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ jsonrpc: "2.0", error: { message: /PUBLIC_URL/ } });
  });

  test.each([
    ["text that is not JSON", "{", {}, 400],
    ["another media type", "{}", { "Content-Type": "text/plain" }, 415],
    ["more than 64 KiB", JSON.stringify({ ...PING, x: "x".repeat(70_000) }), {}, 413],
    ["a revision that there is not", PING, { "Mcp-Protocol-Version": "1999-01-01" }, 400],
    ["a client that accepts no JSON", PING, { Accept: "text/html" }, 406],
  ] as const)("refuses %s", async (_, body, headers, status) =>
    expect((await post(body, headers)).status).toBe(status),
  );

  test("takes no subscriptions, which would keep a connection open", async () => {
    const _meta = {
      "io.modelcontextprotocol/protocolVersion": "2026-07-28",
      "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
      "io.modelcontextprotocol/clientCapabilities": {},
    };
    const method = "subscriptions/listen";
    const response = await post(
      { jsonrpc: "2.0", id: 1, method, params: { _meta, notifications: { toolsListChanged: true } } },
      { "Mcp-Protocol-Version": "2026-07-28", "Mcp-Method": method },
    );
    expect(await response.text()).toContain("-32603");
  });

  test("is one route in logs and metrics", () => expect(routeOf("/v1/mcp")).toBe("/mcp"));
});

describe("web pages that may use a server", () => {
  test.each([
    ["http://localhost:6274", true, true],
    ["http://[::1]:80", true, true],
    ["https://example.org", false, true],
    ["http://localhost.evil.example", false, true],
    ["chrome-extension://abc", false, true],
    ["null", false, false],
    ["", false, false],
    ["file://", false, false],
  ])("%s: on this machine %s, on the web %s", (origin, local, onTheWeb) =>
    expect([acceptsOrigin(origin, false), acceptsOrigin(origin, true)]).toEqual([local, onTheWeb]),
  );
});
