import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runPackage } from "../../../src/entry/cli/package.ts";

/* How the command answers; what it writes is tested in test/exports/npm.test.ts. */
let dir: string;
let said: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "package-command-"));
  said = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true });
});

test.each([".", "notes.txt"])(
  "a folder that is not empty, or a file, is not written to: %s",
  async (path) => {
    writeFileSync(join(dir, "notes.txt"), "mine");
    const out = join(dir, path);
    expect(await runPackage({ out, data: "data" })).toBe(2);
    expect([said, readdirSync(dir)]).toEqual([
      [`${out} is not a new or empty folder: its content would be published with the release. Give another.`],
      ["notes.txt"],
    ]);
  },
);

test("without a folder it says what to give", async () => {
  expect(await runPackage({ data: "data" })).toBe(2);
  expect(said).toEqual(["Nowhere to write: give --out DIR, a new folder."]);
});

test("an unknown release gets the nearest, and nothing is written", async () => {
  const out = join(dir, "out");
  expect(await runPackage({ out, data: "data", release: "2026.11.1x" })).toBe(1);
  expect([said, existsSync(out)]).toEqual([
    ["There is no release 2026.11.1x. Did you mean 2026.11.1?"],
    false,
  ]);
});

test("data that was never released is not packaged", async () => {
  const data = join(dir, "data");
  for (const folder of ["platforms", "operators"]) mkdirSync(join(data, folder), { recursive: true });
  cpSync("data/platforms/linkedin.json", join(data, "platforms/linkedin.json"));
  for (const operator of ["linkedin", "microsoft"])
    cpSync(`data/operators/${operator}.json`, join(data, `operators/${operator}.json`));
  expect(await runPackage({ out: join(dir, "out"), data })).toBe(1);
  expect(said).toEqual(["Nothing is released yet: npm run release"]);
});

test("a release is packaged, and the command to publish it is named", async () => {
  const out = join(dir, "out");
  expect(await runPackage({ out, data: "data", release: "2026.11.1" })).toBe(0);
  expect(said).toEqual([
    expect.stringMatching(
      /out: @ai-data-use\/data 2026\.11\.1, release 2026\.11\.1 in \d+ files, \d+ bytes\. To publish it: cd .*out && npm publish --access public$/,
    ),
  ]);
  expect(existsSync(join(out, "platforms/linkedin.js"))).toBe(true);
});
