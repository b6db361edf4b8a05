import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { formatProblem, readRecords, validate } from "../../src/dataset/index.ts";

test("every record under data/ is valid", () => {
  const { problems } = validate(readRecords("data"));
  expect(problems.map(formatProblem)).toEqual([]);
});

test("what is generated is current (if this fails: npm run generate)", () => {
  expect(execFileSync(process.execPath, ["scripts/generate.ts", "--check"], { encoding: "utf8" })).toBe("");
});
