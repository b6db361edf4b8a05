import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DataFormat } from "../../src/exports/formats/format.ts";
import { json } from "../../src/exports/formats/json.ts";
import { ndjson } from "../../src/exports/formats/ndjson.ts";
import { sums } from "../../src/exports/formats/sums.ts";
import { replaceExports } from "../../src/exports/replace.ts";
import { testDataset } from "../fixtures/dataset.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "replace-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const FORMATS = [json, ndjson, sums];
const state = (name: string) => {
  const dataset = testDataset();
  return { ...dataset, platforms: dataset.platforms.map((p) => ({ ...p, name })) };
};
const put = (name: string, formats = FORMATS) => replaceExports(dir, state(name), undefined, formats);

/** The files that SHA256SUMS lists, and whether they are what it says. */
const checked = () =>
  readFileSync(join(dir, "SHA256SUMS"), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [, sum, path = ""] = /^(\w+) {2}(.+)$/.exec(line) ?? [];
      return (
        createHash("sha256")
          .update(readFileSync(join(dir, path)))
          .digest("hex") === sum
      );
    });

/** A format whose file cannot be finished. */
const failing: DataFormat = {
  ...json,
  name: "failing",
  sinks: () => [{ finish: () => Promise.reject(new Error("disk full")) }],
};

test("other files of the folder remain, those of the old state are replaced, and nothing else is left", async () => {
  await put("Old");
  writeFileSync(join(dir, "notes.txt"), "mine");
  const before = readdirSync(dir);
  const sumsBefore = readFileSync(join(dir, "SHA256SUMS"), "utf8");
  await put("New");
  expect(readdirSync(dir)).toEqual(before);
  expect(readFileSync(join(dir, "SHA256SUMS"), "utf8")).not.toBe(sumsBefore);
  expect(checked()).not.toContain(false);
});

test("if writing fails, the old state remains whole", async () => {
  await put("Old");
  const before = readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8"));
  await expect(put("New", [json, failing, sums])).rejects.toThrow("disk full");
  expect(readdirSync(dir).map((name) => readFileSync(join(dir, name), "utf8"))).toEqual(before);
});

test("if putting the files in their places fails, no SHA256SUMS says that they belong together", async () => {
  await put("Old");
  const [last = ""] = readdirSync(dir).filter((name) => name.endsWith(".ndjson"));
  rmSync(join(dir, last));
  mkdirSync(join(dir, last));
  await expect(put("New")).rejects.toThrow();
  expect(existsSync(join(dir, "SHA256SUMS"))).toBe(false);
  rmSync(join(dir, last), { recursive: true });
  await put("New");
  expect(checked()).not.toContain(false);
});

test("what a killed process left is removed, but not what another one is writing", async () => {
  for (const name of [".partial-old", ".partial-now"]) mkdirSync(join(dir, name));
  const long = new Date(Date.now() - 7_200_000);
  utimesSync(join(dir, ".partial-old"), long, long);
  await put("New");
  expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([".partial-now"]);
});
