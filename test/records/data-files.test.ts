import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type DataFiles, dataFiles, fileSha256, haveSameContent } from "../../src/records/data-files.ts";

let dir: string;
const file = (name: string) => join(dir, name);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "data-files-"));
  mkdirSync(file("platforms"));
  writeFileSync(file("platforms/a.json"), "aaaa");
  writeFileSync(file("platforms/b.json"), "bbbb");
  writeFileSync(file("watch.json"), "{}");
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** What was noted a minute after the files were written. */
const later = (noted: DataFiles): DataFiles => ({ ...noted, at: String(BigInt(noted.at) + 60_000_000_000n) });

/** Looks again; gives whether the content is the same, and the files that were read. */
function again(before: DataFiles, at = dir): [boolean, string[]] {
  const read: string[] = [];
  const now = dataFiles(at, before, (path) => {
    read.push(path.slice(at.length + 1));
    return fileSha256(path);
  });
  return [haveSameContent(before, now), read];
}

test("of an unchanged directory nothing is read", () =>
  expect(again(later(dataFiles(dir)))).toEqual([true, []]));

test("what was written shortly before is read: a later write could have the same times", () => {
  const [same, read] = again(dataFiles(dir));
  expect([same, read.length]).toEqual([true, 3]);
});

test("another content of the same size, under the same time of modification, is found", () => {
  const { atime, mtime } = statSync(file("platforms/a.json"));
  const before = later(dataFiles(dir));
  writeFileSync(file("platforms/a.json"), "AAAA");
  utimesSync(file("platforms/a.json"), atime, mtime);
  expect(again(before)).toEqual([false, ["platforms/a.json"]]);
});

test("a file that takes another's place, as editors and git write, is found", () => {
  const before = later(dataFiles(dir));
  writeFileSync(file("new"), "AAAA");
  const { atime, mtime } = statSync(file("platforms/a.json"));
  utimesSync(file("new"), atime, mtime);
  renameSync(file("new"), file("platforms/a.json"));
  expect(again(before)).toEqual([false, ["platforms/a.json"]]);
});

test("the same content written again is read, and no change", () => {
  const before = later(dataFiles(dir));
  writeFileSync(file("watch.json"), "{}");
  expect(again(before)).toEqual([true, ["watch.json"]]);
});

test("a new, a removed and a renamed file are changes", () => {
  const before = later(dataFiles(dir));
  writeFileSync(file("platforms/c.json"), "");
  expect(again(before)[0]).toBe(false);
  rmSync(file("platforms/c.json"));
  expect(again(before)[0]).toBe(true);
  renameSync(file("platforms/b.json"), file("platforms/c.json"));
  expect(again(before)[0]).toBe(false);
  rmSync(file("platforms/c.json"));
  expect(again(before)[0]).toBe(false);
});

test("a copy of the directory elsewhere has the same content, and another directory has not", () => {
  const copied = `${dir}-copy`;
  cpSync(dir, copied, { recursive: true });
  expect(again(later(dataFiles(dir)), copied)[0]).toBe(true);
  writeFileSync(join(copied, "watch.json"), "{ }");
  expect(again(later(dataFiles(dir)), copied)[0]).toBe(false);
  rmSync(copied, { recursive: true });
});
