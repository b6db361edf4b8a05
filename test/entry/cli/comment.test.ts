import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runComment } from "../../../src/entry/cli/comment.ts";
import { diffDatasets } from "../../../src/review/diff/records.ts";
import { renderMarkdown } from "../../../src/review/diff/render.ts";
import { operator, platform, practice, rule } from "../../fixtures/records.ts";

/* A server that answers as GitHub's API does, as far as comments need it. */
const SHA = "a".repeat(40);
const pull = (number: number, rest: object = {}) => ({
  number,
  head: { sha: SHA, repo: { id: 7 } },
  base: { repo: { full_name: "own/data" } },
  ...rest,
});
let pulls: object[];
let comments: { id: number; body: string; user: { login: string } | null }[];
let calls: { method: string; url: URL; body: { body: string } | undefined; token: string | undefined }[];
let status: number;

let server: Server;
const dir = mkdtempSync(join(tmpdir(), "comment-"));
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const url = new URL(request.url ?? "", "http://localhost");
    calls.push({
      method: request.method ?? "",
      url,
      body: text === "" ? undefined : JSON.parse(text),
      token: request.headers.authorization,
    });
    const page = Number(url.searchParams.get("page") ?? 1);
    const answer = url.pathname.endsWith("/pulls")
      ? pulls
      : request.method === "GET"
        ? comments.slice((page - 1) * 100, page * 100)
        : {};
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true, force: true });
});

let out: string;
beforeEach(() => {
  [pulls, comments, calls, status, out] = [[pull(12)], [], [], 200, ""];
  for (const to of ["log", "error"] as const)
    vi.spyOn(console, to).mockImplementation((line: string) => {
      out += `${line}\n`;
    });
});
afterEach(() => vi.restoreAllMocks());

const RUN = {
  event: "pull_request",
  head_sha: SHA,
  head_branch: "add&sort=x#1",
  head_repository: { id: 7, owner: { login: "some-body" } },
};
const side = (name: string, ids: string[]) => ({
  name,
  platforms: new Map(ids.map((id) => [id, platform([practice([rule("all")])], { id })])),
  operators: new Map([["example-corp", operator()]]),
  invalid: [],
});
const PAGE = renderMarkdown(
  diffDatasets(side("main", []), side("this-pull-request", ["example"]), "2026-11-25"),
);
const NOTHING = renderMarkdown(diffDatasets(side("main", []), side("this-pull-request", []), "2026-11-25"));

/** Runs the command on a page, for a run; the exit code. */
function call(page: string | Buffer = PAGE, run: object = RUN): Promise<number> {
  writeFileSync(join(dir, "page.md"), page);
  writeFileSync(join(dir, "event.json"), JSON.stringify({ workflow_run: run }));
  const { port } = server.address() as AddressInfo;
  return runComment(join(dir, "page.md"), {
    GITHUB_API_URL: `http://127.0.0.1:${port}`,
    GITHUB_REPOSITORY: "own/data",
    GITHUB_EVENT_PATH: join(dir, "event.json"),
    GITHUB_TOKEN: "t0ken",
  });
}
const written = () =>
  calls.filter((c) => c.method !== "GET").map((c) => [c.method, c.url.pathname, c.body?.body]);

test("the page is commented on the pull request of the run", async () => {
  expect(await call()).toBe(0);
  expect(written()).toEqual([
    ["POST", "/repos/own/data/issues/12/comments", `<!-- what-changes -->\n${PAGE}`],
  ]);
  expect(calls[0]?.token).toBe("Bearer t0ken");
  expect(calls[0]?.url.searchParams.get("head")).toBe("some-body:add&sort=x#1");
  expect(out).toBe("Commented on pull request 12.\n");
});

test("our comment is updated, wherever it is; another's with the same beginning is not", async () => {
  comments = [
    { id: 1, body: "<!-- what-changes -->\nI am not the bot", user: { login: "mallory" } },
    ...Array.from({ length: 120 }, (_, i) => ({ id: 2 + i, body: "hello", user: null })),
    { id: 500, body: "<!-- what-changes -->\nold", user: { login: "github-actions[bot]" } },
  ];
  await call();
  expect(written()).toEqual([
    ["PATCH", "/repos/own/data/issues/comments/500", `<!-- what-changes -->\n${PAGE}`],
  ]);
});

test("without changed records there is no comment, but an older one is corrected", async () => {
  expect(await call(NOTHING)).toBe(0);
  expect(written()).toEqual([]);
  comments = [{ id: 3, body: "<!-- what-changes -->\nold", user: { login: "github-actions[bot]" } }];
  await call(NOTHING);
  expect(written()).toEqual([
    ["PATCH", "/repos/own/data/issues/comments/3", `<!-- what-changes -->\n${NOTHING}`],
  ]);
});

test.each([
  ["a newer commit", pull(12, { head: { sha: "b".repeat(40), repo: { id: 7 } } })],
  ["a branch of the same name in another repository", pull(12, { head: { sha: SHA, repo: { id: 8 } } })],
  ["a repository that is gone", pull(12, { head: { sha: SHA, repo: null } })],
  ["a pull request to another repository", pull(12, { base: { repo: { full_name: "other/data" } } })],
])("%s: no comment", async (_, found) => {
  pulls = [found];
  expect(await call()).toBe(0);
  expect(written()).toEqual([]);
  expect(out).toBe("No open pull request has this commit as its head any more: no comment.\n");
});

test.each<[string, string | Buffer, string]>([
  ["no page of the diff", "## Please visit my site", "is not a page from npm run diff"],
  ["a page with something before it", `@everyone\n${PAGE}`, "is not a page from npm run diff"],
  ["too long for a comment", `${PAGE}${"x".repeat(66_000)}`, "a comment takes 65536."],
  ["far too large to read", Buffer.alloc(300_000, "x"), "has 300000 bytes"],
])("%s is not commented", async (_, page, message) => {
  expect(await call(page)).toBe(1);
  expect(calls).toEqual([]);
  expect(out).toContain(message);
});

test.each<[string, object]>([
  ["a push", { ...RUN, event: "push" }],
  ["not a commit", { ...RUN, head_sha: "HEAD" }],
  ["a repository that was deleted", { ...RUN, head_repository: null }],
])("a run for %s is refused", async (_, run) => {
  expect(await call(PAGE, run)).toBe(1);
  expect(out).toBe("The event is not the end of a run for a pull request.\n");
});

test("a refusal by GitHub is reported, without the token", async () => {
  status = 403;
  expect(await call()).toBe(1);
  expect(out).toBe("GitHub answered 403 to GET pulls.\n");
});
