import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rebuild } from "../../src/history/rebuild.ts";
import { readReleases } from "../../src/history/releases.ts";
import { SCHEMA_VERSION } from "../../src/model/index.ts";
import { placeOfDirectory, readSide } from "../../src/review/diff/sides.ts";

/* A side of a diff can be in an older format: a revision from before it changed. */
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "sides-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

test("records of an older format are read in the present one", async () => {
  const records = rebuild(readReleases("data"), "2026.11.5");
  for (const folder of ["platforms", "operators"]) mkdirSync(join(dir, folder));
  for (const key of ["platforms/linkedin", "operators/linkedin"])
    writeFileSync(join(dir, `${key}.json`), JSON.stringify(records.get(key)));
  const side = await readSide(placeOfDirectory(dir), dir);
  expect(side.invalid).toEqual([]);
  expect(side.platforms.get("linkedin")).toMatchObject({ schemaVersion: SCHEMA_VERSION });
  expect(side.operators.get("linkedin")).toMatchObject({ schemaVersion: SCHEMA_VERSION });
});

test("a record without a version is named as invalid", async () => {
  for (const folder of ["platforms", "operators"]) mkdirSync(join(dir, folder));
  writeFileSync(join(dir, "platforms/example.json"), "{}");
  const side = await readSide(placeOfDirectory(dir), dir);
  expect(side.invalid.map((r) => r.record)).toEqual(["platforms/example"]);
});
