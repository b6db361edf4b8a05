import { existsSync, readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { proxies } from "../../../src/api/index.ts";
import { LIMITS, type Limits, limitsFrom } from "../../../src/entry/limits/limits.ts";
import { ignoreBody, limitHeaders } from "../../../src/entry/limits/requests.ts";
import { problemIn, raw, type Served, serve } from "./served.ts";

const GET = "GET /platforms HTTP/1.1\r\nHost: x\r\n";
const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

/** What each limit does, with real connections. */
const ROWS: Record<keyof Limits, () => Promise<void>> = {
  async connections() {
    await using served = await serve({ limits: { connections: 2 } });
    const open = [raw(served.port, `${GET}\r\n`), raw(served.port, `${GET}\r\n`)];
    await expect.poll(() => open.map((c) => c.text().startsWith("HTTP/1.1 200"))).toEqual([true, true]);
    expect(await raw(served.port, `${GET}\r\n`).ended).toBe("");
    open[0]?.socket.destroy();
    await expect
      .poll(() =>
        fetch(served.url).then(
          (r) => r.status,
          () => "refused",
        ),
      )
      .toBe(200);
  },

  async connectionsPerClient() {
    // Connections from this machine are not counted: this one says that it is another.
    const served = await serve({ limits: { connectionsPerClient: 2 } });
    await using _ = served;
    pretendPeer(served, "192.0.2.1");
    const open = [raw(served.port, `${GET}\r\n`), raw(served.port, `${GET}\r\n`)];
    await expect.poll(() => open.map((c) => c.text().startsWith("HTTP/1.1 200"))).toEqual([true, true]);
    expect(await raw(served.port, `${GET}\r\n`).ended).toBe("");
    open[0]?.socket.destroy();
    await expect
      .poll(() =>
        fetch(served.url).then(
          (r) => r.status,
          () => "refused",
        ),
      )
      .toBe(200);
  },

  async requestsPerConnection() {
    await using served = await serve({ limits: { requestsPerConnection: 2, keepAliveSeconds: 1 } });
    const connection = raw(served.port, `${GET}\r\n`);
    await expect.poll(() => connection.text()).toContain("ok");
    connection.socket.write(`${GET}\r\n`);
    const text = await connection.ended;
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(text.match(/Connection: close/g)).toHaveLength(1);
  },

  async headerBytes() {
    await using served = await serve({ limits: { headerBytes: 2000 } });
    const text = await raw(served.port, `${GET}A: ${"a".repeat(3000)}\r\n\r\n`).ended;
    expect(problemIn(text)).toEqual({ status: 431, type: "/problems/headers-too-large" });
    expect((await fetch(served.url)).status).toBe(200);
  },

  async headers() {
    await using served = await serve({ limits: { headers: 10 }, steps: [limitHeaders(10)] });
    const many = (n: number) =>
      `${GET}${Array.from({ length: n - 1 }, (_, i) => `A${i}: a\r\n`).join("")}\r\n`;
    expect(problemIn(await raw(served.port, many(11)).ended)).toEqual({
      status: 431,
      type: "/problems/headers-too-large",
    });
    expect(problemIn(await raw(served.port, many(300)).ended).status).toBe(431);
    const connection = raw(served.port, many(10));
    await expect.poll(() => connection.text()).toMatch(/^HTTP\/1.1 200/);
  },

  async headersSeconds() {
    await using served = await serve({ limits: { headersSeconds: 1 } });
    const connection = raw(served.port, GET);
    const slow = setInterval(() => connection.socket.write("A: a\r\n"), 100);
    const text = await connection.ended;
    clearInterval(slow);
    expect(problemIn(text)).toEqual({ status: 408, type: "/problems/request-timeout" });
  },

  async requestSeconds() {
    await using served = await serve({
      limits: { headersSeconds: 1, requestSeconds: 2 },
      handler: (req, res) => req.resume().once("end", () => res.end("ok")),
    });
    const connection = raw(served.port, `${GET}Content-Length: 1000\r\n\r\n`);
    const slow = setInterval(() => connection.socket.write("a"), 100);
    const text = await connection.ended;
    clearInterval(slow);
    expect(problemIn(text)).toEqual({ status: 408, type: "/problems/request-timeout" });
  },

  async keepAliveSeconds() {
    await using served = await serve({ limits: { keepAliveSeconds: 1 } });
    expect(await raw(served.port, `${GET}\r\n`).ended).toMatch(
      /^HTTP\/1.1 200(.|\r\n)*Keep-Alive: timeout=1/,
    );
  },

  async answerSeconds() {
    let wrote: unknown;
    await using served = await serve({
      limits: { answerSeconds: 0.2 },
      tick: 0.1,
      // An answer that comes too late has no effect, and does not end the server.
      handler: (req, res) => {
        if (req.url === "/fast") res.end("ok");
        else
          setTimeout(() => {
            try {
              res.setHeader("A", "a");
              res.writeHead(200).end("late");
            } catch (error) {
              wrote = error;
            }
          }, 700);
      },
    });
    const text = await raw(served.port, `${GET}\r\n`).ended;
    expect(problemIn(text)).toEqual({ status: 503, type: "/problems/took-too-long" });
    expect(text).toMatch(/^Retry-After: 5\r$/m);
    await pause(800);
    expect(wrote).toBeUndefined();
    expect((await fetch(`${served.url}/fast`)).status).toBe(200);
  },

  async stalledSeconds() {
    const handler: Parameters<typeof serve>[0]["handler"] = (_, res) => {
      const endless = new PassThrough();
      const more = () => {
        while (!endless.destroyed && endless.write(Buffer.alloc(65_536)));
      };
      endless.on("drain", more).pipe(res);
      res.once("close", () => endless.destroy());
      more();
    };
    await using served = await serve({ limits: { stalledSeconds: 1 }, handler });
    const unread = raw(served.port);
    unread.socket.pause().write(`${GET}\r\n`);
    const slow = raw(served.port);
    slow.socket.pause().write(`${GET}\r\n`);
    // It takes a little now and then, and is therefore not ended.
    const reading = setInterval(() => {
      slow.socket.resume();
      setTimeout(() => slow.socket.pause(), 20);
    }, 200);
    await expect
      .poll(() => new Promise((count) => served.server.getConnections((_, n) => count(n))), {
        timeout: 10_000,
      })
      .toBe(1);
    clearInterval(reading);
    expect(slow.socket.closed).toBe(false);
    slow.socket.destroy();
  },
};

/** Has the server see connections from another address: on one machine all come from loopback. */
function pretendPeer({ server }: Served, address: string): void {
  server.prependListener("connection", (socket) =>
    Object.defineProperty(socket, "remoteAddress", { value: address }),
  );
}

describe("limits, with real connections", () => {
  test.concurrent.each(Object.entries(ROWS))("%s", (_, run) => run());

  test("an answer that was written at once and is not taken is ended like one that takes time", async () => {
    const handler: Parameters<typeof serve>[0]["handler"] = (_, res) => res.end(Buffer.alloc(20_000_000));
    await using served = await serve({ limits: { stalledSeconds: 1 }, handler });
    const unread = raw(served.port);
    unread.socket.pause().write(`${GET}\r\n`);
    const count = () => new Promise((found) => served.server.getConnections((_, n) => found(n)));
    await expect.poll(count).toBe(1);
    await expect.poll(count, { timeout: 10_000 }).toBe(0);
  });

  test("requests on one connection whose answers are not taken end it", async () => {
    const handler: Parameters<typeof serve>[0]["handler"] = (_, res) => res.end(Buffer.alloc(10_000));
    await using served = await serve({ limits: { stalledSeconds: 1 }, handler });
    const unread = raw(served.port);
    unread.socket.pause().write(`${GET}\r\n`.repeat(5000));
    const count = () => new Promise((found) => served.server.getConnections((_, n) => found(n)));
    await expect.poll(count).toBe(1);
    await expect.poll(count, { timeout: 10_000 }).toBe(0);
  });

  test("connections of trusted proxies and of this machine are not counted by client", async () => {
    await using served = await serve({ limits: { connectionsPerClient: 1 } });
    await using behind = await serve({ limits: { connectionsPerClient: 1 }, trustProxy: "192.0.2.0/24" });
    pretendPeer(behind, "192.0.2.1");
    for (const { port } of [served, behind]) {
      const open = [raw(port, `${GET}\r\n`), raw(port, `${GET}\r\n`)];
      await expect.poll(() => open.map((c) => c.text().startsWith("HTTP/1.1 200"))).toEqual([true, true]);
    }
    expect(proxies("192.0.2.0/24").trusts("192.0.2.1")).toBe(true);
  });

  test("a body is not read: the request is answered, and the connection ends", async () => {
    await using served = await serve({ steps: [ignoreBody] });
    const bodies = [
      `${GET}Content-Length: 1000000000\r\n\r\nabc`,
      `${GET}Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n`,
      `${GET}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n`,
    ];
    for (const text of bodies) {
      const answer = await raw(served.port, text).ended;
      expect(answer).toMatch(/HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toMatch(/^Connection: close\r$/m);
    }
    const without = raw(served.port, `${GET}Content-Length: 0\r\n\r\n`);
    await expect.poll(() => without.text()).toContain("Connection: keep-alive");
  });

  test("what is not HTTP is answered with a problem", async () => {
    await using served = await serve({});
    for (const text of ["\x16\x03\x01\x02\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\r\nA\r\n\r\n"])
      expect(problemIn(await raw(served.port, text).ended), JSON.stringify(text)).toEqual({
        status: 400,
        type: "/problems/unreadable-request",
      });
  });

  test("pipelined requests are answered in their order, the late one with 503", async () => {
    await using served = await serve({
      limits: { answerSeconds: 0.2 },
      tick: 0.1,
      handler: (req, res) => {
        if (req.url !== "/never") res.end(req.url);
      },
    });
    const text = await raw(
      served.port,
      ["/1", "/2", "/never", "/4"].map((path) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""),
    ).ended;
    expect([...text.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status]) => status)).toEqual(["200", "200", "503"]);
  });
});

describe("configuration", () => {
  test("each limit has its variable", () => {
    const env = { MAX_CONNECTIONS: "5", STALLED_TIMEOUT: "60", ANSWER_TIMEOUT: "" };
    expect(limitsFrom(env)).toEqual({ ...limitsFrom({}), connections: 5, stalledSeconds: 60 });
  });
  test.each([
    [{ MAX_HEADERS: "many" }, /MAX_HEADERS=many is not a limit: give a whole number/],
    [{ MAX_CONNECTIONS: "0" }, /MAX_CONNECTIONS=0/],
    [{ ANSWER_TIMEOUT: "1.5" }, /ANSWER_TIMEOUT=1.5 .* in seconds\. The default is 20\./],
    [{ ANSWER_TIMEOUT: "30" }, /STALLED_TIMEOUT=30 must be more than ANSWER_TIMEOUT=30/],
    [{ REQUEST_TIMEOUT: "10" }, /REQUEST_TIMEOUT=10 must not be less than HEADERS_TIMEOUT=15/],
  ])("%j says what to write", (env, message) => expect(() => limitsFrom(env)).toThrow(message));

  test.runIf(existsSync("docs/limits.md"))("docs/limits.md has each, with its default", () => {
    const text = readFileSync("docs/limits.md", "utf8");
    const listed = [...text.matchAll(/^\|.*\| (\d+)( \w+)? \| `([A-Z_]+)` \|$/gm)].map(
      ([, value, unit = "", variable]) => [variable, Number(value), unit.trim()],
    );
    expect(listed).toEqual(Object.values(LIMITS).map((l) => [l.variable, l.default, l.unit]));
  });
});
