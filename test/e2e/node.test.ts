import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { rename, writeSmallData } from "../fixtures/small-data.ts";
import { type Running, SERVER, start } from "./process.ts";

/* The server as people start it: its own process, the real records, an embedded file. */
let dir: string;
/** For records that must remain. */
let data: string;
let running: Running | undefined;
const boot = (env: Record<string, string> = {}) => {
  running = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATABASE_URL: `file:${join(dir, "test.db")}`,
    ...env,
  });
  return running;
};
const ready = async (r: Running) => (await r.until(/at (http:\/\/127\.0\.0\.1:\d+) /))[1] as string;
const lines = (r: Running) => r.output().trim().split("\n");

/** A database of the real records, which is built once: a start with it is quick. */
let built: string;
const bootBuilt: typeof boot = (env) => {
  for (const name of ["test.db", "test.db.sha256"]) cpSync(join(built, name), join(dir, name));
  return boot(env);
};
beforeAll(async () => {
  built = mkdtempSync(join(tmpdir(), "node-e2e-built-"));
  const publishing = start(process.execPath, [
    "src/entry/cli/adu.ts",
    "publish",
    "--to",
    `file:${join(built, "test.db")}`,
  ]);
  if ((await publishing.exit()) !== 0) throw new Error(publishing.output());
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "node-e2e-"));
  data = mkdtempSync(join(tmpdir(), "node-e2e-data-"));
});
afterEach(async () => {
  await running?.stop();
  for (const each of [dir, data]) rmSync(each, { recursive: true, force: true });
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
    const r = bootBuilt({ PORT: String(port) });
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

  test("a file that is no database is set aside, and one line says so", async () => {
    writeFileSync(
      join(dir, "test.db"),
      "this is no database, and long enough to be told from an empty one".repeat(20),
    );
    const url = await ready(boot());
    expect(lines(running as Running)).toEqual([
      expect.stringMatching(/test\.db has no checksum\. It is now .*, and the database is built again\.$/),
      expect.stringMatching(/^Built file:/),
      expect.stringMatching(/^AI Data Use is at/),
    ]);
    expect((await fetch(`${url}/platforms`)).status).toBe(200);
  });

  test("of two that start at once on a new file one builds it, and both serve it", async () => {
    const both = [boot(), boot()];
    try {
      const urls = await Promise.all(both.map(ready));
      const bodies = await Promise.all(
        urls.map(async (url) => (await fetch(`${url}/platforms?limit=100`)).text()),
      );
      expect(bodies[0]).toBe(bodies[1]);
      expect(both.filter((r) => /^Built/m.test(r.output()))).toHaveLength(1);
    } finally {
      await Promise.all(both.map((r) => r.stop()));
    }
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
    const url = `${await ready(bootBuilt())}/platforms/linkedin?region=DE`;
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

  test("a database that is deleted or damaged meanwhile is built again, and every request is answered", async () => {
    writeSmallData(join(data, "data"));
    const r = boot({ DATA_DIR: join(data, "data") });
    const url = await ready(r);
    const path = `${url}/platforms/reddit?region=DE&as_of=2026-11-01`;
    const right = await (await fetch(path)).text();
    const harm = [
      () => rmSync(join(dir, "test.db")),
      () => writeFileSync(join(dir, "test.db"), "damaged"),
      () => rmSync(dir, { recursive: true }),
    ];
    for (const [i, act] of harm.entries()) {
      act();
      while ((r.output().match(/^Built/gm) ?? []).length < i + 2) {
        if (r.child.exitCode !== null) throw new Error(r.output());
        const response = await fetch(path);
        expect([response.status, await response.text()]).toEqual([200, right]);
        expect((await fetch(`${url}/readyz`)).status).toBe(200);
      }
    }
    expect(r.output()).toMatch(/test\.db was deleted; it is built again\.\n/);
    expect(r.output()).toMatch(/test\.db is damaged: its checksum is another\. It is now /);
  });

  /** Acts in a small file system of its own, where this process may mount one. */
  async function mounted(options: string, act: (at: string) => Promise<void>): Promise<boolean> {
    const at = join(data, "mounted");
    mkdirSync(at);
    if (spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", at]).status !== 0) return false;
    try {
      await act(at);
    } finally {
      await running?.stop();
      spawnSync("umount", [at]);
    }
    return true;
  }

  test("a full disk is named, without SQL", async () => {
    writeSmallData(join(data, "data"));
    const done = await mounted("size=200k", async (at) => {
      const r = boot({ DATA_DIR: join(data, "data"), DATABASE_URL: `file:${join(at, "db")}` });
      expect(await r.exit()).toBe(1);
      expect(lines(r)).toEqual([
        `The disk is full: ${join(at, "db")} could not be written. Free some space and try again.`,
      ]);
      expect(readdirSync(at)).toEqual(["db.lock"]);
    });
    if (!done) console.log("not tested: no file system could be mounted");
  });

  test("a folder that cannot be written serves if its database is complete; otherwise one is built elsewhere", async () => {
    writeSmallData(join(data, "data"));
    const done = await mounted("size=20m", async (at) => {
      const env = { DATA_DIR: join(data, "data"), DATABASE_URL: `file:${join(at, "db")}` };
      await ready(boot(env));
      await running?.stop();
      expect(spawnSync("mount", ["-o", "remount,ro", at]).status).toBe(0);
      let url = await ready(boot(env));
      expect(lines(running as Running)).toHaveLength(1);
      expect((await fetch(`${url}/platforms/reddit`)).status).toBe(200);
      await running?.stop();
      rename(join(data, "data"), "Another");
      url = await ready(boot(env));
      expect(lines(running as Running)[0]).toMatch(
        /mounted cannot be written\. Allow it, .* Until then the database is /,
      );
      expect(((await (await fetch(`${url}/platforms/bluesky`)).json()) as { name: string }).name).toBe(
        "Another",
      );
    });
    if (!done) console.log("not tested: no file system could be mounted");
  });

  test("what another process publishes into the file is served soon", async () => {
    cpSync("data", join(dir, "data"), { recursive: true });
    const url = await ready(bootBuilt({ DATA_DIR: join(dir, "data") }));
    const file = join(dir, "data/platforms/linkedin.json");
    writeFileSync(file, readFileSync(file, "utf8").replace(/"name": "LinkedIn"/, '"name": "LinkedOut"'));
    const publishing = start(process.execPath, [
      "src/entry/cli/adu.ts",
      "publish",
      "--to",
      `file:${join(dir, "test.db")}`,
      "--data",
      join(dir, "data"),
    ]);
    expect([await publishing.exit(), publishing.output()]).toEqual([
      0,
      expect.stringMatching(/publication \d+, /),
    ]);
    const name = async () =>
      ((await (await fetch(`${url}/platforms/linkedin`)).json()) as { name: string }).name;
    await expect.poll(name, { timeout: 10_000 }).toBe("LinkedOut");
  });

  test("is not ready after SIGTERM, ends each connection with its answer, then ends with 0", async () => {
    const r = bootBuilt();
    const url = await ready(r);
    const statuses: number[] = [];
    let going = true;
    const client = async () => {
      while (going) statuses.push((await raw(`${url}/platforms?limit=5`, {})).status);
    };
    const clients = Array.from({ length: 8 }, client);
    await new Promise((done) => setTimeout(done, 300));
    r.child.kill("SIGTERM");
    await new Promise((done) => setTimeout(done, 200));
    const readiness = await raw(`${url}/readyz`, {});
    expect([readiness.status, readiness.headers["connection"], readiness.body.toString()]).toEqual([
      503,
      "close",
      expect.stringContaining("This server is stopping."),
    ]);
    going = false;
    await Promise.all(clients);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(await r.exit()).toBe(0);
  });

  test("behind a trusted proxy, absolute URLs have the public origin, for each of two hosts", async () => {
    const url = `${await ready(bootBuilt({ TRUST_PROXY: "loopback" }))}/events.atom`;
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
    const direct = `${await ready(bootBuilt())}/events.atom`;
    const body = (await raw(direct, proxied("a.example"))).body.toString();
    expect(body).not.toContain("a.example");
  });

  test("answers what is under way after SIGTERM, then ends with 0", async () => {
    const r = bootBuilt();
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
