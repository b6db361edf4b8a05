import dns from "node:dns";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type LiveCommandOptions, runLive } from "../../src/entry/cli/watch-live.ts";
import { findPassage, fingerprint, normalise } from "../../src/evidence/passages.ts";
import type { Source } from "../../src/model/index.ts";
import {
  LIVE_STATE,
  type LiveResult,
  type LiveSource,
  type LiveState,
  watchLive,
} from "../../src/watch/live/live.ts";
import { operator, platform, practice, uses } from "../fixtures/records.ts";

/* A server that plays the awkward cases; each path is one. */
const WORDS = "We use your posts to train our models.";
const FILLER = Array.from(
  { length: 12 },
  (_, i) => `<p>Paragraph ${i} tells of accounts and how long they are kept.</p>`,
).join("\n");
const page = (body: string) =>
  `<!doctype html><html><head><title>x</title><style>p{}</style><script>"login"</script></head><body>${body}</body></html>`;
const POLICY = page(
  `<nav>Data</nav><h2>How we use data</h2><p>We use <a href="/x">your posts</a> to <b>train</b> our models.</p>${FILLER}`,
);

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const html =
  (body: string, status = 200, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
const to = (location: string): Answer => html("", 302, { location });
const answers: Record<string, Answer> = {
  "/policy": html(POLICY),
  "/gone": html(page(`<h2>How we use data</h2><p>We sell it.</p>${FILLER.repeat(8)}`)),
  "/latin1": (_, r) =>
    r
      .writeHead(200, { "content-type": "text/html; charset=iso-8859-1" })
      .end(Buffer.from(page(`<p>Änderung. ${WORDS}</p>`), "latin1")),
  "/login": html(page(`<form>Sign in <input type="password"></form>`)),
  "/to-login": to("/accounts/login?next=policy"),
  "/cookies": html(
    page("<p>We and our partners value cookies. Accept all? Reject all? Manage your consent.</p>"),
  ),
  "/forbidden": html("no", 403),
  "/too-many": html("no", 429),
  "/missing": html("no", 404),
  "/broken": html("no", 503),
  "/moved": to("/policy"),
  "/front": to("/"),
  "/circle": to("/circle-2"),
  "/circle-2": to("/circle"),
  "/endless": (q, r) =>
    to(`/endless?n=${Number(new URL(q.url ?? "", "http://x").searchParams.get("n")) + 1}`)(q, r),
  "/away": to("http://elsewhere.example/policy"),
  "/odd": to("javascript:alert(1)"),
  "/empty": html(""),
  "/blank": html(page("<div id=app></div>")),
  "/slow": (_, r) => void r.writeHead(200, { "content-type": "text/html" }).write("<p>wait"),
  "/silent": () => {},
  "/pdf": (_, r) => r.writeHead(200, { "content-type": "application/pdf" }).end("%PDF"),
  "/huge": (_, r) => {
    r.writeHead(200, { "content-type": "text/html" });
    const more = (): void => {
      while (!r.destroyed && r.write("x".repeat(65_536)));
      if (!r.destroyed) r.once("drain", more);
    };
    more();
  },
  "/huge-declared": html("x".repeat(50_000), 200, { "content-length": "50000" }),
  "/cut": (_, r) => {
    r.writeHead(200, { "content-type": "text/html", "content-length": "1000" }).write("<p>");
    setTimeout(() => r.destroy(), 20);
  },
  "/private/policy": html(POLICY),
  "/conditional": (q, r) => {
    if (
      q.headers["if-none-match"] === '"v1"' &&
      q.headers["if-modified-since"] === "Wed, 01 Jan 2025 00:00:00 GMT"
    )
      r.writeHead(304).end();
    else html(POLICY, 200, { etag: '"v1"', "last-modified": "Wed, 01 Jan 2025 00:00:00 GMT" })(q, r);
  },
};

let server: Server;
let origin: string;
let asked: { url: string; agent: string; at: number }[];
let robots: Answer;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? "").replace(/\?.*/, "");
    asked.push({ url: request.url ?? "", agent: request.headers["user-agent"] ?? "", at: performance.now() });
    (path === "/robots.txt" ? robots : (answers[path] ?? html("", 404)))(request, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  robots = (_, r) =>
    r.writeHead(200, { "content-type": "text/plain" }).end("User-agent: *\nDisallow: /private/\n");
});

const found = findPassage(normalise(WORDS), { start: "We use your", end: "our models" });
const passage = {
  id: "ai",
  copy: 0,
  heading: "How we use data",
  start: "We use your",
  end: "our models",
  sha256: "text" in found ? fingerprint(found.text) : "",
};
const sourceAt = (path: string): LiveSource => ({
  record: "platforms/example",
  source: "policy",
  url: `${origin}${path}`,
  passages: [passage],
});
const AGENT = "AIDataUse-Watch/1 (+https://people.example/about)";
const options = { userAgent: AGENT, delayMs: 0, limits: { timeoutMs: 500, maxBytes: 200_000 } };
const ask = async (path: string, more: Partial<typeof options> = {}): Promise<LiveResult> => {
  const { results } = await watchLive([sourceAt(path)], {}, { ...options, ...more });
  return results[0] as LiveResult;
};

/* A table as a page has it, and as the archive has it. */
const TABLE = `<h2>How we use data</h2><table><tr><th>Data</th><th>Purpose</th></tr><tr><td>Your <b>posts</b></td><td>To train <a href="/m">models</a></td></tr></table>${FILLER}`;
const ARCHIVED_TABLE =
  "| Data | Purpose |\n| --- | --- |\n| Your **posts** | To train [models](https://example.com/m) |";

test("a passage in a table that did not change is on the page", async () => {
  answers["/table"] = html(page(TABLE));
  const marks = { heading: "How we use data", start: "Your posts", end: "train models" };
  const inTable = findPassage(normalise(`How we use data\n\n${ARCHIVED_TABLE}`), marks);
  const sha256 = "text" in inTable ? fingerprint(inTable.text) : "";
  const source = { ...sourceAt("/table"), passages: [{ ...passage, ...marks, sha256 }] };
  expect((await watchLive([source], {}, options)).results[0]).toMatchObject({ state: "passage-stands" });
});

const CASES: [path: string, state: LiveState, detail?: string][] = [
  ["/policy", "passage-stands"],
  ["/moved", "passage-stands"],
  ["/latin1", "passage-stands"],
  ["/gone", "passage-gone"],
  ["/login", "login-wall"],
  ["/to-login", "login-wall"],
  ["/cookies", "cookie-wall"],
  ["/forbidden", "forbidden", "it answered 403"],
  ["/too-many", "forbidden", "it answered 429"],
  ["/missing", "failed", "it answered 404"],
  ["/broken", "failed", "it answered 503"],
  ["/front", "redirected-elsewhere"],
  ["/away", "redirected-elsewhere", "it leads to http://elsewhere.example/policy"],
  ["/circle", "redirected-elsewhere", "it redirects in a circle"],
  ["/endless", "redirected-elsewhere", "it redirects more than 5 times"],
  ["/odd", "failed", "it redirects to javascript:alert(1), which is not a web address"],
  ["/empty", "empty"],
  ["/blank", "empty"],
  ["/slow", "too-slow", "it took more than 0.5 seconds"],
  ["/silent", "too-slow", "it took more than 0.5 seconds"],
  ["/pdf", "not-html", "it is application/pdf"],
  ["/huge", "too-large", "it is more than 200000 bytes"],
  ["/cut", "failed"],
  ["/private/policy", "blocked-by-robots"],
];
test.each(CASES)("%s is %s", async (path, state, detail) => {
  const result = await ask(path);
  expect(result.state).toBe(state);
  if (detail) expect(result.detail).toBe(detail);
  if (state === "passage-gone") expect(result.missing).toEqual(["policy#ai"]);
});

test("a body that says beforehand that it is too large is not read", async () =>
  expect(await ask("/huge-declared", { limits: { timeoutMs: 500, maxBytes: 10_000 } })).toMatchObject({
    state: "too-large",
    detail: "it is 50000 bytes",
  }));

test("a site that does not answer: failed", async () => {
  const dead = { ...sourceAt("/policy"), url: "http://127.0.0.1:1/policy" };
  expect((await watchLive([dead], {}, options)).results[0]?.state).toBe("blocked-by-robots");
});

test.each<[string, Answer, LiveState]>([
  ["robots.txt is not there: everything is allowed", html("", 404), "passage-stands"],
  ["robots.txt is refused: everything is allowed (RFC 9309)", html("", 403), "passage-stands"],
  ["robots.txt fails: nothing is", html("", 500), "blocked-by-robots"],
  ["robots.txt hangs: nothing is", () => {}, "blocked-by-robots"],
  [
    "robots.txt names us",
    html("User-agent: AIDataUse-Watch\nDisallow: /\n\nUser-agent: *\nAllow: /\n"),
    "blocked-by-robots",
  ],
  ...["Content-Signal: ai-train=no", "Sitemap: https://example.com/sitemap.xml", "Crawl-delay: 5"].map(
    (line): [string, Answer, LiveState] => [
      `robots.txt has other lines in a group: ${line}`,
      html(`User-agent: AIDataUse-Watch\n${line}\nUser-agent: OtherBot\nDisallow: /\n`),
      "blocked-by-robots",
    ],
  ),
  ["robots.txt asks for very long pauses", html("User-agent: *\nCrawl-delay: 600\n"), "blocked-by-robots"],
])("%s", async (_, answer, state) => {
  robots = answer;
  expect((await ask("/policy")).state).toBe(state);
  if (state === "blocked-by-robots") expect(asked.map((a) => a.url)).toEqual(["/robots.txt"]);
});

test("we say who we are, every time, and ask for robots.txt once a site", async () => {
  await watchLive([sourceAt("/policy"), sourceAt("/gone"), sourceAt("/moved")], {}, options);
  expect(asked.map((a) => a.url).sort()).toEqual(["/gone", "/moved", "/policy", "/policy", "/robots.txt"]);
  expect(new Set(asked.map((a) => a.agent))).toEqual(new Set([AGENT]));
});

test("requests to one host keep their distance", async () => {
  await watchLive(
    [sourceAt("/policy"), sourceAt("/gone"), sourceAt("/empty")],
    {},
    { ...options, delayMs: 150 },
  );
  const at = asked.filter((a) => a.url !== "/robots.txt").map((a) => a.at);
  for (let i = 1; i < at.length; i++) expect((at[i] as number) - (at[i - 1] as number)).toBeGreaterThan(120);
});

test("a page that did not change is not read again; with other passages it is", async () => {
  const source = sourceAt("/conditional");
  const first = await watchLive([source], {}, options);
  expect(first.results[0]?.state).toBe("passage-stands");
  const second = await watchLive([source], first.cache, options);
  expect(second.results[0]).toMatchObject({ state: "not-modified", before: "passage-stands" });
  const other = await watchLive(
    [{ ...source, passages: [{ ...passage, sha256: "ab".repeat(32) }] }],
    second.cache,
    options,
  );
  expect(other.results[0]?.state).toBe("passage-gone");
});

test("every state has a case above", () =>
  expect(new Set([...CASES.map(([, state]) => state), "not-modified"])).toEqual(
    new Set(Object.keys(LIVE_STATE)),
  ));

/* The command, over records. */
type Done = (error: null, address: string | dns.LookupAddress[], family?: number) => void;
let root: string;
let out: string[];
const command = (more: Partial<LiveCommandOptions> = {}): Promise<number> =>
  runLive({
    data: join(root, "data"),
    archive: [],
    record: [],
    contact: "https://people.example/about",
    cache: join(root, "build/cache.json"),
    delay: "0",
    timeout: "1",
    json: false,
    ...more,
  });
const writeRecord = (path: string, more: Partial<Source> = {}): void => {
  // A record's addresses have a domain.
  const named = origin.replace("127.0.0.1", "live.example");
  const policy: Source = {
    id: "policy",
    kind: "policy",
    title: "Policy",
    publisher: "Example",
    url: `${named}${path}`,
    copies: [{ archive: "Example/versions", commit: "0123456789ab", path: "x.md", captured: "2025-01-01" }],
    passages: [passage],
    ...more,
  };
  const help: Source = {
    id: "help",
    kind: "help",
    title: "Help",
    publisher: "Example",
    url: `${named}/help`,
  };
  const record = platform([practice([uses("all", "no-choice")])], { sources: [policy, help] });
  writeFileSync(join(root, "data/platforms/example.json"), JSON.stringify(record));
  writeFileSync(join(root, "data/operators/example-corp.json"), JSON.stringify(operator()));
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "live-"));
  for (const d of ["data/platforms", "data/operators"]) mkdirSync(join(root, d), { recursive: true });
  out = [];
  vi.spyOn(dns, "lookup").mockImplementation(((_host: string, options: dns.LookupOptions, done: Done) =>
    options.all
      ? done(null, [{ address: "127.0.0.1", family: 4 }])
      : done(null, "127.0.0.1", 4)) as unknown as typeof dns.lookup);
  vi.spyOn(console, "log").mockImplementation((text: string) => void out.push(...text.split("\n")));
  vi.spyOn(console, "error").mockImplementation((text: string) => void out.push(text));
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.restoreAllMocks();
});

test("the command says what came of each page, and keeps what makes the next time cheaper", async () => {
  writeRecord("/conditional");
  expect(await command()).toBe(0);
  expect(out[0]).toBe("passage-stands       platforms/example policy");
  expect(await command()).toBe(0);
  expect(out.at(-2)).toBe("not-modified         platforms/example policy (before: passage-stands)");
  expect(readFileSync(join(root, "build/cache.json"), "utf8")).toContain('"etag": "\\"v1\\""');
});

test("a passage that is gone is a hint: 1; a wall is not", async () => {
  writeRecord("/gone");
  expect(await command()).toBe(1);
  expect(out[0]).toBe("passage-gone         platforms/example policy: policy#ai");
  expect(out.at(-1)).toContain("These are hints");
  writeRecord("/login");
  expect(await command()).toBe(0);
});

test("passages of older copies are not looked for: they are about the past", async () => {
  const old = { archive: "Example/versions", commit: "0123456789ab", path: "x.md", captured: "2020-01-01" };
  writeRecord("/policy", { copies: [old, { ...old, captured: "2025-01-01" }] });
  expect(await command()).toBe(0);
  expect(out).toEqual([expect.stringMatching(/^0 pages: none with passages to look for\./)]);
});

test.each<[string, Partial<LiveCommandOptions>, string]>([
  ["pages and clones at once", { archive: ["a/b=c"] }, "give one of them"],
  ["no contact", { contact: undefined }, "give --contact <https://… or mailto:…>"],
  ["a contact that is not an address", { contact: "me" }, "give --contact <https://… or mailto:…>"],
  ["an unknown record", { record: ["exmaple"] }, "Did you mean platforms/example?"],
  ["a pause that is not a number", { delay: "soon" }, "--delay: soon is not a number of seconds"],
])("a wrong call says how to fix it: %s", async (_, options, message) => {
  writeRecord("/policy");
  expect(await command(options)).toBe(2);
  expect(out.join("\n")).toContain(message);
});
