import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { afterAll, beforeAll, expect, test } from "vitest";

/* What npm would publish. */

let dir: string;
let tarball: Uint8Array<ArrayBuffer>;
let files: Map<string, string>;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "client-"));
  const out = execFileSync(
    "npm",
    ["pack", "--json", "--silent", "-w", "@ai-data-use/client", "--pack-destination", dir],
    { encoding: "utf8" },
  );
  const packed = JSON.parse(out) as Record<string, { filename: string }> | { filename: string }[];
  const [{ filename } = { filename: "" }] = Object.values(packed);
  tarball = new Uint8Array(readFileSync(join(dir, filename)));
  execFileSync("tar", ["-xzf", filename], { cwd: dir });
  files = new Map(
    execFileSync("tar", ["-tzf", filename], { cwd: dir, encoding: "utf8" })
      .trim()
      .split("\n")
      .sort()
      .map((path) => [path.replace("package/", ""), readFileSync(join(dir, path), "utf8")]),
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

test("has the built code and its types, and nothing else", () => {
  expect([...files.keys()]).toEqual([
    "LICENSE",
    "README.md",
    "dist/index.d.ts",
    "dist/index.js",
    "package.json",
  ]);
  expect(JSON.parse(files.get("package.json") ?? "")).not.toHaveProperty("dependencies");
});

test("publint and are-the-types-wrong find nothing", async () => {
  expect((await publint({ pack: { tarball: tarball.buffer }, strict: true })).messages).toEqual([]);
  const checked = await checkPackage(createPackageFromTarballData(tarball));
  // The package has ES modules only: resolvers without support for them do not count.
  const modern = (p: object) => !("resolutionKind" in p && p.resolutionKind === "node16-cjs");
  expect(checked.types && "problems" in checked && checked.problems.filter(modern)).toEqual([]);
});
