import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WriteStream } from "node:tty";
import { stripVTControlCharacters } from "node:util";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { afterAll, describe, expect, test, vi } from "vitest";
import { runValidate, type ValidateOptions } from "../../src/entry/cli/validate.ts";
import { parseRecord } from "../../src/records/files.ts";
import type { Problem } from "../../src/records/problems.ts";
import { REPORTS, type ReportFormat, showsColour } from "../../src/records/report/index.ts";
import { CODES, lint, validate } from "../../src/records/validate.ts";
import { unsafeCharacters } from "../../src/text/characters.ts";
import { operator, platform, practice, rule } from "../fixtures/records.ts";

const TODAY = "2026-11-24";
const PATH = "data/platforms/example.json";
const report = (format: ReportFormat, problems: Problem[], text = "", colour = false) =>
  REPORTS[format]({ problems, texts: new Map([[PATH, text]]), records: 2, colour });
const texted = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
const broken = texted({
  ...platform([practice([rule("all"), rule("never")])], { sources: [] }),
  category: "social-netwrok",
  practices: [],
});
const problemsOf = (text: string) =>
  validate(
    [
      parseRecord("platform", "example", PATH, text),
      parseRecord("operator", "example-corp", "o.json", texted(operator())),
    ],
    TODAY,
  ).problems;

describe("for people", () => {
  test("each problem has its line, with a marker under the very place, and its neighbours", () =>
    expect(
      report("human", problemsOf(broken), broken).replace(/expected: one of .*/, "expected: one of …"),
    ).toMatchInlineSnapshot(`
      "data/platforms/example.json:7:15 SCH003 at /category
          found:    "social-netwrok"
          expected: one of …
          fix:      Did you mean "social-network"?
            6 |   "operator": "example-corp",
          > 7 |   "category": "social-netwrok",
              |               ^^^^^^^^^^^^^^^^
            8 |   "domains": [

      data/platforms/example.json:15:16 SCH005 at /practices
          found:    []
          expected: at least 1 item
          fix:      Add what is missing.
            14 |   "summary": "An invented platform.",
          > 15 |   "practices": [],
               |                ^^
            16 |   "controls": [],

      2 problems."
    `));
  test("a place of many lines is marked where it begins, and named by ids", () => {
    const text = texted(
      platform([practice([rule("all", { evidence: { dataUse: ["policy#ai", "help"] } }), rule("never")])]),
    );
    expect(report("human", problemsOf(text), text)).toContain(
      `${PATH}:38:9 PRA001 at /practices/@training/rules/@never\n`,
    );
    expect(report("human", problemsOf(text), text)).toContain("    > 38 |         {\n         |         ^\n");
  });
  test("the marker is under the exact place, in every broken example", () => {
    const corpus = readdirSync("test/fixtures/broken").filter(
      (name) => name.endsWith(".json") && name !== "expected.json",
    );
    for (const name of corpus) {
      const text = readFileSync(join("test/fixtures/broken", name), "utf8");
      const file = parseRecord("platform", "example", PATH, text);
      for (const p of lint(
        [file, parseRecord("operator", "example-corp", "o.json", texted(operator()))],
        undefined,
        TODAY,
      )) {
        const printed = report("human", [p], text).split("\n");
        const at = printed.findIndex((l) => l.startsWith("    > "));
        const line = (text.split("\n")[p.line - 1] as string).replace(/\r$/, "");
        // Long lines are cut; a test of their own shows how.
        if (text === "" || line.length > 160) continue;
        const [marked, marker] = [printed[at] as string, printed[at + 1] as string];
        // What is invisible is shown as an escape.
        if (unsafeCharacters(line).length > 0) continue;
        expect(marked.endsWith(line)).toBe(true);
        if (line !== "") expect(marker.indexOf("^") - (marked.length - line.length) + 1).toBe(p.column);
      }
    }
  });
  test("other line ends than JSON's do not move the marker", () => {
    const text = broken
      .replace("An invented platform.", "One\u2028two")
      .replace('"Example"', '"Ex\u2029ample"');
    expect(report("human", problemsOf(text), text)).toContain('    > 7 |   "category": "social-netwrok",');
  });
  test("nothing wrong is said in a line", () => expect(report("human", [])).toBe("2 records, no problems."));
  test("in colour it says the same", () => {
    const coloured = report("human", problemsOf(broken), broken, true);
    expect(coloured).toContain("\u001B[");
    expect(stripVTControlCharacters(coloured)).toBe(report("human", problemsOf(broken), broken));
  });
  test("colour is for terminals, and NO_COLOR is respected", () => {
    const { hasColors, getColorDepth } = WriteStream.prototype;
    const terminal = (env: object, isTTY = true) => ({
      isTTY,
      hasColors: () => hasColors.call({ getColorDepth } as WriteStream, 16, env),
    });
    expect(showsColour(terminal({ TERM: "xterm-256color" }))).toBe(true);
    expect(showsColour(terminal({ TERM: "xterm-256color", NO_COLOR: "1" }))).toBe(false);
    expect(showsColour(terminal({ TERM: "dumb" }))).toBe(false);
    expect(showsColour(terminal({ TERM: "xterm-256color" }, false))).toBe(false);
    expect(showsColour({})).toBe(false);
  });
});

test("for programs: the fields that there were from the beginning, and no others", () =>
  expect(JSON.parse(report("json", problemsOf(broken)))[1]).toEqual({
    code: "SCH005",
    file: PATH,
    line: 15,
    column: 16,
    pointer: "/practices",
    found: "[]",
    expected: "at least 1 item",
    fix: "Add what is missing.",
  }));

describe("for GitHub", () => {
  const problem: Problem = {
    code: "XXX001",
    file: "data/a,b:c%.json",
    line: 3,
    column: 5,
    endColumn: 9,
    pointer: "/a",
    place: "/a/@b:c,d",
    found: "100% of\nit\r",
    expected: "a: b, c",
    fix: "Do.",
    edits: [],
  };
  test("an annotation at the very place; what would end it is escaped as the runner unescapes it", () =>
    expect(report("github", [problem])).toBe(
      "::error file=data/a%2Cb%3Ac%25.json,line=3,endLine=3,col=5,endColumn=9,title=XXX001 at /a/@b%3Ac%2Cd::found: 100%25 of%0Ait%0D%0Aexpected: a: b, c%0Afix: Do.\n1 problem.",
    ));
  test("nothing wrong makes no annotation", () =>
    expect(report("github", [])).toBe("2 records, no problems."));
});

describe("as SARIF", () => {
  const schema = JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"),
      "utf8",
    ),
  );
  const ajv = addFormats.default(new Ajv.default({ strict: false, unicodeRegExp: false }));
  const valid = ajv.compile(schema);
  const problems = [
    ...problemsOf(broken),
    { ...(problemsOf(broken)[0] as Problem), file: join(tmpdir(), "a b.json"), record: undefined },
  ];
  const log = JSON.parse(report("sarif", problems));

  test("it keeps to the schema of SARIF 2.1.0, with and without results", () => {
    expect([valid(log), valid.errors]).toEqual([true, null]);
    expect(valid(JSON.parse(report("sarif", [])))).toBe(true);
    expect(valid({ ...log, version: "2.0.0" })).toBe(false);
  });
  test("every code is a rule, and a result points to its own", () => {
    const { rules } = log.runs[0].tool.driver;
    expect(rules.map((r: { id: string }) => r.id)).toEqual(CODES.map((c) => c.code));
    for (const result of log.runs[0].results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
  });
  test("a result says where, relative to the root where the file is in it", () => {
    expect(log.runs[0].results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: PATH, uriBaseId: "%SRCROOT%" },
      region: { startLine: 7, startColumn: 15, endLine: 7, endColumn: 31 },
    });
    expect(log.runs[0].results.at(-1).locations[0].physicalLocation.artifactLocation.uri).toMatch(
      /^file:\/\/.*a%20b\.json$/,
    );
  });
  test("a finding keeps its fingerprint when it moves, and differs from others", () => {
    const moved = broken.replace("\n", "\n\n\n");
    const prints = (text: string) =>
      JSON.parse(report("sarif", problemsOf(text))).runs[0].results.map(
        (r: { partialFingerprints: object }) => r.partialFingerprints,
      );
    expect(prints(moved)).toEqual(prints(broken));
    expect(new Set(prints(broken).map((p: object) => JSON.stringify(p))).size).toBe(2);
  });
});

describe("on the command line", () => {
  const root = mkdtempSync(join(tmpdir(), "validate-"));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "platforms"));
  mkdirSync(join(root, "operators"));
  writeFileSync(join(root, "platforms/example.json"), broken);
  writeFileSync(join(root, "operators/example-corp.json"), texted(operator()));
  const call = (names: string[] = [], options: Partial<ValidateOptions> = {}) => {
    const [log, error] = [
      vi.spyOn(console, "log").mockImplementation(() => {}),
      vi.spyOn(console, "error").mockImplementation(() => {}),
    ];
    const status = runValidate(names, { data: root, json: false, ...options });
    const [stdout, stderr] = [log, error].map((spy) => spy.mock.calls.flat().join("\n"));
    vi.restoreAllMocks();
    return { status, stdout: stdout as string, stderr: stderr as string };
  };

  test("a pipe gets no colour, and problems give 1", () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ["src/entry/cli/adu.ts", "validate", "--data", root],
      {
        encoding: "utf8",
      },
    );
    expect([status, stdout.includes("\u001B["), stdout.includes("> 7 |")]).toEqual([1, false, true]);
  });
  test("--json is --format json", () => {
    expect(call([], { json: true })).toEqual(call([], { format: "json" }));
    expect(JSON.parse(call([], { json: true }).stdout)).toHaveLength(2);
  });
  test("sarif and github are printed as they are", () => {
    expect(JSON.parse(call([], { format: "sarif" }).stdout).version).toBe("2.1.0");
    expect(call([], { format: "github" }).stdout).toMatch(/^::error file=/);
  });
  test("an unknown form gets the nearest, and 2", () =>
    expect(call([], { format: "serif" })).toEqual({
      status: 2,
      stdout: "",
      stderr: "--format serif: expected one of human, json, sarif, github. Did you mean sarif?",
    }));
  test("an unknown record gets the nearest, and 2", () =>
    expect(call(["exmaple"])).toEqual({
      status: 2,
      stdout: "",
      stderr: `exmaple is not a record under ${root}/. Did you mean example?`,
    }));
  test("for a file that is not a record, the message says where records are", () =>
    expect(call(["package.json"]).stderr).toBe(
      `package.json is not a record under ${root}/. Records are in ${join(root, "platforms")} and ${join(root, "operators")}.`,
    ));
  test("only what is wrong in the records named", () => {
    expect(call(["operators/example-corp"])).toMatchObject({ status: 0, stdout: "1 record, no problems." });
    expect(call([join(root, "platforms/example.json")])).toMatchObject({ status: 1 });
  });
  test("a record in another form is reported, with the command that fixes it", () => {
    const data = join(root, "other");
    cpSync("test/fixtures/broken/id-misspelt", data, { recursive: true });
    writeFileSync(join(data, "operators/example-corp.json"), JSON.stringify(operator()));
    const { status, stdout } = call(["operators/example-corp"], { data });
    expect([status, stdout]).toEqual([
      1,
      expect.stringContaining(
        "fix:      Run `npm run fix -- operators/example-corp`; it changes no meaning.",
      ),
    ]);
  });
});
