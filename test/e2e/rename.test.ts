import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Running, SERVER, start } from "./process.ts";

/*
 * Rehearsal: a platform is renamed, in a copy of the real records. Every step is the command that people type;
 * then the server is asked under the old and the new id.
 */
const FROM = "le-chat";
const TO = "vibe";
/** A page of a list. */
interface Page {
  next: string | null;
  items: { platform: string; change: { record: string; release: string } | null }[];
}
let repo: string;
let server: Running | undefined;
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: repo,
    stdio: "ignore",
  });
const run = (...args: string[]): string => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("src/entry/cli/adu.ts"), ...args], {
    cwd: repo,
    encoding: "utf8",
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
};
const file = (id: string) => join(repo, "data/platforms", `${id}.json`);

beforeAll(() => {
  repo = mkdtempSync(join(tmpdir(), "rename-"));
  cpSync("data", join(repo, "data"), { recursive: true });
  git("init", "-q", "-b", "main");
  git("add", "-A");
  git("commit", "-q", "-m", "Records");
});
afterAll(async () => {
  await server?.stop();
  rmSync(repo, { recursive: true, force: true });
});

test("rename, validate, diff, release, serve: the old addresses still answer, and nothing of the past is lost", async () => {
  const changes = JSON.parse(readFileSync(file(FROM), "utf8")).name;
  // A trial changes nothing.
  run("move", "rename", FROM, TO, "--name", "Vibe", "--dry-run");
  expect(existsSync(file(TO))).toBe(false);
  expect(run("move", "rename", FROM, TO, "--name", "Vibe")).toContain(
    `platforms/${FROM} is now platforms/${TO}; /platforms/${FROM} redirects to it, and ${TO}, an alias until now, is its id\nits name was ${changes} and is Vibe\n`,
  );
  expect([existsSync(file(FROM)), existsSync(file(TO))]).toEqual([false, true]);
  expect(run("validate")).toContain("no problems");
  const diff = run("diff", "HEAD");
  expect(diff).toContain(`${FROM} is now ${TO}: /platforms/${FROM} redirects`);
  expect(diff).not.toContain("record is removed");
  expect(diff).toContain("No answer changes for anyone.");
  const released = run("release");
  const version = /releases\/(\S+)\.json/.exec(released)?.[1] as string;
  const ledger = JSON.parse(readFileSync(join(repo, `data/releases/${version}.json`), "utf8"));
  const renaming = ledger.changes.filter((c: { record: string }) => c.record.endsWith(`/${TO}`));
  expect(renaming[0]).toEqual({
    record: `platforms/${TO}`,
    renamedFrom: `platforms/${FROM}`,
    class: "editorial",
    path: "",
  });
  // The record is not in it twice, nor once.
  expect(JSON.stringify(renaming).length).toBeLessThan(readFileSync(file(TO), "utf8").length / 5);
  expect(run("release", "verify")).toContain("every one rebuilds");
  expect(run("validate")).toContain("no problems");

  server = start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: join(repo, "data"),
    DATABASE_URL: `file:${join(repo, "test.db")}`,
  });
  const url = (await server.until(/at (http:\/\/127\.0\.0\.1:\d+) /))[1];
  const answer = (path: string) => fetch(`${url}${path}`, { redirect: "manual" });
  const json = async (path: string) => (await (await fetch(`${url}${path}`)).json()) as Page;
  const whole = async (path: string): Promise<Page["items"]> => {
    const { items, next } = await json(path);
    return next === null ? items : [...items, ...(await whole(next))];
  };
  for (const path of ["", "/history", "/opt-out", "/record", "/changes.atom"]) {
    const response = await answer(`/platforms/${FROM}${path}`);
    expect([path, response.status, response.headers.get("content-location")]).toEqual([
      path,
      200,
      `/platforms/${TO}${path}`,
    ]);
    expect((await answer(`/platforms/${TO}${path}`)).status, path).toBe(200);
  }
  expect((await answer(`/badge/${FROM}.svg?region=DE`)).headers.get("content-location")).toBe(
    `/badge/${TO}.svg?region=DE`,
  );
  expect(await json(`/lookup?url=https://chat.mistral.ai/chat`)).toMatchObject({ match: { platform: TO } });

  const history = await whole(`/platforms/${TO}/history?limit=100`);
  const recorded = history.flatMap((item) => item.change ?? []);
  expect(recorded.some((c) => c.record === `platforms/${FROM}` && c.release === "2026.11.1")).toBe(true);
  expect(recorded.some((c) => c.record === `platforms/${TO}` && c.release === version)).toBe(true);
  const items = await whole(`/changes?platform=${TO}&limit=100`);
  expect(new Set(items.map((c) => c.platform))).toEqual(new Set([FROM, TO]));
  // Before the rename, the new id means the one of then.
  const before = await answer(`/platforms/${TO}?release=2026.11.1`);
  expect([before.status, before.headers.get("content-location")]).toEqual([
    200,
    `/platforms/${FROM}?release=2026.11.1`,
  ]);
  expect(await json(`/platforms/${FROM}?release=2026.11.1`)).toMatchObject({ id: FROM });
}, 300_000);
