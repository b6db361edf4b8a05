import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runFix } from "../../src/entry/cli/fix.ts";
import { runValidate } from "../../src/entry/cli/validate.ts";
import { parseText, readRecords } from "../../src/records/files.ts";
import { type Problem, problem } from "../../src/records/problems.ts";
import { humanReport } from "../../src/records/report/index.ts";
import { lint } from "../../src/records/validate.ts";
import { unsafeCharacters } from "../../src/text/characters.ts";
import { operator } from "../fixtures/records.ts";

/* Files as editors, systems and git leave them: encodings, line ends, links, folders. */
const TODAY = "2026-11-24";
const texted = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const good = readFileSync("test/fixtures/broken/text-with-space.json", "utf8").replace(
  "platform. ",
  "platform.",
);

let root: string;
let path: string;
let out: string;
const say = (line: string): void => {
  out += `${line}\n`;
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "files-"));
  mkdirSync(join(root, "platforms"));
  mkdirSync(join(root, "operators"));
  path = join(root, "platforms/example.json");
  writeFileSync(path, good);
  writeFileSync(join(root, "operators/example-corp.json"), texted(operator()));
  out = "";
  vi.spyOn(console, "log").mockImplementation((line: string) => say(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => say(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});
const validate = (...names: string[]) => {
  out = "";
  return [runValidate(names, { data: root, json: false }), out] as const;
};
const fix = () => {
  out = "";
  return [runFix([], { data: root, check: false }), out] as const;
};

describe("line ends and encodings", () => {
  test("a checkout with Windows' line ends is valid", () => {
    writeFileSync(path, good.replaceAll("\n", "\r\n"));
    expect(validate()).toEqual([0, "2 records, no problems.\n"]);
  });
  test("and places in it are the same, to the column", () => {
    const wrong = good.replace('"social-network"', '"social-netwrok"');
    const places = (text: string) => {
      writeFileSync(path, text);
      return lint(readRecords(root), undefined, TODAY).map((p) => [p.line, p.column, p.endColumn, p.found]);
    };
    expect(places(wrong.replaceAll("\n", "\r\n"))).toEqual(places(wrong));
    expect(places(wrong)).toHaveLength(1);
  });
  test("`npm run fix` writes them as LF", () => {
    writeFileSync(path, good.replaceAll("\n", "\r\n"));
    expect(fix()[0]).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(good);
  });
  test.each([
    ["a byte order mark", Buffer.from(`\ufeff${good}`), "byte order mark removed"],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${good}`, "utf16le"), "written in UTF-8"],
    ["UTF-16 without one", Buffer.from(good, "utf16le"), "written in UTF-8"],
    ["big-endian UTF-16", Buffer.from(`\ufeff${good}`, "utf16le").swap16(), "written in UTF-8"],
  ])("%s is named, and fixed", (_, bytes, done) => {
    writeFileSync(path, bytes);
    expect(validate()).toEqual([1, expect.stringContaining("FIL002")]);
    expect(fix()).toEqual([0, expect.stringContaining(`FIL002: ${done}`)]);
    expect(readFileSync(path, "utf8")).toBe(good);
  });
  test("Latin-1 is named by its first byte, and left as it is", () => {
    const bytes = Buffer.from(
      good.replace("An invented", "Un\ufffd café inventé").replace("\ufffd", "e"),
      "latin1",
    );
    writeFileSync(path, bytes);
    const [status, said] = validate();
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(
        /example\.json:\d+:22 FIL002 at \/\n.*the byte 0xE9, which is not UTF-8 here \(it is é/,
      ),
    ]);
    expect(fix()[0]).toBe(1);
    expect(readFileSync(path)).toEqual(bytes);
  });
  test("a replacement character before it that is really in the file does not move the place", () => {
    writeFileSync(
      path,
      Buffer.concat([
        Buffer.from(good.slice(0, good.indexOf("An invented")).replace("Example", "Ex\ufffdample")),
        Buffer.from("caf\u00e9", "latin1"),
        Buffer.from(good.slice(good.indexOf(" platform."))),
      ]),
    );
    expect(validate()[1]).toMatch(/example\.json:\d+:18 FIL002/);
  });
  test("what a file says survives the fix, whatever its encoding and line ends", () =>
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (crlf, mark, wide) => {
        const text = `${mark ? "\ufeff" : ""}${crlf ? good.replaceAll("\n", "\r\n") : good}`;
        writeFileSync(path, Buffer.from(text, wide ? "utf16le" : "utf8"));
        fix();
        expect(readFileSync(path, "utf8")).toBe(good);
      }),
    ));
});

describe("what is in the folder besides records", () => {
  test("locks and backups of editors and systems are ignored", () => {
    symlinkSync("someone@host.1234:1", join(root, "platforms/.#example.json"));
    for (const name of [".DS_Store", "example.json~", "#example.json#", ".example.json.swp"])
      writeFileSync(join(root, "platforms", name), "x");
    expect(validate()).toEqual([0, "2 records, no problems.\n"]);
    expect(fix()).toEqual([0, "Nothing to fix.\n"]);
  });
  test.each<[string, () => void, RegExp]>([
    [
      "a folder with a record's name",
      () => mkdirSync(join(root, "platforms/foo.json")),
      /foo\.json:1:1 FIL001 .*\n.*a folder/,
    ],
    [
      "a folder of records",
      () => cpSync(join(root, "operators"), join(root, "platforms/old"), { recursive: true }),
      /old:1:1 FIL001 .*\n.*a folder/,
    ],
    [
      "an extension in capitals",
      () => writeFileSync(join(root, "platforms/Other.JSON"), good),
      /FIL001 .*\n.*\n.*\n.*Rename it to other\.json/,
    ],
    ["another file", () => writeFileSync(join(root, "platforms/notes.txt"), ""), /notes\.txt:1:1 FIL001/],
    [
      "a link to nothing",
      () => symlinkSync("nowhere.json", join(root, "platforms/b.json")),
      /FIL001 .*\n.*a link to a file that does not exist/,
    ],
    [
      "a link to itself",
      () => symlinkSync("b.json", join(root, "platforms/b.json")),
      /FIL001 .*\n.*a link that leads back/,
    ],
  ])("%s is an error, not a stack trace", (_, make, message) => {
    make();
    expect(validate()).toEqual([1, expect.stringMatching(message)]);
    expect(fix()[0]).toBe(1);
  });
  test.skipIf(process.getuid?.() === 0)("a file without permission to read it", () => {
    chmodSync(path, 0);
    expect(validate()).toEqual([1, expect.stringContaining("without permission")]);
  });
  test("a directory without records is a wrong call", async () => {
    const { program } = await import("../../src/entry/cli/validate.ts");
    const { run } = await import("../../src/entry/cli/command.ts");
    await run(program, ["--data", join(root, "nowhere")]);
    expect([process.exitCode, out]).toEqual([2, expect.stringContaining("There is no folder")]);
    process.exitCode = 0;
  });
});

describe("parsing", () => {
  const unit = fc.constantFrom(
    ..."{}[]:,\"'/*\\#-+.0123eE \n\r\tutrfalsn",
    "true",
    "null",
    '"a"',
    "\u00a0",
    "\u200b",
    "\ufeff",
    "<<<<<<< a\n",
    "“",
    "\\u12",
  );
  test("never throws, and reads what JSON.parse reads, to the value", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit, maxLength: 25 }),
          fc.json().map((s) => s.slice(0, -1)),
          fc.json(),
        ),
        (text) => {
          let value: unknown;
          try {
            value = JSON.parse(text);
          } catch {
            value = undefined;
          }
          const file = parseText("a.json", text);
          expect(file.value).toEqual(value);
          expect(file.faults.length > 0).toBe(value === undefined);
          for (const { offset, length, found } of file.faults) {
            expect(offset + length).toBeLessThanOrEqual(Math.max(text.length + 1, 1));
            expect(found).not.toMatch(/not JSON|no JSON/);
          }
          if (file.repaired !== undefined) expect(() => JSON.parse(file.repaired as string)).not.toThrow();
        },
      ),
      { numRuns: 5000 },
    ));
  test("what is nested too deeply is an error of the file", () => {
    const deep = "[".repeat(200_000);
    expect(parseText("a.json", deep).faults).toHaveLength(1);
    expect(parseText("a.json", `${deep}${"]".repeat(200_000)}`).faults).toHaveLength(1);
  });
  test("every trailing comma is reported and removed", () => {
    writeFileSync(path, good.replace(/\n(\s*)([\]}])/g, ",\n$1$2").replaceAll("[],", "[],"));
    expect(validate()[1]).toContain("a comma after the last member");
    expect(fix()).toEqual([0, expect.stringContaining("JSN001: trailing comma removed")]);
    expect(readFileSync(path, "utf8")).toBe(good);
  });
  test("of commas in texts none is removed", () => {
    const text = good
      .replace("An invented platform.", "Commas, ] and ,} in a text,")
      .replace(/\]\n}\n$/, "],\n}\n");
    writeFileSync(path, text.replace(/\n}\n$/, ",\n}\n"));
    expect(fix()[0]).toBe(0);
    expect(readFileSync(path, "utf8")).toContain("Commas, ] and ,} in a text,");
  });
});

describe("the marker", () => {
  const at = (text: string, word: string, length = word.length): Problem => ({
    ...problem("XXX001", parseText("a.json", text), { path: [], found: "", expected: "", fix: "" }),
    line: 1,
    column: text.indexOf(word) + 1,
    endColumn: text.indexOf(word) + 1 + length,
  });
  const drawn = (text: string, p: Problem) =>
    humanReport({ problems: [p], texts: new Map([["a.json", text]]), records: 1, colour: false })
      .split("\n")
      .slice(4, 6);
  test.each([
    ["ideographs", '{"a": "日本語", "b": 1}', '"b"', "                "],
    ["emoji", '{"a": "😀👩‍👩‍👧", "b": 1}', '"b"', "              "],
    ["combining marks", '{"a": "e\u0301", "b": 1}', '"b"', "           "],
    ["tabs", '{\t"a": 1,\t"b": 1}', '"b"', " \t       \t"],
    ["a Windows line end", '{"a": 1, "b": 1}\r', '"b"', "         "],
  ])("is under its place after %s", (_, text, word, before) => {
    const [line, marker] = drawn(text, at(text, word));
    expect(line).toBe(`    > 1 | ${text.replace("\r", "")}`);
    expect(marker).toBe(`        | ${before}^^^`);
  });
  test("is as wide as what it marks", () => {
    const text = '{"a": "日本語"}';
    expect(drawn(text, at(text, "日本語"))[1]).toBe("        |        ^^^^^^");
  });
  test("is under the character of a text that is wrong, which is shown as an escape", () => {
    const text = good.replace("An invented", "An \u200binvented");
    writeFileSync(path, text);
    const said = validate()[1];
    expect(said).toMatch(/example\.json:\d+:18 TXT002/);
    expect(said).toContain('|   "summary": "An \\u200binvented platform.",\n');
    expect(said).toContain("         |                  ^^^^^^\n");
  });
  test("a long line is cut around it", () => {
    const text = `{"a": "${"x".repeat(400)}", "b": 1, "c": "${"y".repeat(400)}"}`;
    const [line, marker] = drawn(text, at(text, '"b"')) as [string, string];
    expect(line.length).toBeLessThan(190);
    expect(line.indexOf('"b"')).toBe(marker.indexOf("^"));
  });
  test("no escape sequence of a file reaches the terminal", () => {
    writeFileSync(
      path,
      good.replace("An invented", "\u001b[2J\u009b31m\u202e An").replace('"id"', '"i\u001bd"'),
    );
    for (const format of ["human", "json", "github", "sarif"]) {
      out = "";
      runValidate([], { data: root, json: false, format });
      expect(out).toBe(stripVTControlCharacters(out));
      expect(unsafeCharacters(out.replaceAll("\n", ""))).toEqual([]);
    }
  });
});
