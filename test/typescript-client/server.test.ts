import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import {
  type Client,
  createClient,
  type Event,
  type HistoryItem,
  type Item,
  type Kind,
  type KindAnswer,
  type PlatformAnswer,
  type PracticeDetails,
  ProblemError,
} from "../../clients/typescript/src/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { nodeServer } from "../fixtures/node-server.ts";

/* The client and its types, over a real socket. */
let server: Awaited<ReturnType<typeof nodeServer>>;
let client: Client;
beforeAll(async () => {
  server = await nodeServer(testHistory());
  client = createClient({ baseUrl: `http://127.0.0.1:${server.port}`, retries: 0 });
});
afterAll(() => server.close());

test("the generated types are current (if this fails: npm run generate)", () => {
  expect(() =>
    execFileSync("npm", ["run", "-s", "check", "-w", "@ai-data-use/client"], { stdio: "pipe" }),
  ).not.toThrow();
});

test("a platform's answer has the types of the description", async () => {
  const answer = await client.get("/platforms/{id}", { id: "alpha", region: "DE", plan: "free" });
  expect(answer.practices[0]?.verdict).toBe("asked");
  expectTypeOf(answer).toEqualTypeOf<PlatformAnswer>();
  expectTypeOf(answer.kinds).toEqualTypeOf<KindAnswer[]>();
  expectTypeOf(answer.headline.lead).toEqualTypeOf<Kind | null>();
  expectTypeOf<PracticeDetails["dataUse"]>().toEqualTypeOf<
    "uses" | "may-use" | "does-not-use" | "not-stated" | "disputed"
  >();
});

describe("a history", () => {
  test("has events and changes; neither is taken for the other", async () => {
    const { items } = await client.get("/platforms/{id}/history", { id: "alpha" });
    expectTypeOf<HistoryItem["event"]>().toEqualTypeOf<Event | null>();
    const titles = items.map((item) => {
      // @ts-expect-error an item that is a change has no event
      const unchecked = () => item.event.title;
      expect(item.event === null ? unchecked : () => "").toBeTypeOf("function");
      return item.event?.title ?? item.change?.summary;
    });
    expect([titles.length, titles.every((title) => typeof title === "string")]).toEqual([items.length, true]);
    expect(new Set(items.map((i) => i.kind))).toEqual(new Set(["event", "change"]));
  });
});

test("all pages of a list: each item once, as many as the list says", async () => {
  const ids: string[] = [];
  for await (const platform of client.items("/platforms", { limit: 2 })) {
    expectTypeOf(platform).toEqualTypeOf<Item<"/platforms">>();
    ids.push(platform.id as string);
  }
  const totals: number[] = [];
  for await (const page of client.pages("/platforms", { limit: 2 })) totals.push(page.total);
  expect([new Set(ids).size, Math.ceil(ids.length / 2)]).toEqual([totals[0], totals.length]);
  expect(totals.length).toBeGreaterThan(1);
});

test("also under the prefix of the version", async () => {
  const versioned = createClient({ baseUrl: `http://127.0.0.1:${server.port}/v1` });
  const ids: string[] = [];
  for await (const platform of versioned.items("/platforms", { limit: 3 })) ids.push(platform.id as string);
  expect(ids.length).toBeGreaterThan(3);
});

test("an error says what is wrong and what would work", async () => {
  const error = await client.get("/platforms/{id}", { id: "alhpa" }).catch((e: unknown) => e);
  if (!(error instanceof ProblemError)) throw error;
  expect([error.code, error.status, error.problem.nearest]).toEqual(["unknown-platform", 404, ["alpha"]]);
  await expect(client.get("/platforms", { region: "Germany" })).rejects.toMatchObject({
    code: "invalid-parameter",
    problem: { parameter: "region" },
  });
});

test("a former id is answered like the present one", async () => {
  expect((await client.get("/platforms/{id}", { id: "alpha-old" })).id).toBe("alpha");
});

test("an answer that is asked for again is confirmed by the server", async () => {
  const statuses: number[] = [];
  const watching = createClient({
    baseUrl: `http://127.0.0.1:${server.port}`,
    // What a cache that takes everything for old would do.
    cache: (() => {
      const kept = new Map();
      return {
        get: (url: string) => kept.get(url),
        set: (url: string, answer: object) => kept.set(url, { ...answer, freshUntil: 0 }),
      };
    })(),
    fetch: async (url, init) => {
      const response = await fetch(url, init);
      statuses.push(response.status);
      return response;
    },
  });
  const [first, second] = [await watching.get("/operators"), await watching.get("/operators")];
  expect([statuses, second]).toEqual([[200, 304], first]);
});

test("every path without parameters, and those of one record", async () => {
  const id = "alpha";
  const answers = await Promise.all([
    client.get("/platforms/{id}/record", { id }),
    client.get("/platforms/{id}/opt-out", { id }),
    client.get("/lookup", { url: "alpha.example.com" }),
    client.get("/hosts"),
    client.get("/operators"),
    client.get("/operators/{id}", { id: "child" }),
    client.get("/vocabulary"),
    client.get("/stats", { region: "US" }),
    client.get("/releases"),
    client.get("/upcoming"),
    client.get("/schema"),
    client.get("/schema/{name}", { name: "platform.schema.json" }),
    client.get("/events.json"),
    client.get("/changes.json"),
    client.get("/healthz"),
    client.get("/readyz"),
  ]);
  expect(answers.map((a) => typeof a)).toEqual(answers.map(() => "object"));
});

test("what is not JSON, as a response", async () => {
  const badge = await client.fetch("/badge/{file}", { file: "alpha.svg", region: "DE" });
  expect([badge.headers.get("Content-Type"), (await badge.text()).startsWith("<svg")]).toEqual([
    "image/svg+xml; charset=utf-8",
    true,
  ]);
});

test("calls that cannot be right do not compile", () => {
  const calls = () => [
    // @ts-expect-error no such path
    client.get("/platform"),
    // @ts-expect-error the id is missing
    client.get("/platforms/{id}"),
    // @ts-expect-error no such plan
    client.get("/platforms/{id}", { id: "alpha", plan: "premium" }),
    // @ts-expect-error no such parameter
    client.get("/platforms", { regoin: "DE" }),
    // @ts-expect-error not a list
    client.items("/platforms/{id}", { id: "alpha" }),
    // @ts-expect-error not JSON
    client.get("/badge/{file}", { file: "alpha.svg" }),
  ];
  expect(calls).toBeTypeOf("function");
});
