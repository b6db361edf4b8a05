import type { IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type TurnLimits, Turns } from "../../../src/entry/serve/turns.ts";
import { testHistory } from "../../fixtures/history.ts";
import { nodeServer } from "../../fixtures/node-server.ts";

const LIMITS: TurnLimits = { running: 2, perClient: 5, waiting: 8 };

/** Requests whose computations the test ends. */
function computing(limits = LIMITS) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  let most = 0;
  let running = 0;
  const turns = new Turns(limits, (req) => req.headers["x-client"] as string);
  const fetch = turns.taking(async (request) => {
    begun.push(new URL(request.url).pathname.slice(1));
    most = Math.max(most, ++running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running--;
    return new Response("computed");
  });
  const ask = async (name: string, destroyed = false) => {
    const incoming = {
      url: `/${name}`,
      headers: { "x-client": name.replace(/\d+$/, "") },
      socket: { destroyed },
    } as unknown as IncomingMessage;
    return fetch(new Request(`http://localhost/${name}`), { incoming });
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  return {
    begun,
    ask,
    settle,
    most: () => most,
    /** Ends all computations, one by one. */
    async finish() {
      for (await settle(); ends.length > 0; await settle()) ends.shift()?.();
    },
  };
}

test("a few are computed at once, and clients take turns", async () => {
  const c = computing();
  const all = ["a1", "a2", "a3", "a4", "b1", "c1", "b2"].map((name) => c.ask(name));
  await c.finish();
  await Promise.all(all);
  expect(c.most()).toBe(2);
  expect(c.begun).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
});

test("the event loop runs between the beginnings of two computations", async () => {
  const c = computing({ ...LIMITS, running: 5 });
  const all = ["a1", "b1", "c1", "d1"].map((name) => c.ask(name));
  const seen: number[] = [];
  for (let i = 0; i < 6; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    seen.push(c.begun.length);
  }
  expect(Math.max(...seen.map((n, i) => n - (seen[i - 1] ?? 0)))).toBe(1);
  await c.finish();
  await Promise.all(all);
});

describe("over HTTP", () => {
  let server: Awaited<ReturnType<typeof nodeServer>>;
  afterEach(() => server.close());

  test("who sends too many at once gets 503 for the rest; others are answered", async () => {
    // Nothing is computed before all requests have arrived.
    const arrived = Promise.withResolvers<void>();
    let count = 0;
    server = await nodeServer(testHistory(), {
      limits: { running: 1, perClient: 10, waiting: 100 },
      clientOf: (req) => req.headers["user-agent"] ?? "",
      steps: [
        (_, __, next) => {
          if (++count === 29) arrived.resolve();
          next();
        },
      ],
      around: (api) => async (request, env) => {
        await arrived.promise;
        return api(request, env);
      },
    });
    const ask = (client: string, i: number) =>
      server.get(`/platforms/alpha?as_of=2024-01-${String(i + 1).padStart(2, "0")}`, {
        "User-Agent": client,
      });
    const [many, one] = await Promise.all([
      Promise.all(Array.from({ length: 28 }, (_, i) => ask("many", i))),
      ask("one", 0),
    ]);
    const refused = many.filter((a) => a.status === 503);
    expect(one.status).toBe(200);
    expect(many.filter((a) => a.status === 200).length + refused.length).toBe(28);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, body } of refused) {
      expect(headers["retry-after"]).toBe("5");
      expect(headers["cache-control"]).toBe("no-store");
      expect(JSON.parse(body.toString())).toMatchObject({ type: "/problems/busy", status: 503 });
    }
  });

  test("pipelined requests that must be computed let others be answered between them", async () => {
    server = await nodeServer(testHistory(), { limits: { running: 1, perClient: 1000, waiting: 1000 } });
    await server.get("/platforms/alpha");
    const count = 200;
    const socket = connect(server.port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    const before = server.counts.api;
    let ended = false;
    let answered = "";
    socket.on("data", (chunk) => {
      answered += chunk.toString("latin1");
      ended = answered.split("HTTP/1.1 200").length > count;
    });
    socket.write(
      Array.from(
        { length: count },
        (_, i) =>
          `GET /platforms/alpha?as_of=2020-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")}&age=${i % 2 ? "adult" : "minor"} HTTP/1.1\r\nHost: x\r\n\r\n`,
      ).join(""),
    );
    /** How many of them were computed when each of the others was answered. */
    const seen: number[] = [];
    while (!ended) {
      expect((await server.get(seen.length % 2 ? "/healthz" : "/platforms/alpha")).status).toBe(200);
      seen.push(server.counts.api - before);
    }
    socket.destroy();
    expect(seen.filter((n) => n > 0 && n < count).length).toBeGreaterThan(10);
  });

  test("a client that is gone is not computed for", async () => {
    server = await nodeServer(testHistory(), { limits: { running: 1, perClient: 1000, waiting: 1000 } });
    const { queries } = server.counts;
    const socket = connect(server.port, "127.0.0.1");
    await new Promise((resolve) => socket.once("connect", resolve));
    socket.write(
      Array.from({ length: 100 }, (_, i) => `GET /platforms?limit=${i + 1} HTTP/1.1\r\nHost: x\r\n\r\n`).join(
        "",
      ),
    );
    await new Promise((resolve) => socket.once("data", resolve));
    socket.destroy();
    await server.get("/stats");
    expect(server.counts.queries - queries).toBeLessThan(300);
  });
});
