import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Client } from "@modelcontextprotocol/client";
import { Client as SdkClient } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { connected, ERAS, textOf } from "../mcp/client.ts";
import { freePort, type Running, SERVER, start } from "./process.ts";

/*
 * The Model Context Protocol with the real records: on Node, on workerd and on standard input and output, with the
 * SDK's client, and with FastMCP's for Python, which `.ci/run` installs under build/tools.
 */
const PYTHON = resolve("build/tools/bin/python");
const isHere = existsSync(PYTHON);
if (!isHere && process.env["CI"]) throw new Error("build/tools has no Python. .ci/run installs it.");

let dir: string;
let node: Running;
let worker: Running;
const at: Record<"node" | "workerd", string> = { node: "", workerd: "" };
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "mcp-"));
  const port = await freePort();
  node = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
  });
  worker = start("npm", ["run", "dev:worker"], { PORT: String(port) });
  const [, base = ""] = await node.until(/at (http:\/\/127\.0\.0\.1:\d+) /);
  await worker.until(/Ready on/, 170_000);
  at.node = base;
  at.workerd = `http://localhost:${port}`;
});
afterAll(async () => {
  await Promise.all([node?.stop(), worker?.stop()]);
  rmSync(dir, { recursive: true, force: true });
});

const CALLS: readonly [tool: string, args: Record<string, unknown>][] = [
  ["lookup", { url: "https://old.reddit.com/r/askhistorians", region: "FR" }],
  ["answer", { platform: "LinkedIn", region: "DE" }],
  ["answer", { platform: "linkedin", region: "Germany" }],
  ["compare", { ids: ["linkedin", "x", "reddit"], region: "DE" }],
  ["compare", { id: "linkedin", region: "DE", from: "2024-10-01", to: "2026-01-01" }],
  ["events", { platform: "reddit", limit: 3 }],
  ["search", { kind: "published", by: "own", verdict: "on-by-default", region: "US" }],
];

/** Every call's result, without the origin of its links. */
async function results(client: Client, origin: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const [name, args] of CALLS) {
    const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
    const result = { content, structuredContent, isError };
    all.push(JSON.parse(JSON.stringify(result).replaceAll(origin, "https://data.example")));
  }
  return all;
}

describe("the SDK's client", () => {
  test.each(ERAS)("gets the same of Node and of workerd, in %s revisions", async (era) => {
    const got = [];
    for (const origin of Object.values(at)) {
      const client = await connected(`${origin}/mcp`, era);
      got.push({ tools: (await client.listTools()).tools, results: await results(client, origin) });
      const { contents } = await client.readResource({ uri: "ai-data-use://platforms/linkedin/record" });
      expect(contents).toMatchObject([{ mimeType: "application/json" }]);
      await client.close();
    }
    expect(got[0]).toEqual(got[1]);
    expect(got[0]?.results[2]).toMatchObject({ isError: true });
  });

  test("workerd answers many at once, GET with 405, and every website", async () => {
    const client = await connected(`${at.workerd}/mcp`, "modern");
    const calls = Array.from({ length: 12 }, () =>
      client.callTool({ name: "answer", arguments: { platform: "linkedin", region: "DE" } }),
    );
    const texts = (await Promise.all(calls)).map(textOf);
    expect(new Set(texts).size).toBe(1);
    await client.close();
    const get = await fetch(`${at.workerd}/mcp`);
    expect([get.status, get.headers.get("Allow")]).toEqual([405, "POST, OPTIONS"]);
    const ping = await fetch(`${at.workerd}/v1/mcp`, {
      method: "POST",
      headers: {
        Origin: "https://example.org",
        "Content-Type": "application/json",
        Accept: "application/json, text/event-stream",
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" }),
    });
    expect(ping.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(ping.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(await ping.json()).toEqual({ jsonrpc: "2.0", id: 1, result: {} });
  });
});

/** The blocks of docs/mcp.md that configure a client, as the project's readers fill them in. */
const configs = (): { mcpServers?: Record<string, { command?: string; args?: string[]; url?: string }> }[] =>
  [...readFileSync("docs/mcp.md", "utf8").matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = ""]) =>
    JSON.parse(
      json.replace("/path/to/ai-data-use", process.cwd()).replace("https://data.example.org", at.node),
    ),
  );
const env = () => ({
  ...(process.env as Record<string, string>),
  DATABASE_URL: `file:${join(dir, "stdio.db")}`,
});

describe("standard input and output", () => {
  test.each([[[]], [["--", "--server"]]])("as the documentation configures it %j", async (more) => {
    const local = configs()
      .map(({ mcpServers }) => mcpServers?.["ai-data-use"])
      .find((s) => s?.command);
    const args = [...(local?.args ?? []), ...more, ...(more.length > 0 ? [at.node] : [])];
    const client = new SdkClient({ name: "test", version: "1.0.0" });
    // In another folder, as applications start it.
    await client.connect(
      new StdioClientTransport({ command: local?.command ?? "", args, cwd: dir, env: env() }),
    );
    const over = await connected(`${at.node}/mcp`, "legacy");
    const call = { name: "events", arguments: { platform: "reddit" } };
    expect((await client.callTool(call)).structuredContent).toEqual(
      (await over.callTool(call)).structuredContent,
    );
    await Promise.all([client.close(), over.close()]);
  });
});

const FAST = `
import asyncio, json, sys
from fastmcp import Client
async def main(config):
    async with Client(config) as client:
        tools = [tool.name for tool in await client.list_tools()]
        right = await client.call_tool("answer", {"platform": "linkedin", "region": "DE"})
        wrong = await client.call_tool("answer", {"platform": "linkdin"}, raise_on_error=False)
        templates = await client.list_resource_templates()
        method = await client.read_resource("ai-data-use://method")
        print(json.dumps({"tools": tools, "right": right.structured_content["headline"], "steps": right.structured_content["controls"][0]["steps"],
            "wrong": [wrong.is_error, wrong.content[0].text], "templates": len(templates), "method": method[0].text[:13]}))
asyncio.run(main(json.loads(sys.argv[1])))
`;

describe.skipIf(!isHere)("FastMCP for Python", () => {
  test("lists and calls the tools of Node, of workerd and of the program", async () => {
    const served = configs().flatMap(({ mcpServers }) => (mcpServers ? [{ mcpServers }] : []));
    const workerd = { mcpServers: { "ai-data-use": { url: `${at.workerd}/mcp` } } };
    expect(served).toHaveLength(2);
    for (const config of [...served, workerd]) {
      const printed = execFileSync(PYTHON, ["-c", FAST, JSON.stringify(config)], {
        encoding: "utf8",
        cwd: dir,
        env: env(),
      });
      expect(JSON.parse(printed.trim().split("\n").at(-1) ?? "")).toMatchObject({
        tools: ["lookup", "answer", "compare", "events", "search"],
        right: { verdict: "on-by-default", certainty: "practised" },
        steps: expect.arrayContaining([expect.stringContaining("Data for Generative AI Improvement")]),
        wrong: [true, expect.stringContaining("Did you mean linkedin?")],
        templates: 1,
        method: "# How we know",
      });
    }
  });
});
