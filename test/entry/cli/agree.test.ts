import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platform, practice, rule, uses } from "../../fixtures/records.ts";

/* The command itself, in a repository of its own: a record at a branch, and another in the work tree. */
const script = resolve("scripts/agree.ts");
let root: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-C", root, "-c", "user.name=T", "-c", "user.email=t@example.org", ...args], {
    encoding: "utf8",
  });
const write = (name: string, value: unknown) =>
  writeFileSync(join(root, name), JSON.stringify(value, null, 2));
const agree = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: "utf8" });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "agree-"));
  mkdirSync(join(root, "data"));
  git("init", "-q", "-b", "main");
  write("data/mine.json", platform([practice([uses("all", "no-choice")])]));
  git("add", ".");
  git("commit", "-qm", "mine");
  write("data/mine.json", platform([practice([rule("all", { dataUse: "does-not-use" })])]));
  write("data/other.json", platform([practice([rule("all")])], { id: "other" }));
  write("data/broken.json", { ...platform([practice([rule("all")])]), category: "socail-network" });
});
afterAll(() => rmSync(root, { recursive: true }));

test("compares a record at a revision with one in the work tree", () => {
  const { status, stdout } = agree("main:data/mine.json", "data/mine.json");
  expect(stdout).toContain("1. used or not used: Training\n     for everyone\n     A: uses   [training/all]");
  expect(status).toBe(0);
});

test("gives JSON", () =>
  expect(JSON.parse(agree("--json", "main:data/mine.json", "data/mine.json").stdout)).toMatchObject({
    platform: { id: "example" },
    fields: [{}, {}, { field: "dataUse", items: 1, agreed: 0, raw: 0, kappa: 0 }, {}, {}, {}, {}, {}],
  }));

test.each<[string, string[], number, string]>([
  [
    "a file that is not there",
    ["data/mien.json", "data/mine.json"],
    2,
    "There is no file data/mien.json. Did you mean mine.json?",
  ],
  [
    "a revision that is not there",
    ["nowhere:data/mine.json", "data/mine.json"],
    2,
    "git has no data/mine.json at nowhere",
  ],
  [
    "two platforms",
    ["data/mine.json", "data/other.json"],
    2,
    "data/mine.json is about example, data/other.json about other.",
  ],
  [
    "a record that is not valid",
    ["data/broken.json", "data/mine.json"],
    1,
    "data/broken.json is not a valid platform record:\ndata/broken.json:",
  ],
  ["one record", ["data/mine.json"], 2, "missing required argument 'b'"],
])("a wrong call says what is wrong: %s", (_what, args, status, message) => {
  const said = agree(...args);
  expect(said.stderr).toContain(message);
  expect(said.status).toBe(status);
});
