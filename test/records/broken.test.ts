import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  parseRecord,
  type RecordFile,
  readExceptions,
  readRecord,
  readRecords,
  type TextFile,
} from "../../src/records/files.ts";
import type { Problem } from "../../src/records/problems.ts";
import type { Released } from "../../src/records/released.ts";
import { CODES, lint } from "../../src/records/validate.ts";
import { operator } from "../fixtures/records.ts";

/*
 * A corpus of broken records, one for each way to be wrong. Each file is a platform's record of
 * the operator example-corp; a folder is a data directory of its own. expected.json lists what
 * each must report, and nothing else.
 */
const CORPUS = "test/fixtures/broken";
const TODAY = "2026-11-24";
const expected = JSON.parse(readFileSync(join(CORPUS, "expected.json"), "utf8")) as Record<string, string[]>;
const cases = readdirSync(CORPUS)
  .filter((name) => name !== "expected.json")
  .map((name) => name.replace(/\.json$/, ""));

/** The records of a case, as the validator reads them. */
function read(name: string): {
  files: RecordFile[];
  exceptions: TextFile | undefined;
  released?: Released;
} {
  const folder = join(CORPUS, name);
  if (existsSync(folder) && statSync(folder).isDirectory()) {
    const released = join(folder, "released.json");
    return {
      files: readRecords(folder),
      exceptions: readExceptions(folder),
      ...(existsSync(released) && { released: JSON.parse(readFileSync(released, "utf8")) as Released }),
    };
  }
  const path = join(CORPUS, `${name}.json`);
  const owner = parseRecord(
    "operator",
    "example-corp",
    "example-corp.json",
    `${JSON.stringify(operator(), null, 2)}\n`,
  );
  return {
    files: [readRecord("platform", "example", path), owner],
    exceptions: undefined,
  };
}

const lineOf = (name: string, p: Problem): string => {
  const file = p.file.endsWith(`${name}.json`)
    ? ""
    : `${p.file.replaceAll("\\", "/").replace(`${CORPUS}/${name}/`, "")}:`;
  return `${file}${p.line}:${p.column} ${p.code} ${p.found} → ${p.fix}`;
};

test.each(cases)("%s", (name) => {
  const { files, exceptions, released } = read(name);
  expect(lint(files, exceptions, TODAY, released).map((p) => lineOf(name, p))).toEqual(expected[name]);
});

test("at least fifty, each expected to report something, and none expected that is not there", () => {
  expect(cases.length).toBeGreaterThanOrEqual(50);
  expect(Object.keys(expected).sort()).toEqual([...cases].sort());
  expect(Object.entries(expected).filter(([, problems]) => problems.length === 0)).toEqual([]);
});

test("every code appears", () => {
  const seen = new Set(
    Object.values(expected).flatMap((problems) =>
      problems.map((line) => /:\d+ ([A-Z]{3}\d{3}) /.exec(line)?.[1]),
    ),
  );
  // Ledgers are not records: test/history/repair.test.ts has those.
  const ofRecords = CODES.filter(({ scope }) => scope !== "release");
  expect(ofRecords.map((c) => c.code).filter((code) => !seen.has(code))).toEqual([]);
});
