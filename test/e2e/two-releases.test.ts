import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readReleases } from "../../src/history/releases.ts";
import { nextVersion } from "../../src/history/versions.ts";
import { SERVER, start } from "./process.ts";

/*
 * Rehearsal: two branches release at once. A real git repository with the real records; every step is the
 * command that people type.
 */
let repo: string;
const ADU = resolve("src/entry/cli/adu.ts");
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: repo,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ADU, ...args], {
    cwd: repo,
    encoding: "utf8",
  });
  return { status, text: stdout + stderr };
};
const path = (name: string) => join(repo, "data", name);
const read = (name: string) => readFileSync(path(name), "utf8");
const edit = (name: string, from: string | RegExp, to: string) =>
  writeFileSync(path(name), read(name).replace(from, to));
const commit = (message: string) => {
  git("add", "-A");
  git("commit", "-q", "-m", message);
};
const started = (database: string) =>
  start(process.execPath, [SERVER], {
    PORT: "0",
    HOST: "127.0.0.1",
    DATA_DIR: path(""),
    DATABASE_URL: `file:${join(repo, database)}`,
  });

/** Releases one edit on a branch. @returns the release's version */
function release(branch: string, record: string, date: string, notes: string): string {
  git("switch", "-q", branch);
  edit(`platforms/${record}.json`, /"summary": "/, `"summary": "${notes} `);
  const { status, text } = run("release", "--date", date, "--notes", notes);
  expect(status, text).toBe(0);
  commit(notes);
  return /releases\/(\S+)\.json/.exec(text)?.[1] as string;
}

beforeAll(() => {
  repo = mkdtempSync(join(tmpdir(), "two-releases-"));
  cpSync("data", join(repo, "data"), { recursive: true });
  git("init", "-q", "-b", "main");
  commit("Records");
  git("branch", "feature");
});
afterAll(() => rmSync(repo, { recursive: true, force: true }));

/** The day of the last release, on which others can follow, and a day of the next month. */
const DAY = readReleases("data").at(-1)?.date ?? "";
const NEXT = `${new Date(Date.parse(`${DAY.slice(0, 7)}-15`) + 30 * 864e5).toISOString().slice(0, 7)}-01`;
const NEXT_VERSION = nextVersion(undefined, NEXT);
const MINUTES = 60_000;

test(
  "the same number on both branches: git stops, one command puts them in order, and the server starts",
  async () => {
    const onMain = release("main", "signal", DAY, "On main.");
    const onBranch = release("feature", "linkedin", DAY, "On the branch.");
    expect(onBranch).toBe(onMain);
    const published = git("show", `main:data/releases/${onMain}.json`);
    git("switch", "-q", "main");
    expect(() => git("merge", "feature")).toThrow();
    const validated = run("validate");
    expect(validated.status).toBe(1);
    expect(validated.text).toContain(`REL001`);
    expect(validated.text).toContain(`conflict markers: two branches cut ${onMain}`);
    const refused = started("refused.db");
    expect(await refused.exit()).toBe(1);
    expect(refused.output()).toContain("npm run release -- repair");
    const repaired = run("release", "repair", "--base", "main");
    expect(repaired.text).toContain(`${onMain} is cut again after ${onMain}, as `);
    expect(repaired.status).toBe(0);
    expect(read(`releases/${onMain}.json`)).toBe(published);
    expect(run("release", "verify", "--base", "main")).toMatchObject({ status: 0 });
    expect(run("validate").status).toBe(0);
    git("add", "-A");
    git("commit", "-q", "--no-edit");
    const server = started("served.db");
    const url = (await server.until(/at (http:\/\/127\.0\.0\.1:\d+) /))[1];
    const { items } = (await (await fetch(`${url}/releases`)).json()) as {
      items: { version: string; notes: { written: string | null } }[];
    };
    await server.stop();
    expect(items.slice(0, 2).map((r) => r.notes.written)).toEqual(["On the branch.", "On main."]);
  },
  5 * MINUTES,
);

test(
  "other numbers: git merges cleanly; the break is found, explained, and repaired with the number of its month",
  async () => {
    git("branch", "-f", "feature", "main");
    const onMain = release("main", "signal", DAY, "Again on main.");
    git("switch", "-q", "feature");
    edit("platforms/linkedin.json", /"summary": "/, '"summary": "Branch. ');
    // A clock that is a day ahead: the release of the next month.
    const ledgers = resolve("src/history/releases.ts");
    const cut = spawnSync(
      process.execPath,
      [
        "--input-type=module",
        "-e",
        `import { cutRelease, readReleases, writeRelease } from ${JSON.stringify(ledgers)};
       import { loadDataset, recordsOf } from ${JSON.stringify(resolve("src/records/load.ts"))};
       const ledger = cutRelease(readReleases("data"), recordsOf(loadDataset("data")), { date: "${NEXT}", written: "Next month." });
       console.log(writeRelease("data", ledger));`,
      ],
      { cwd: repo, encoding: "utf8" },
    );
    expect(cut.stdout, cut.stderr).toContain(`${NEXT_VERSION}.json`);
    commit("Next month");
    git("switch", "-q", "main");
    git("merge", "-q", "--no-edit", "feature");
    const problem = `it follows ${onMain.replace(/\d+$/, (n) => String(Number(n) - 1))}, and so does ${onMain}: two branches released at once`;
    expect(run("validate").text).toContain(problem);
    expect(run("release", "verify").text).toContain(problem);
    const refused = started("refused.db");
    expect(await refused.exit()).toBe(1);
    expect(refused.output()).toContain(problem);
    // Here main is already merged: it is not a base any more, and its parent is.
    const broken = run("release", "repair", "--base", "main");
    expect([broken.status, broken.text]).toEqual([1, expect.stringContaining("for example --base main^1")]);
    const repaired = run("release", "repair", "--base", "main^1");
    expect(repaired.text).toContain(`${NEXT_VERSION} is cut again after ${onMain}: 1 change, the same day`);
    expect(run("release", "verify").text).toContain("every one rebuilds");
    expect(run("validate").status).toBe(0);
    expect(run("release", "repair", "--base", "main^1").text).toContain("Nothing to repair");
    // The database that had the published releases follows; so does a new one.
    const server = started("served.db");
    await server.until(/at http/);
    await server.stop();
    expect(JSON.parse(read(`releases/${NEXT_VERSION}.json`))).toMatchObject({
      date: NEXT,
      notes: { written: "Next month." },
      previous: { version: onMain },
    });
  },
  5 * MINUTES,
);
