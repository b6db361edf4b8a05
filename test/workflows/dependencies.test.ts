import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

/* What may be installed: checked from package-lock.json, before anything is. */
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "dependencies-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const check = (folder: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [".ci/dependencies.mjs", folder], {
    encoding: "utf8",
  });
  return { status, lines: (status === 0 ? stdout : stderr).trim().split("\n") };
};

const GOOD = { version: "1.0.0", integrity: "sha512-AAAA", license: "MIT" };
/** A project with these packages and this list of install scripts. */
function project(packages: Record<string, object>, allowScripts: Record<string, boolean> = {}) {
  const lock = Object.entries(packages).map(([name, about]) => [
    `node_modules/${name}`,
    { ...GOOD, ...about },
  ]);
  writeFileSync(join(dir, "package.json"), JSON.stringify({ allowScripts }));
  writeFileSync(
    join(dir, "package-lock.json"),
    JSON.stringify({ packages: { "": {}, ...Object.fromEntries(lock) } }),
  );
  return check(dir);
}

test("this project's dependencies are in order", () => {
  const { status, lines } = check(".");
  expect(lines.join()).toMatch(/^\d+ packages: licences, install scripts and hashes are in order\.$/);
  expect(status).toBe(0);
});

describe("licences", () => {
  test.each([
    ["MIT", false, 0],
    ["(MIT OR GPL-3.0-only)", false, 0],
    ["GPL-3.0-only", false, 1],
    ["GPL-3.0-only", true, 1],
    ["MIT AND GPL-3.0-only", false, 1],
    ["MPL-2.0", false, 0],
    ["MIT AND OFL-1.1", false, 0],
    ["LGPL-3.0-or-later", false, 1],
    ["Apache-2.0 AND LGPL-3.0-or-later", true, 0],
    ["SEE LICENSE IN LICENSE", false, 1],
  ])("%s (only for building: %s) → %s", (license, dev, expected) =>
    expect(project({ a: { license, dev } }).status).toBe(expected),
  );
  test("a package without one is named, with what to do", () =>
    expect(project({ a: { license: undefined } }).lines).toEqual([
      "a@1.0.0 states no licence: read its files, and add it to STATED_ELSEWHERE.",
    ]));
});

describe("install scripts", () => {
  const script = { hasInstallScript: true };
  test("each is allowed or denied by name", () => {
    expect(project({ a: script, "@b/c": script }, { a: true, "@b/c": false }).status).toBe(0);
    expect(project({ a: {}, "x/node_modules/a": script }).lines).toEqual([
      "a has an install script that no one has reviewed: allow or deny it in package.json, allowScripts.",
    ]);
  });
  test("an entry for none is stale", () =>
    expect(project({ a: {} }, { a: true }).lines).toEqual([
      "a in allowScripts has no install script: remove it.",
    ]));
  test("npm refuses the others when it installs", () => {
    expect(readFileSync(".npmrc", "utf8")).toMatch(/^strict-allow-scripts=true$/m);
    const { allowScripts } = JSON.parse(readFileSync("package.json", "utf8")) as { allowScripts: object };
    expect(Object.keys(allowScripts).length).toBeGreaterThan(0);
  });
});

test("every package has a hash and comes from the registry", () =>
  expect(
    project({ a: { integrity: "sha1-AAAA" }, b: { resolved: "git+ssh://git@example.org/b.git#1234567" } })
      .lines,
  ).toEqual([
    "a@1.0.0 has no SHA-512 in package-lock.json.",
    "b@1.0.0 comes from git+ssh://git@example.org/b.git#1234567: use the registry.",
  ]));

test("no secret key of minisign is in the repository", () => {
  const { stdout } = spawnSync(
    "git",
    ["grep", "-lE", "^untrusted comment: .*(encrypted|secret) key", "HEAD"],
    {
      encoding: "utf8",
    },
  );
  expect(stdout).toBe("");
});
