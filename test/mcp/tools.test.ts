import type { Client } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../../src/api/index.ts";
import { createMcpApp } from "../../src/mcp/app.ts";
import { serveMcp } from "../../src/mcp/serve.ts";
import { INSTRUCTIONS } from "../../src/mcp/server.ts";
import { MOST_BYTES } from "../../src/mcp/text.ts";
import { TOOLS } from "../../src/mcp/tools/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";
import { connected, ERAS, textOf } from "./client.ts";

/* The SDK's client checks each structured result with the schema that the tool lists. */
let server: TestServer;
let clients: Record<(typeof ERAS)[number], Client>;
let client: Client;
beforeAll(async () => {
  server = await testServer(testHistory());
  const api = createApp(server.services);
  const app = createMcpApp(server.services, {
    api: (request, env) => api.fetch(request, env),
    serve: serveMcp,
    isPublic: false,
  });
  const fetch: typeof globalThis.fetch = async (input, init) => app.request(input, init);
  const [modern, legacy] = await Promise.all(
    ERAS.map((era) => connected("http://localhost/mcp", era, fetch)),
  );
  clients = { modern, legacy } as typeof clients;
  client = clients.modern;
});
afterAll(async () => {
  await Promise.all(Object.values(clients).map((c) => c.close()));
  await server.engine.close();
});

const call = (name: string, args: Record<string, unknown> = {}) => client.callTool({ name, arguments: args });
/** What a tool answers, as structured content. */
const structured = async <T = Record<string, unknown>>(name: string, args: Record<string, unknown>) => {
  const result = await call(name, args);
  expect(result.isError, textOf(result)).toBeFalsy();
  expect(Buffer.byteLength(textOf(result))).toBeLessThanOrEqual(MOST_BYTES);
  return result.structuredContent as T;
};
const refused = async (name: string, args: Record<string, unknown>): Promise<string> => {
  const result = await call(name, args);
  expect(result.isError).toBe(true);
  return textOf(result);
};

/** The bytes of every title and description in a value. */
const textsIn = (value: unknown): number =>
  typeof value !== "object" || value === null
    ? 0
    : Object.entries(value).reduce(
        (sum, [key, inner]) =>
          sum +
          (["title", "description"].includes(key) && typeof inner === "string"
            ? Buffer.byteLength(inner)
            : textsIn(inner)),
        0,
      );

describe("the tools", () => {
  test("are listed with schemas, and only read", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["lookup", "answer", "compare", "events", "search"]);
    for (const { name, inputSchema, outputSchema, annotations } of tools) {
      expect(annotations, name).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(inputSchema, name).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema?.["required"], name).toContain("attribution");
    }
  });
  test("describe themselves and their arguments in less than 1.5 kB, all together", () =>
    expect(textsIn(TOOLS) + Buffer.byteLength(INSTRUCTIONS)).toBeLessThan(1500));
  test.each(ERAS)("answer clients of the %s revisions", async (era) => {
    const result = await clients[era].callTool({ name: "lookup", arguments: { url: "alpha.example.com" } });
    expect(result.structuredContent).toMatchObject({ platform: { id: "alpha" } });
  });
  test("that there are not are an error of the protocol", () =>
    expect(call("nothing")).rejects.toThrow("There is no tool nothing: there are lookup, answer"));
});

describe("answers are those of the API", () => {
  test("lookup: by URL, with the plan that the host implies", async () => {
    const asked = { url: "https://platform.example.com/x", region: "DE" };
    const api = await server.json<{ audience: object; headline: { sentence: string } }>(
      "/lookup?url=platform.example.com&region=DE",
    );
    const found = await structured("lookup", asked);
    expect(found).toMatchObject({
      platform: { id: "gamma" },
      matched: "platform.example.com",
      audience: api.audience,
      headline: { sentence: api.headline.sentence },
      page: "http://localhost/platforms/gamma?region=DE&plan=api",
    });
    expect(await structured("lookup", { url: "com.example.gamma" })).toMatchObject({
      platform: { id: "gamma" },
      matched: "com.example.gamma",
    });
  });

  test("answer: by an alias, for one person, with steps and sources", async () => {
    const query = "region=DE&plan=paid&age=adult&account=signed-in";
    const api = await server.json<{ kinds: object[]; headline: { sentence: string } }>(
      `/platforms/alpha?${query}`,
    );
    const optOut = await server.json<{ controls: { steps: string[] }[] }>(
      `/platforms/alpha/opt-out?${query}`,
    );
    const found = await structured<{ sources: object[]; kinds: object[] }>("answer", {
      platform: "alpha-old",
      ...Object.fromEntries(new URLSearchParams(query)),
    });
    expect(found).toMatchObject({
      platform: { id: "alpha" },
      audience: { region: "DE", plan: "paid" },
      headline: { sentence: api.headline.sentence },
      controls: optOut.controls.map(({ steps }) => ({ steps })),
    });
    expect(api.kinds).toMatchObject(found.kinds);
    expect(found.sources).toContainEqual(expect.objectContaining({ url: expect.stringMatching(/^https:/) }));
  });

  test("answer: the text begins with the headline and says for whom", async () => {
    const result = await call("answer", { platform: "alpha", region: "DE", age: "minor" });
    const { headline } = await server.json<{ headline: { sentence: string } }>(
      "/platforms/alpha?region=DE&age=minor",
    );
    const [first, second] = textOf(result).split("\n");
    expect(first).toBe(headline.sentence);
    expect(second).toBe("For minors in Germany on the free plan with an account, 2026-11-24.");
  });

  test("compare: side by side", async () => {
    const found = await structured("compare", { ids: ["beta", "alpha"], region: "FR" });
    const api = await server.json<{ sideBySide: { id: string; headline: object }[] }>(
      "/compare?ids=beta,alpha&region=FR",
    );
    expect(found).toMatchObject({ audience: { region: "FR" }, overTime: null });
    expect(api.sideBySide).toMatchObject(
      (found["platforms"] as { id: string; headline: object }[]).map(({ id, headline }) => ({
        id,
        headline,
      })),
    );
  });

  test("compare: over time, with the events between", async () => {
    const days = { region: "DE", from: "2024-01-01", to: "2026-01-01" };
    const found = await structured<{ overTime: { events: { id: string; sources: object[] }[] } }>("compare", {
      id: "alpha",
      ...days,
    });
    const api = await server.json<{ overTime: { headline: object; events: { id: string }[] } }>(
      `/platforms/alpha/compare?${new URLSearchParams(days)}`,
    );
    const { events, ...rest } = found.overTime;
    expect(api.overTime.headline).toMatchObject(
      Object.fromEntries(Object.entries(rest).filter(([key]) => ["before", "after"].includes(key))),
    );
    expect(new Set(events.map(({ id }) => id))).toEqual(
      new Set(api.overTime.events.map(({ id }) => `alpha/${id}`)),
    );
    expect(events.length).toBeGreaterThan(0);
    expect(events.every(({ sources }) => sources.length > 0)).toBe(true);
  });

  test("events: page by page", async () => {
    const first = await structured<{ next: string; total: number; events: { id: string }[] }>("events", {
      platform: "alpha",
      limit: 1,
    });
    expect(first.total).toBe(2);
    const second = await structured<typeof first>("events", {
      platform: "alpha",
      limit: 1,
      cursor: first.next,
    });
    const api = await server.json<{ items: { id: string }[] }>("/events?platform=alpha");
    expect([...first.events, ...second.events].map(({ id }) => id)).toEqual(api.items.map(({ id }) => id));
    expect(second.next).toBeNull();
  });

  test("search: by words, and by answer", async () => {
    expect(await structured("search", { q: "beta" })).toMatchObject({
      total: 1,
      platforms: [{ id: "beta", page: "http://localhost/platforms/beta" }],
    });
    const found = await structured<{ platforms: { id: string }[] }>("search", {
      verdict: "no-choice",
      region: "DE",
    });
    const api = await server.json<{ items: { id: string }[] }>("/platforms?verdict=no-choice&region=DE");
    expect(found.platforms.map(({ id }) => id)).toEqual(api.items.map(({ id }) => id));
  });
});

describe("what cannot be answered says what would work", () => {
  test.each([
    ["answer", { platform: "alpah" }, /"alpah"\. Did you mean alpha\? The tool search/],
    ["answer", { platform: "alpha", region: "Germany" }, /Germany is DE/],
    ["answer", { platform: "alpha", regoin: "DE" }, /^regoin: .* Did you mean region\?/],
    ["answer", {}, /^platform: is missing/],
    ["answer", { platform: ".." }, /^platform: give an id/],
    ["answer", { platform: { id: "alpha" } }, /^platform: give text/],
    ["compare", { ids: ["alpha", 1] }, /^ids: give text in the list/],
    ["compare", {}, /ids: is missing/],
    ["compare", { id: "..", from: "2024-01-01", to: "2026-01-01" }, /give an id/],
    ["lookup", { url: "nowhere.example" }, /No platform in the dataset has nowhere\.example/],
    ["events", { type: "nothing" }, /"nothing" is not one of/],
    ["search", { limit: 500 }, /limit: .*is not a whole number from 1 to 100/],
    ["search", { cursor: "x" }, /cursor/],
  ])("%s %j", async (name, args, message) => expect(await refused(name, args)).toMatch(message));

  test("an API that fails is not a bug of the tool", async () => {
    const broken = await serveMcp(
      new Request("http://localhost/mcp", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json, text/event-stream" },
        body: JSON.stringify({
          jsonrpc: "2.0",
          id: 1,
          method: "tools/call",
          params: { name: "lookup", arguments: { url: "alpha.example.com" } },
        }),
      }),
      { ask: async () => ({ status: 502, body: "<html>" }), origin: undefined },
    );
    expect(await broken.json()).toMatchObject({
      id: 1,
      result: { isError: true, content: [{ text: "The answer was 502. Try again in a moment." }] },
    });
  });
});

describe("resources", () => {
  test("are the vocabulary, the method and every record", async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      "ai-data-use://vocabulary",
      "ai-data-use://method",
      ...["alpha", "beta", "delta", "gamma"].map((id) => `ai-data-use://platforms/${id}/record`),
    ]);
    for (const { uri } of resources) {
      const { contents } = await client.readResource({ uri });
      expect(contents, uri).toMatchObject([{ uri }]);
    }
  });
  test("are what the API answers, also under an alias", async () => {
    const { contents } = await client.readResource({ uri: "ai-data-use://platforms/alpha-old/record" });
    const text = await (await server.get("/platforms/alpha/record")).text();
    expect(contents).toMatchObject([{ text }]);
  });
  test("have a template whose id can be completed", async () => {
    const { resourceTemplates } = await client.listResourceTemplates();
    const uri = resourceTemplates[0]?.uriTemplate ?? "";
    const complete = async (value: string) =>
      (await client.complete({ ref: { type: "ref/resource", uri }, argument: { name: "id", value } }))
        .completion.values;
    expect(await complete("al")).toEqual(["alpha"]);
    expect(await complete("Béta")).toEqual(["beta"]);
    expect(await complete("")).toEqual(["alpha", "beta", "delta", "gamma"]);
    expect(await complete("xyz")).toEqual([]);
  });
  test.each(["ai-data-use://nothing", "ai-data-use://platforms/unknown/record", "file:///etc/passwd"])(
    "%s is none",
    (uri) => expect(client.readResource({ uri })).rejects.toMatchObject({ code: -32602 }),
  );
});
