import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { built } from "../../clients/typescript/build.ts";

/* The module and the declarations that are published. */

/** The most that a page loads, in bytes after gzip. */
const MOST_BYTES = 6000;

let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  files = await built();
});

test("is small, and has no import", () => {
  const code = files["index.js"] ?? "";
  expect(gzipSync(code).length).toBeLessThan(MOST_BYTES);
  for (const text of [code, files["index.d.ts"] ?? ""])
    expect(text).not.toMatch(/^import\b|\brequire\(|from "/m);
});

test("names every type once, in words: no numbers, no expressions for names", () => {
  const types = files["index.d.ts"] ?? "";
  const names = [...types.matchAll(/^(?:type|interface) (\w+)/gm)].map(([, name = ""]) => name);
  expect(names.filter((name) => /\d/.test(name) || name.length > 40)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(types).not.toContain('components["schemas"]');
});
