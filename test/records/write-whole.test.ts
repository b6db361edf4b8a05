import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PARTIAL, writeWhole } from "../../src/records/write-whole.ts";

test("what a killed process left beside a file is replaced, and may be named for removal", () => {
  const dir = mkdtempSync(join(tmpdir(), "write-whole-"));
  try {
    const path = join(dir, "a.json");
    writeFileSync(path + PARTIAL, "half");
    writeWhole([{ path, text: "whole" }], [path + PARTIAL]);
    expect(readdirSync(dir)).toEqual(["a.json"]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
