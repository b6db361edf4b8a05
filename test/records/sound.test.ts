import { beforeAll, expect, test } from "vitest";
import type { Platform } from "../../src/model/index.ts";
import { parseRecord, type RecordFile, readExceptions, readRecords } from "../../src/records/files.ts";
import { recordText } from "../../src/records/format.ts";
import { keyOf } from "../../src/records/problems.ts";
import { lint, lintSince } from "../../src/records/validate.ts";

/* What an earlier run found sound is checked only for what depends on other platforms; the problems are the same. */

const TODAY = "2026-12-01";
const exceptions = readExceptions("data");
let files: RecordFile[];
let sound: ReadonlySet<string>;
let problems: number;

beforeAll(() => {
  files = readRecords("data").filter((_, i) => i % 4 === 0);
  const found = lintSince(files, exceptions, TODAY);
  sound = found.sound;
  problems = found.problems.length;
});

const edited = (file: RecordFile, edit: (record: Platform) => unknown, format = true): RecordFile => {
  const record = edit(structuredClone(file.value) as Platform);
  const text = format ? recordText(file.kind, record) : JSON.stringify(record);
  return parseRecord(file.kind, file.id, file.path, text);
};

test("most records are sound, and those with problems of their own are not", () => {
  expect(sound.size).toBeGreaterThan(files.length / 2);
  const [platform] = files.filter(({ kind }) => kind === "platform") as [RecordFile];
  const unsound = (file: RecordFile) => lintSince([file], undefined, TODAY).sound.has(keyOf(file));
  expect(unsound(edited(platform, ({ summary: _, ...record }) => record))).toBe(false);
  expect(unsound(edited(platform, (record) => record, false))).toBe(false);
});

test.each<[string, (record: Platform, other: Platform) => unknown, boolean?]>([
  ["no edit", (record) => record],
  ["a missing field", ({ name: _, ...record }) => record],
  ["a wrong term", (record) => ({ ...record, category: "unheard-of" })],
  ["another file's name", (record) => ({ ...record, id: "another" })],
  ["a host of another platform", (record, other) => ({ ...record, domains: other.domains })],
  ["an operator that is not there", (record) => ({ ...record, operator: "nobody-at-all" })],
  ["a future day", (record) => ({ ...record, review: { ...record.review, verified: "2030-01-01" } })],
  ["a text that begins as a formula does", (record) => ({ ...record, summary: "=1+1" })],
  ["another form", (record) => record, false],
])("after an edit (%s) what is found is what a run without knowledge finds", (_, edit, format) => {
  const platforms = files.filter(({ kind }) => kind === "platform");
  const [one, other] = [platforms[3], platforms[8]] as [RecordFile, RecordFile];
  const now = files.map((file) =>
    file === one ? edited(file, (record) => edit(record, other.value as Platform), format) : file,
  );
  const known = new Set([...sound].filter((key) => key !== keyOf(one)));
  const found = lintSince(now, exceptions, TODAY, undefined, known);
  expect(found.problems).toEqual(lint(now, exceptions, TODAY));
  expect(found.sound).toEqual(lintSince(now, exceptions, TODAY).sound);
  if (format !== undefined) expect(found.problems.length).toBeGreaterThan(problems);
});

test("a platform that is gone is found missing by those that refer to it", () => {
  const [gone] = files.filter(({ kind }) => kind === "platform").slice(-1) as [RecordFile];
  const now = files.filter((file) => file !== gone);
  expect(lintSince(now, exceptions, TODAY, undefined, sound).problems).toEqual(lint(now, exceptions, TODAY));
});
