import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { knownOf } from "../../../src/entry/cli/validated.ts";

/* What a run of `npm run validate` knows from one before it. */
let root: string;
let data: string;
const path = (name: string) => join(data, name);
const look = (bundle: string | undefined = "one", today = "2026-12-01") =>
  knownOf(data, today, { notes: join(root, "notes"), ...(bundle !== undefined && { bundle }) });
const written = { files: [], problems: [], released: { version: "2026.11.1", records: [] } };
/** What is known now: whether the records are, and whether what commands write is. */
const known = (...options: Parameters<typeof look>) => {
  const { records, written: files } = look(...options);
  return [records, files !== undefined];
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "validated-"));
  data = join(root, "data");
  for (const folder of ["platforms", "operators", "releases"]) mkdirSync(path(folder), { recursive: true });
  cpSync("data/operators/meta.json", path("operators/meta.json"));
  cpSync("data/platforms/bluesky.json", path("platforms/bluesky.json"));
  writeFileSync(path("releases/2026.11.1.json"), "{}\n");
  writeFileSync(path("watch.json"), "{}\n");
  look().note({ records: 2, written, sound: [] });
});
afterEach(() => rmSync(root, { recursive: true }));

test("nothing is known without a note, by the sources, by other code or on another day", () => {
  expect(known()).toEqual([2, true]);
  expect(look().written).toEqual(written);
  expect(knownOf(data, "2026-12-01", { notes: join(root, "notes") })).toMatchObject({ records: undefined });
  expect(known("two")).toEqual([undefined, false]);
  expect(known("one", "2026-12-02")).toEqual([undefined, false]);
  rmSync(join(root, "notes"), { recursive: true });
  expect(known()).toEqual([undefined, false]);
});

test("the same content, written or checked out again, is no change", () => {
  const file = path("platforms/bluesky.json");
  writeFileSync(file, readFileSync(file));
  expect(known()).toEqual([2, true]);
});

describe("a change is seen, and what commands write stays known", () => {
  const file = () => path("platforms/bluesky.json");
  test.each<[string, () => void]>([
    [
      "of a letter, with the same size and times",
      () => {
        const text = readFileSync(file(), "utf8");
        writeFileSync(file(), text.replace("a", "b"));
        utimesSync(file(), 1_700_000_000, 1_700_000_000);
      },
    ],
    [
      "of a file that another one replaces",
      () => {
        writeFileSync(join(root, "new.json"), readFileSync(file(), "utf8").replace("a", "b"));
        renameSync(join(root, "new.json"), file());
      },
    ],
    ["of an operator", () => appendFileSync(path("operators/meta.json"), "\n")],
    ["by a new record", () => cpSync(file(), path("platforms/other.json"))],
    ["by a record that is gone", () => rmSync(file())],
    ["by a record with another name", () => renameSync(file(), path("platforms/blue.json"))],
    ["by an empty folder", () => mkdirSync(path("platforms/old"))],
    [
      "by a folder that is gone",
      () => {
        rmSync(path("operators/meta.json"));
        rmdirSync(path("operators"));
      },
    ],
    ["by exceptions", () => writeFileSync(path("exceptions.json"), "[]\n")],
  ])("%s", (_, change) => {
    change();
    expect(known()).toEqual([undefined, true]);
  });
});

test.each(["releases/2026.11.1.json", "releases/2026.12.1.json", "watch.json"])(
  "a change of %s is seen",
  (name) => {
    appendFileSync(path(name), " ");
    expect(known()).toEqual([undefined, false]);
  },
);

test("what is written while the records are checked is not noted", () => {
  rmSync(join(root, "notes"), { recursive: true });
  const before = look();
  appendFileSync(path("platforms/bluesky.json"), " ");
  before.note({ records: 2, written, sound: [] });
  expect(known()).toEqual([undefined, false]);
});

test("records are still sound while they and all operators have not changed", () => {
  const keys = ["operators/meta", "platforms/bluesky", "platforms/gone"];
  const note = () => look().note({ records: null, written: null, sound: keys });
  note();
  expect([...look().sound]).toEqual(keys.slice(0, 2));
  expect([look("two").sound.size, look("one", "2026-12-02").sound.size]).toEqual([0, 0]);
  appendFileSync(path("platforms/bluesky.json"), " ");
  expect([...look().sound]).toEqual(["operators/meta"]);
  note();
  appendFileSync(path("operators/meta.json"), " ");
  expect([...look().sound]).toEqual([]);
  note();
  writeFileSync(path("operators/another.json"), "{}\n");
  expect([...look().sound]).toEqual([]);
});

test("records with a problem are not known", () => {
  look().note({ records: null, written: null, sound: [] });
  expect(known()).toEqual([undefined, false]);
});

test("a damaged note is as good as none", () => {
  const notes = join(root, "notes");
  for (const name of readdirSync(notes)) truncateSync(join(notes, name), 100);
  expect(known()).toEqual([undefined, false]);
});
