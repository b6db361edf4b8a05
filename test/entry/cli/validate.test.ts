import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runCut } from "../../../src/entry/cli/release.ts";
import { runValidate } from "../../../src/entry/cli/validate.ts";
import { dayOf } from "../../../src/model/index.ts";

/* What validation knows of releases and of the files that commands write. */
let root: string;
let out: string;
const say = (line: string): void => {
  out += `${line}\n`;
};
const write = (name: string, value: object) =>
  writeFileSync(join(root, name), `${JSON.stringify(value, null, 2)}\n`);
const cut = (options: Partial<Parameters<typeof runCut>[0]> = {}) =>
  runCut({ data: root, class: [], dryRun: false, ...options });
const validate = (...names: string[]) => {
  out = "";
  return runValidate(names, { data: root, json: false });
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "released-"));
  out = "";
  for (const folder of ["platforms", "operators"]) mkdirSync(join(root, folder));
  cpSync("test/fixtures/broken/id-misspelt/operators", join(root, "operators"), { recursive: true });
  vi.spyOn(console, "log").mockImplementation(say);
  vi.spyOn(console, "error").mockImplementation(say);
  const valid = readFileSync("test/fixtures/broken/text-with-space.json", "utf8").replace(
    "platform. ",
    "platform.",
  );
  writeFileSync(join(root, "platforms/example.json"), valid);
  const second = { ...JSON.parse(valid), id: "second", domains: [{ host: "second.example", role: "main" }] };
  write("platforms/second.json", second);
  expect(cut()).toBe(0);
  expect([validate(), out]).toEqual([0, "3 records, no problems.\n"]);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});
const path = (name: string) => join(root, name);
const released =
  /second\.json:1:1 IDS004 at \/\n {4}found: {4}nothing; release \d{4}\.\d\d\.1 has platforms\/second/;

describe("a record that was released", () => {
  test.each<[string, () => void]>([
    ["is deleted", () => rmSync(path("platforms/second.json"))],
    [
      "is moved into a folder",
      () => {
        mkdirSync(path("platforms/old"));
        renameSync(path("platforms/second.json"), path("platforms/old/second.json"));
      },
    ],
    [
      "gets another extension",
      () => renameSync(path("platforms/second.json"), path("platforms/second.JSON")),
    ],
  ])("and %s is a problem", (_, change) => {
    change();
    expect([validate(), out]).toEqual([1, expect.stringMatching(released)]);
    expect(validate("platforms/example")).toBe(0);
  });
  test("and is another record's alias now was renamed", () => {
    const value = JSON.parse(readFileSync(path("platforms/second.json"), "utf8"));
    rmSync(path("platforms/second.json"));
    const { $schema, schemaVersion, name, ...rest } = value;
    write("platforms/third.json", {
      ...{ $schema, schemaVersion, id: "third", name, aliases: ["second"] },
      ...{ ...rest, id: "third" },
    });
    expect([validate(), out]).toEqual([0, "3 records, no problems.\n"]);
  });
  test("and does not follow the format any more is there", () => {
    const text = readFileSync(path("platforms/second.json"), "utf8");
    writeFileSync(path("platforms/second.json"), text.replace('"category"', '"kategory"'));
    expect([validate(), out]).toEqual([1, expect.not.stringContaining("IDS004")]);
  });
});

describe("files that commands write", () => {
  const ledger = () => path(`releases/${dayOf(new Date()).slice(0, 7).replace("-", ".")}.1.json`);
  test.each<[string, (text: string) => string, RegExp]>([
    [
      "a bell in its notes",
      (t) => t.replace('"written": null', '"written": "A\\u0007"'),
      /TXT002 at \/notes\/written\n.*U\+0007 ALERT/,
    ],
    [
      "a conflict",
      (t) => t.replace('  "notes"', '<<<<<<< HEAD\n  "notes"'),
      /REL001 .*\n.*conflict markers: two branches cut \d{4}\.\d\d\.1/,
    ],
    ["a byte order mark", (t) => `\ufeff${t}`, /FIL002 .*\n.*byte order mark/],
  ])("a ledger with %s is named with the place", (_, change, message) => {
    writeFileSync(ledger(), change(readFileSync(ledger(), "utf8")));
    expect([validate(), out]).toEqual([1, expect.stringMatching(message)]);
    expect(out).toContain(`${ledger()}:`);
  });
  test("and so is the state of the watch", () => {
    write("watch.json", {
      schemaVersion: 1,
      archives: { "a/\u202eb": { head: "0".repeat(40), date: "2026-11-01", fetched: "2026-11-02" } },
      records: {},
    });
    expect([validate(), out]).toEqual([
      1,
      expect.stringMatching(/watch\.json:4:13 SCH004 at \/archives\/a~1\\u202eb\n/),
    ]);
  });
});

describe("the day of a release", () => {
  const change = () => {
    const text = readFileSync(path("platforms/second.json"), "utf8");
    writeFileSync(path("platforms/second.json"), text.replace("An invented", "Another invented"));
    out = "";
  };
  test("is not in the future", () => {
    change();
    expect([cut({ date: "2962-11-30" }), out]).toEqual([
      1,
      expect.stringMatching(/^--date 2962-11-30 is in the future\./),
    ]);
  });
  test("nor before the last release", () => {
    change();
    expect([cut({ date: "2026-01-01" }), out]).toEqual([1, expect.stringContaining("cannot follow")]);
  });
  test("nor any text", () => {
    change();
    expect([cut({ date: "tomorrow" }), out]).toEqual([1, expect.stringContaining("YYYY-MM-DD")]);
  });
  test("notes by hand are visible text", () => {
    change();
    expect([cut({ notes: "Fixed.\u200b" }), out]).toEqual([
      1,
      "--notes has U+200B ZERO WIDTH SPACE: write the notes without it.\n",
    ]);
    expect(cut({ notes: "Fixed.\nTwice." })).toBe(0);
  });
});
