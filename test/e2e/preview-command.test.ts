import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createApp, services } from "../../src/api/index.ts";
import { runPreview } from "../../src/entry/cli/preview.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { datasetOf, recordsOf } from "../../src/records/load.ts";
import { hosts, operator, platform, policySource, practice, rule, uses } from "../fixtures/records.ts";
import { type Running, start } from "./process.ts";

/* The preview as people start it: a process of its own, over real files that are edited under it. */
let dir: string;
let running: Running | undefined;
const HTML = { Accept: "text/html,application/xhtml+xml" };
const path = (id = "example") => join(dir, `data/platforms/${id}.json`);
const save = (value: unknown, id = "example") =>
  writeFileSync(path(id), typeof value === "string" ? value : JSON.stringify(value, null, 2));
const example = (more = {}) => platform([practice([rule("all")])], { sources: [policySource], ...more });

const boot = (env: Record<string, string> = {}) => {
  running = start(process.execPath, ["src/entry/cli/adu.ts", "preview", "--data", join(dir, "data")], {
    PORT: "0",
    HOST: "127.0.0.1",
    TMPDIR: join(dir, "tmp"),
    ...env,
  });
  return running;
};
const ready = async (r = boot()) => (await r.until(/at (http:\/\/127\.0\.0\.1:\d+);/, 25_000))[1] as string;
const read = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
};
const soon = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: 15_000, interval: 50 });
const nameAt = async (url: string) =>
  (JSON.parse((await read(`${url}/platforms/example`)).text) as { name: string }).name;

/** Counts the events of a stream until it is left. */
async function listen(url: string): Promise<{ count: () => number; ended: Promise<void> }> {
  const response = await fetch(`${url}/_preview/events`);
  let count = 0;
  const ended = (async () => {
    for await (const chunk of response.body ?? [])
      count += Buffer.from(chunk).toString().split("data: changed").length - 1;
  })().catch(() => {});
  return { count: () => count, ended };
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "preview-test-"));
  for (const folder of ["data/platforms", "data/operators", "tmp"])
    mkdirSync(join(dir, folder), { recursive: true });
  writeFileSync(join(dir, "data/operators/example-corp.json"), JSON.stringify(operator()));
  save(example());
});
afterEach(async () => {
  await running?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("an edit appears; a mistake is reported while the last valid state stays; its fix appears", async () => {
  const url = await ready();
  const events = await listen(url);
  expect(await nameAt(url)).toBe("Example");

  save(example({ name: "Edited" }));
  await soon(async () => expect(await nameAt(url)).toBe("Edited"));
  await soon(() => expect(events.count()).toBe(1));
  expect(running?.output()).toContain("1 record changed and shown.");

  save(example({ name: "Broken", category: "social-netwrok" }));
  await running?.until(
    /1 problem; the last valid state is shown\.\n.*example\.json:\d+:\d+ SCH003 at \/category\n.*found: +"social-netwrok"/,
  );
  await soon(() => expect(events.count()).toBe(2));
  expect(await nameAt(url)).toBe("Edited");
  const page = await read(`${url}/_preview`);
  expect(page.text).toContain("<h1>1 problem in the records</h1>");
  expect(page.text).toMatch(/SCH003 at \/category[\s\S]*Did you mean &quot;social-network&quot;\?/);
  expect((await read(`${url}/platforms/example`, HTML)).text).toContain(
    "<strong>1 problem in the records.</strong> This is the last valid state.",
  );

  save(example({ name: "Mended" }));
  await soon(async () => expect(await nameAt(url)).toBe("Mended"));
  await soon(() => expect(events.count()).toBe(3));
  expect((await read(`${url}/_preview`)).text).toContain("The records are valid.");

  save("{ not JSON");
  await running?.until(/JSN001/);
  save(example({ name: "Mended" }));
  await running?.until(/The records are valid again\./);
  expect((await read(`${url}/platforms/example`, HTML)).text).not.toContain('role="alert"');
});

test("a record that comes or goes is followed too", async () => {
  const url = await ready();
  expect((await read(`${url}/platforms/other`)).status).toBe(404);
  save(example({ id: "other", domains: hosts("other.example") }), "other");
  await soon(async () => expect((await read(`${url}/platforms/other`)).status).toBe(200));
  rmSync(path("other"));
  await soon(async () => expect((await read(`${url}/platforms/other`)).status).toBe(404));
});

test("pages load themselves again and are never kept; programs get what the real server gives, which injects nothing", async () => {
  const url = await ready();
  for (const at of ["/", "/problems", "/docs", "/platforms/example?region=DE", "/platforms/nobody"]) {
    const { text, headers } = await read(`${url}${at}`, HTML);
    expect(text, at).toMatch(/<script src="\/_preview\/reload\.js"><\/script><\/body>/);
    expect(headers.get("Content-Security-Policy"), at).toMatch(/script-src 'self'/);
    expect(headers.get("Content-Security-Policy"), at).toMatch(/connect-src 'self'/);
    expect(headers.get("Cache-Control"), at).toBe("no-store");
  }
  expect((await read(`${url}/_preview/reload.js`)).text).toContain('new EventSource("/_preview/events")');
  expect((await read(`${url}/docs/assets/swagger-ui.css`)).text).not.toContain("_preview");
  const { text, headers } = await read(`${url}/platforms/example`);
  expect([headers.get("Content-Type"), JSON.parse(text).id, text.includes("_preview")]).toEqual([
    "application/json; charset=utf-8",
    "example",
    false,
  ]);
  const page = await (
    await createApp(services(undefined as never)).request("/docs", { headers: HTML })
  ).text();
  expect([page.includes("</body>"), page.includes("_preview")]).toEqual([true, false]);
});

describe("records that are broken from the start", () => {
  test("show what is wrong at every address, until they are fixed", async () => {
    save(example({ category: "social-netwrok" }));
    const url = await ready();
    expect(running?.output()).toContain("1 problem; nothing can be shown until the records are valid.");
    const page = await read(`${url}/platforms/example`, HTML);
    expect([page.status, page.text.includes("There is no valid state to show yet.")]).toEqual([503, true]);
    save(example());
    await soon(async () => expect(await nameAt(url)).toBe("Example"));
  });

  test("are shown as they were last released, where they were", async () => {
    const released = datasetOf(
      [platform([practice([uses("all", "no-choice")])], { name: "Released" })],
      [operator()],
    );
    mkdirSync(join(dir, "data/releases"));
    const ledger = cutRelease([], recordsOf(released), { date: "2026-11-01" });
    writeFileSync(join(dir, `data/releases/${ledger.version}.json`), JSON.stringify(ledger));
    save(example({ category: "social-netwrok" }));
    const url = await ready();
    expect(running?.output()).toContain("1 problem; the last valid state is shown.");
    expect(await nameAt(url)).toBe("Released");
  });
});

test("a taken port gets one line that says what to do", async () => {
  const blocker = createServer().listen(0, "127.0.0.1");
  await new Promise((r) => blocker.once("listening", r));
  const { port } = blocker.address() as { port: number };
  const r = boot({ PORT: String(port) });
  expect(await r.exit()).toBe(1);
  expect(r.output().trim()).toBe(
    `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another: PORT=8788 npm run preview`,
  );
  blocker.close();
});

test.each<[string, string, Record<string, string>, string]>([
  [
    "an invalid port",
    "data",
    { PORT: "http" },
    "PORT=http is not a port: give a whole number from 0 to 65535.",
  ],
  [
    "a directory without records",
    "docs",
    {},
    "There are no records under docs/: expected docs/platforms/<id>.json.",
  ],
])("a wrong call gets one line, and 2: %s", async (_, data, env, message) => {
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await runPreview({ data }, env)).toBe(2);
  expect(error.mock.calls).toEqual([[message]]);
  error.mockRestore();
});

test("it stops at once, though pages are open, and leaves nothing behind", async () => {
  const r = boot();
  const events = await listen(await ready(r));
  const before = readFileSync(path(), "utf8");
  r.child.kill("SIGTERM");
  expect(await r.exit()).toBe(0);
  await events.ended;
  expect(readdirSync(join(dir, "tmp")).filter((name) => name.startsWith("preview-"))).toEqual([]);
  expect(readFileSync(path(), "utf8")).toBe(before);
});
