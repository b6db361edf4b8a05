import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { runAgree } from "../../../src/entry/cli/agree.ts";
import { platform, practice, rule, uses } from "../../fixtures/records.ts";

/* The command in a repository of its own: a record at a branch, and another in the work tree. */
let root: string;
const git = (...args: string[]) =>
  execFileSync("git", ["-C", root, "-c", "user.name=T", "-c", "user.email=t@example.org", ...args], {
    encoding: "utf8",
  });
const write = (name: string, value: unknown) =>
  writeFileSync(join(root, name), JSON.stringify(value, null, 2));
let [out, err] = ["", ""];
const agree = (first: string, second: string, json = false) => {
  const at = (named: string) => (named.includes(":") ? named : join(root, named));
  return runAgree(at(first), at(second), { json, repository: root });
};
beforeEach(() => {
  [out, err] = ["", ""];
  vi.spyOn(console, "log").mockImplementation((line: string) => {
    out += `${line}\n`;
  });
  vi.spyOn(console, "error").mockImplementation((line: string) => {
    err += `${line}\n`;
  });
});
afterEach(() => vi.restoreAllMocks());

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

test("compares a record at a revision with one in the work tree", async () => {
  expect(await agree("main:data/mine.json", "data/mine.json")).toBe(0);
  expect(out).toContain("1. used or not used: Training\n     for everyone\n     A: uses   [training/all]");
});

test("gives JSON", async () => {
  await agree("main:data/mine.json", "data/mine.json", true);
  expect(JSON.parse(out)).toMatchObject({
    platform: { id: "example" },
    fields: [{}, {}, { field: "dataUse", items: 1, agreed: 0, raw: 0, kappa: 0 }, {}, {}, {}, {}, {}],
  });
});

test.each<[string, [string, string], number, string]>([
  [
    "a file that is not there",
    ["data/mien.json", "data/mine.json"],
    2,
    "data/mien.json. Did you mean mine.json?",
  ],
  [
    "a revision that is not there",
    ["nowhere:data/mine.json", "data/mine.json"],
    2,
    "git has no data/mine.json at nowhere",
  ],
  ["two platforms", ["data/mine.json", "data/other.json"], 2, "data/other.json about other."],
  [
    "a record that is not valid",
    ["data/broken.json", "data/mine.json"],
    1,
    "data/broken.json is not a valid platform record:\n",
  ],
])("a wrong call says what is wrong: %s", async (_what, [first, second], status, message) => {
  expect(await agree(first, second)).toBe(status);
  expect(err).toContain(message);
});
