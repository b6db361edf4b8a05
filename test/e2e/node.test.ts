import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Running, start } from "./process.ts";

/* The server as people start it: its own process, the real records, an embedded file. */
let dir: string;
let running: Running | undefined;
const boot = (env: Record<string, string> = {}) => {
  running = start(process.execPath, ["src/entry/node.ts"], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
    ...env,
  });
  return running;
};
const ready = async (r: Running) => (await r.until(/at (http:\/\/127\.0\.0\.1:\d+) /))[1] as string;
const lines = (r: Running) => r.output().trim().split("\n");

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "node-e2e-"));
});
afterEach(async () => {
  await running?.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe("starting", () => {
  test("builds the database on the first start, and not again until the data changes", async () => {
    cpSync("data", join(dir, "data"), { recursive: true });
    const env = { DATA_DIR: join(dir, "data") };
    await ready(boot(env));
    expect(running?.output()).toMatch(/^Built file:.* platforms, \d+ rows\./);
    await running?.stop();
    await ready(boot(env));
    expect(running?.output()).not.toMatch(/Built/);
    await running?.stop();
    const file = join(dir, "data/platforms/linkedin.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"name": "LinkedIn"/, '"name": "LinkedOut"'));
    const url = await ready(boot(env));
    expect(running?.output()).toMatch(/Built/);
    expect(((await (await fetch(`${url}/platforms/linkedin`)).json()) as { name: string }).name).toBe(
      "LinkedOut",
    );
  });

  test("a taken port gives one clear line and a non-zero exit", async () => {
    const blocker = createServer().listen(0, "127.0.0.1");
    await new Promise((r) => blocker.once("listening", r));
    const { port } = blocker.address() as { port: number };
    const r = boot({ PORT: String(port) });
    expect(await r.exit()).toBe(1);
    expect(lines(r).at(-1)).toBe(
      `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another: PORT=8788 npm start`,
    );
    blocker.close();
  });

  test("a port that is none gives one clear line", async () => {
    const r = boot({ PORT: "http" });
    expect([await r.exit(), lines(r)]).toEqual([
      1,
      ["PORT=http is not a port: give a whole number from 0 to 65535."],
    ]);
  });

  test.each([
    [{ PUBLIC_URL: "data.example" }, /^PUBLIC_URL=data\.example is not an origin/],
    [{ TRUST_PROXY: "proxy" }, /^TRUST_PROXY=proxy: invalid IP address/],
  ])("a wrong origin gives one clear line: %j", async (env, message) => {
    const r = boot(env);
    expect(await r.exit()).toBe(1);
    expect(lines(r)).toEqual([expect.stringMatching(message)]);
  });

  test("a broken record gives one line that names the place", async () => {
    cpSync("data", join(dir, "data"), { recursive: true });
    const file = join(dir, "data/platforms/linkedin.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace(/"category": "[a-z-]+"/, '"category": "social-netwrok"'),
    );
    const r = boot({ DATA_DIR: join(dir, "data") });
    expect(await r.exit()).toBe(1);
    expect(lines(r)).toHaveLength(1);
    expect(lines(r)[0]).toMatch(
      /linkedin\.json:\d+:\d+ SCH003: found "social-netwrok"; .* Did you mean "social-network"\?/,
    );
  });

  test("a broken database gives one line that says what to do", async () => {
    writeFileSync(
      join(dir, "test.db"),
      "this is no database, and long enough to be told from an empty one".repeat(20),
    );
    const r = boot();
    expect(await r.exit()).toBe(1);
    expect(lines(r)).toHaveLength(1);
    expect(lines(r)[0]).toMatch(
      /cannot be opened: .*not a database.*delete the file and it will be rebuilt\.$/,
    );
  });
});

describe("serving", () => {
  const raw = (url: string, headers: Record<string, string>) =>
    new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }>(
      (resolve, reject) => {
        get(url, { headers }, (res) => {
          const chunks: Buffer[] = [];
          res.on("data", (c: Buffer) => chunks.push(c));
          res.on("end", () =>
            resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
          );
        }).on("error", reject);
      },
    );

  test("compresses for who accepts it, with a validator of its own for each form", async () => {
    const url = `${await ready(boot())}/platforms/linkedin?region=DE`;
    const plain = await raw(url, {});
    const br = await raw(url, { "Accept-Encoding": "gzip, br" });
    const gz = await raw(url, { "Accept-Encoding": "gzip" });
    expect([
      plain.headers["content-encoding"],
      br.headers["content-encoding"],
      gz.headers["content-encoding"],
    ]).toEqual([undefined, "br", "gzip"]);
    expect(brotliDecompressSync(br.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gz.body).equals(plain.body)).toBe(true);
    expect(new Set([plain, br, gz].map((r) => r.headers["etag"])).size).toBe(3);
    for (const [r, encoding] of [
      [plain, ""],
      [br, "br"],
      [gz, "gzip"],
    ] as const)
      expect(
        (await raw(url, { "Accept-Encoding": encoding, "If-None-Match": String(r.headers["etag"]) })).status,
      ).toBe(304);
    expect(br.headers["vary"]).toContain("Accept-Encoding");
  });

  test("behind a trusted proxy, absolute URLs have the public origin, for each of two hosts", async () => {
    const url = `${await ready(boot({ TRUST_PROXY: "loopback" }))}/events.atom`;
    const self = async (headers: Record<string, string>) =>
      /rel="self" href="([^"]+)"/.exec((await raw(url, headers)).body.toString())?.[1];
    const proxied = (host: string) => ({ "X-Forwarded-Proto": "https", "X-Forwarded-Host": host });
    expect(await self(proxied("a.example"))).toBe("https://a.example/events.atom");
    expect(await self(proxied("b.example"))).toBe("https://b.example/events.atom");
    expect(await self(proxied("a.example"))).toBe("https://a.example/events.atom");
    expect(await self({ Forwarded: "for=192.0.2.1;proto=https;host=c.example" })).toBe(
      "https://c.example/events.atom",
    );
    expect(await self({})).toBe(url);
    await running?.stop();
    const direct = `${await ready(boot())}/events.atom`;
    const body = (await raw(direct, proxied("a.example"))).body.toString();
    expect(body).not.toContain("a.example");
  });

  test("answers what is under way after SIGTERM, then ends with 0", async () => {
    const r = boot();
    const url = await ready(r);
    const under = Array.from({ length: 40 }, (_, i) =>
      raw(
        `${url}/platforms?limit=100&as_of=2024-01-${String((i % 28) + 1).padStart(2, "0")}&age=${i < 28 ? "adult" : "minor"}`,
        {},
      ),
    );
    // All are under way once the first is answered; what the kernel has not handed over yet nobody can answer.
    await Promise.race(under);
    r.child.kill("SIGTERM");
    expect((await Promise.all(under)).map((a) => a.status)).toEqual(Array.from({ length: 40 }, () => 200));
    expect(await r.exit()).toBe(0);
  });
});
