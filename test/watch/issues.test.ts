import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runIssues } from "../../src/entry/cli/watch-issues.ts";
import type { Queue, QueueItem } from "../../src/watch/queue.ts";

/* A server that plays GitHub's issues API, with pages of two. */
interface Issue {
  number: number;
  title: string;
  body: string;
  state: string;
  labels: string[];
  pull_request?: object;
}
let issues: Issue[];
let writes: string[];
let server: Server;
let api: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://x");
    let sent = "";
    for await (const chunk of request) sent += chunk;
    const answer = (status: number, body: unknown, headers = {}) =>
      response
        .writeHead(status, { "content-type": "application/json", ...headers })
        .end(JSON.stringify(body));
    if (request.headers.authorization !== "token secret") return answer(401, { message: "Bad credentials" });
    const number = Number(/^\/repos\/o\/r\/issues\/(\d+)$/.exec(url.pathname)?.[1]);
    if (request.method === "GET" && url.pathname === "/repos/o/r/issues") {
      const found = issues.filter(
        (i) =>
          i.labels.includes(url.searchParams.get("labels") ?? "") && url.searchParams.get("state") === "all",
      );
      const page = Number(url.searchParams.get("page") ?? 1);
      const next =
        found.length > page * 2
          ? {
              link: `<${api}/repos/o/r/issues?labels=source-changed&state=all&per_page=100&page=${page + 1}>; rel="next"`,
            }
          : {};
      return answer(200, found.slice((page - 1) * 2, page * 2), next);
    }
    writes.push(`${request.method} ${url.pathname}`);
    if (request.method === "POST" && url.pathname === "/repos/o/r/issues") {
      const issue = { number: issues.length + 1, state: "open", ...JSON.parse(sent) };
      issues.push(issue);
      return answer(201, issue);
    }
    const issue = issues.find((i) => i.number === number);
    if (request.method !== "PATCH" || !issue) return answer(404, { message: "Not Found" });
    Object.assign(issue, JSON.parse(sent));
    return answer(200, issue);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

let root: string;
let out: string[];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "issues-"));
  issues = [];
  writes = [];
  out = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void out.push(line));
});
afterEach(() => {
  rmSync(root, { recursive: true });
  vi.restoreAllMocks();
});

const at = { commit: "0123456789ab", date: "2025-03-01" };
const item = (record: string, date = "2025-03-01"): QueueItem => ({
  record,
  urgency: "ai-text",
  platforms: [record],
  since: date,
  documents: [
    {
      urgency: "ai-text",
      archive: "Example/versions",
      path: "Example/Privacy Policy.md",
      sources: ["policy"],
      read: at,
      head: { ...at, date },
      fate: null,
      passages: [],
      ai: {
        added: 1,
        removed: 0,
        reworded: 0,
        sentences: [{ change: "added", words: "ask `@someone` about ai", was: null, since: at }],
      },
      changes: [{ ...at, passages: 0, ai: 1 }],
      ignored: { capture: 0, unsettled: 0, known: 0 },
      look: ["Read it."],
    },
  ],
});
const sync = async (
  items: QueueItem[],
  more: { archives?: string[]; dryRun?: boolean; token?: string } = {},
): Promise<number> => {
  const archives = (more.archives ?? ["Example/versions"]).map((name) => ({ name, head: at }));
  const queue: Queue = { schemaVersion: 1, archives, watched: 1, items, otherText: [], unwatched: [] };
  writeFileSync(join(root, "queue.json"), JSON.stringify(queue));
  writes = [];
  return runIssues({
    queue: join(root, "queue.json"),
    repository: "o/r",
    token: more.token ?? "secret",
    api,
    dryRun: more.dryRun ?? false,
  });
};

test("one issue per record, with what moved and what to do; the same again writes nothing", async () => {
  expect(await sync([item("platforms/a"), item("platforms/b"), item("platforms/c")])).toBe(0);
  expect(issues.map((i) => [i.title, i.labels, i.state])).toEqual(
    ["a", "b", "c"].map((x) => [
      `platforms/${x}: its documents say something else about AI`,
      ["source-changed"],
      "open",
    ]),
  );
  expect(issues[0]?.body).toContain("- [ ] Read it.");
  expect(issues[0]?.body).toContain("`ask '@someone' about ai`");
  await sync([item("platforms/a"), item("platforms/b"), item("platforms/c")]);
  expect(writes).toEqual([]);
});

test("what moved further is written into the same issue", async () => {
  await sync([item("platforms/a")]);
  const before = issues[0]?.body;
  await sync([item("platforms/a", "2025-04-01")]);
  expect(issues).toHaveLength(1);
  expect(issues[0]?.body).not.toBe(before);
  expect(out.at(-2)).toBe("update platforms/a #1");
});

test("a record that is current again closes its issue, and opens it again when the same comes back", async () => {
  await sync([item("platforms/a")]);
  await sync([]);
  expect(issues[0]).toMatchObject({ state: "closed", state_reason: "completed" });
  await sync([]);
  expect(writes).toEqual([]);
  await sync([item("platforms/a")]);
  expect(issues.map((i) => i.state)).toEqual(["open"]);
});

test("an issue stays open while an archive that it was made from was not walked", async () => {
  await sync([item("platforms/a")]);
  await sync([], { archives: ["Other/versions"] });
  expect(writes).toEqual([]);
});

test("what a person closed stays closed until something new moves", async () => {
  await sync([item("platforms/a")]);
  (issues[0] as Issue).state = "closed";
  await sync([item("platforms/a")]);
  expect(issues[0]?.state).toBe("closed");
  await sync([item("platforms/a", "2025-04-01")]);
  expect(issues[0]?.state).toBe("open");
});

test("issues and pull requests that are not ours are left alone", async () => {
  const other = { title: "x", state: "open", labels: ["source-changed"] };
  issues = [
    { ...other, number: 1, body: "by hand" },
    { ...other, number: 2, body: "<!-- watch record=platforms/a digest=x archives= -->", pull_request: {} },
  ];
  await sync([]);
  expect(writes).toEqual([]);
});

test("a dry run writes nothing", async () => {
  await sync([item("platforms/a")], { dryRun: true });
  expect(writes).toEqual([]);
  expect(out).toEqual([
    "open platforms/a",
    "1 records to review; 1 issues would be opened, updated or closed.",
  ]);
});

test("a body that is too long is cut at a line, and says so", async () => {
  const long = item("platforms/a");
  const [document] = long.documents;
  if (document)
    document.look = Array.from(
      { length: 2000 },
      () => "Read this and that, and then the rest of it as well.",
    );
  await sync([long]);
  expect((issues[0]?.body ?? "").length).toBeLessThan(65_536);
  expect(issues[0]?.body).toContain("as well.\n\n…cut short; `npm run watch` shows all of it.");
});

test("a refusal by GitHub is not swallowed", async () =>
  expect(sync([item("platforms/a")], { token: "wrong" })).rejects.toThrow("Bad credentials"));

test.each<[string, Partial<Parameters<typeof runIssues>[0]>, string]>([
  ["no repository", { repository: undefined }, "Which repository? Give --repository <owner/name>"],
  ["no token", { token: undefined }, "GITHUB_TOKEN is not set"],
  ["no queue", { queue: "nowhere.json" }, "--queue nowhere.json: not a review queue of this version"],
])("a wrong call says how to fix it: %s", async (_, options, message) => {
  expect(
    await runIssues({ queue: "x", repository: "o/r", token: "secret", api, dryRun: false, ...options }),
  ).toBe(2);
  expect(out.join("\n")).toContain(message);
});
