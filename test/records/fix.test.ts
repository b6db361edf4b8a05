import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runFix } from "../../src/entry/cli/fix.ts";
import { parseRecord, type RecordFile, readRecord, readRecords } from "../../src/records/files.ts";
import { fix } from "../../src/records/fix.ts";
import { CODES, lint } from "../../src/records/validate.ts";
import { canonical } from "../../src/text/canonical.ts";
import type { Json } from "../../src/text/json.ts";
import { nearest, unambiguousMatch } from "../../src/text/nearest.ts";
import { arbPlatform } from "../fixtures/arbitrary.ts";
import { hosts, operator } from "../fixtures/records.ts";

const TODAY = "2026-11-24";
const CORPUS = "test/fixtures/broken";
const owner = parseRecord(
  "operator",
  "example-corp",
  "data/operators/example-corp.json",
  `${JSON.stringify(operator(), null, 2)}\n`,
);
const fileOf = (text: string): RecordFile =>
  parseRecord("platform", "example", "data/platforms/example.json", text);
const fixed = (text: string): string =>
  (fix([fileOf(text), owner], undefined, TODAY).files[0] as RecordFile).text;
const codesOf = (text: string) => lint([fileOf(text), owner], undefined, TODAY).map((p) => p.code);
const corpus = readdirSync(CORPUS)
  .filter((name) => name.endsWith(".json") && name !== "expected.json")
  .map((name) => ({ name: name.replace(/\.json$/, ""), text: readFileSync(join(CORPUS, name), "utf8") }));
const textOf = (name: string) => corpus.find((c) => c.name === name)?.text as string;

/** A value in which no order counts. */
const unordered = (value: Json): Json => {
  if (Array.isArray(value)) return value.map((v) => canonical(unordered(v))).sort();
  return value !== null && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unordered(v)]))
    : value;
};

/** The same value with its fields in any order, and its lists of words too. */
const shuffled = (value: Json): fc.Arbitrary<Json> => {
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every((v) => typeof v === "string"))
      return fc.shuffledSubarray(value, { minLength: value.length });
    return fc.tuple(...value.map(shuffled));
  }
  if (value === null || typeof value !== "object") return fc.constant(value);
  const entries = Object.entries(value);
  return fc
    .tuple(fc.shuffledSubarray(entries, { minLength: entries.length }), fc.constant(null))
    .chain(([order]) => fc.tuple(...order.map(([k, v]) => shuffled(v).map((x) => [k, x] as const))))
    .map((pairs) => Object.fromEntries(pairs));
};

/** Typing errors in a record's text: a letter gone, doubled, or two that changed places. */
const mistyped = (text: string): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.nat(text.length - 2), fc.constantFrom("gone", "doubled", "swapped")), {
      minLength: 1,
      maxLength: 3,
    })
    .map((errors) =>
      errors.reduce((t, [at, how]) => {
        if (!/[a-z]{2}/.test(t.slice(at, at + 2))) return t;
        const [a, b] = [t[at], t[at + 1]];
        return (
          t.slice(0, at) +
          (how === "gone" ? b : how === "doubled" ? `${a}${a}${b}` : `${b}${a}`) +
          t.slice(at + 2)
        );
      }, text),
    );
const arbText = arbPlatform.map((p) => `${JSON.stringify(p, null, 2)}\n`);

describe("laws", () => {
  test("fixing twice is fixing once: whatever is mistyped", () => {
    fc.assert(
      fc.property(arbText.chain(mistyped), (text) => {
        const once = fixed(text);
        expect(fixed(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
  test("and in every record of the corpus of broken ones", () => {
    for (const { name, text } of corpus) expect([name, fixed(fixed(text))]).toEqual([name, fixed(text)]);
  });
  test("a record's meaning stays: only the order of fields and of lists of terms changes", () => {
    const valid = arbPlatform.map((p) => JSON.parse(JSON.stringify(p)) as Json);
    fc.assert(
      fc.property(valid.chain(shuffled), (value) => {
        const after = JSON.parse(fixed(JSON.stringify(value))) as Json;
        expect(canonical(unordered(after))).toBe(canonical(unordered(value)));
      }),
      { numRuns: 300 },
    );
  });
  test("a record is written in one way, in any order of its fields", () => {
    const sorted = arbPlatform.map((p) => JSON.parse(JSON.stringify(p)) as Json);
    fc.assert(
      fc.property(
        sorted.chain((value) => fc.tuple(fc.constant(value), fieldsShuffled(value))),
        ([value, other]) => {
          expect(fixed(JSON.stringify(other))).toBe(fixed(JSON.stringify(value)));
        },
      ),
      { numRuns: 200 },
    );
  });
  test("the order that means something stays: rules, steps, controls, domains, evidence", () => {
    const value = JSON.parse(textOf("format-tabs")) as {
      domains: { host: string; role: string }[];
      controls: { steps: string[] }[];
      practices: { rules: { evidence: { dataUse: string[] } }[] }[];
    };
    value.domains = hosts("z.example", "a.example");
    (value.controls[0] as { steps: string[] }).steps = ["Z.", "A."];
    const [rule] = (value.practices[0] as { rules: { evidence: { dataUse: string[] } }[] }).rules;
    (rule as { evidence: { dataUse: string[] } }).evidence.dataUse = ["policy#ai", "help"];
    expect(JSON.parse(fixed(JSON.stringify(value)))).toEqual(value);
  });
});

/** The same value with its fields in another order; lists stay. */
const fieldsShuffled = (value: Json): fc.Arbitrary<Json> => {
  if (Array.isArray(value)) return fc.tuple(...value.map(fieldsShuffled));
  if (value === null || typeof value !== "object") return fc.constant(value);
  const entries = Object.entries(value);
  return fc
    .shuffledSubarray(entries, { minLength: entries.length })
    .chain((order) => fc.tuple(...order.map(([k, v]) => fieldsShuffled(v).map((x) => [k, x] as const))))
    .map((pairs) => Object.fromEntries(pairs));
};

describe("what is fixed, and what is left", () => {
  test.each([
    "schema-not-named",
    "schema-elsewhere",
    "field-misspelt",
    "term-misspelt",
    "plan-misspelt",
    "domain-with-scheme",
    "domain-upper-case",
    "region-uk",
    "region-lower-case",
    "text-with-space",
    "text-of-two-lines",
    "evidence-with-space",
    "term-with-space",
    "when-field-misspelt",
    "operator-misspelt",
    "source-misspelt",
    "practice-misspelt",
    "evidence-twice",
    "region-twice",
    "domain-twice",
    "alias-of-itself",
    "format-field-order",
    "format-term-order",
    "format-region-order",
    "format-one-line",
    "format-tabs",
    "format-no-newline",
    "text-zero-width-space",
    "text-soft-hyphen",
    "text-line-separator",
    "text-not-nfc",
    "json-trailing-comma",
    "address-with-space",
    "address-with-letters",
  ])("%s is fixed completely", (name) => {
    expect(codesOf(textOf(name))).not.toEqual([]);
    expect(codesOf(fixed(textOf(name)))).toEqual([]);
  });
  test.each([
    [
      "source-of-another-year",
      "a number is no typing error: the document of another year is another document",
    ],
    ["version-of-tomorrow", "only who wrote the record knows its format"],
    ["term-nearly", "a short word can mean anything"],
    ["json-field-twice", "one of the two would be lost"],
    ["json-comment", "what cannot be read is not written"],
    ["json-conflict", "only a person knows which side is right"],
    ["json-single-quotes", "what cannot be read is not written"],
    ["text-empty", "nothing is invented"],
    ["text-bell", "another character may have been meant"],
    ["text-direction-override", "the words would be read in another order"],
    ["text-wrong-encoding", "a person checks the letter"],
    ["text-replacement-character", "the letter is lost"],
    ["address-with-credentials", "they may be needed"],
    ["address-of-two-lines", "it may be two addresses"],
    ["default-of-nothing", "what somebody stated is not taken away"],
  ])("%s is left to a person: %s", (name) => {
    const before = codesOf(textOf(name));
    expect(codesOf(fixed(textOf(name)))).toEqual(before);
  });
  test("a control named by a typing error for another that the rule names already is named once", () => {
    const value = JSON.parse(fixed(textOf("control-misspelt"))) as {
      practices: { rules: { controls: string[] }[] }[];
    };
    expect(value.practices[0]?.rules[0]?.controls).toEqual(["switch"]);
  });
  test("of several repeated terms, each repetition is removed, and nothing else", () => {
    const value = JSON.parse(textOf("region-twice")) as {
      practices: { rules: { when: { regions: string[] } }[] }[];
    };
    const when = value.practices[0]?.rules[0]?.when as { regions: string[] };
    when.regions = ["CH", "CH", "GB", "GB", "US"];
    const after = JSON.parse(fixed(JSON.stringify(value))) as typeof value;
    expect(after.practices[0]?.rules[0]?.when.regions).toEqual(["CH", "GB", "US"]);
  });
  test("a field is not renamed over one that is there", () => {
    const text = textOf("format-tabs").replace('"name"', '"nmae": "Other",\n"name"');
    expect(JSON.parse(fixed(text))).toMatchObject({ nmae: "Other", name: "Example" });
  });
  test("unknown fields are kept, after the others", () =>
    expect(
      Object.keys(
        JSON.parse(
          fixed(textOf("field-unknown").replace('"name"', '"__proto__": 1,\n  "logos": 2,\n  "name"')),
        ),
      ).slice(-3),
    ).toEqual(["__proto__", "logos", "logo"]));
  test("docs say of each check what is fixed, and checks with fixes say so", () => {
    const fixing = new Set(
      [
        ...corpus.flatMap(({ text }) => lint([fileOf(text), owner], undefined, TODAY)),
        ...folders().flatMap((files) => lint(files, undefined, TODAY)),
      ]
        .filter((p) => p.edits.length > 0)
        .map((p) => p.code),
    );
    const faults = corpus.flatMap(({ name }) =>
      readRecord("platform", "example", join(CORPUS, `${name}.json`)).faults.filter((f) => f.fixed),
    );
    for (const { code } of faults) fixing.add(code);
    expect([...fixing, "FMT001", "EXC002"].sort()).toEqual(
      CODES.filter((c) => c.fix)
        .map((c) => c.code)
        .sort(),
    );
  });
});

/** The data directories of the corpus. */
const folders = () =>
  readdirSync(CORPUS, { withFileTypes: true }).flatMap((d) =>
    d.isDirectory() ? [readRecords(join(CORPUS, d.name))] : [],
  );

describe("what was surely meant", () => {
  test.each([
    ["social-netwrok", ["social-network", "messaging"], "social-network"],
    ["Social-Network", ["social-network"], "social-network"],
    ["privcy-policy-us", ["privacy-policy-us", "privacy-policy-global"], "privacy-policy-us"],
    ["policy-uk", ["policy-us"], undefined],
    ["help-2024", ["help-2025"], undefined],
    ["af", ["on", "off"], undefined],
    ["report-b", ["report-a", "report-c"], undefined],
    ["minors", ["majors"], undefined],
    ["anything", [], undefined],
  ])("%s among %j: %s", (written, known, meant) => expect(unambiguousMatch(written, known)).toBe(meant));
  test("is never another than the nearest", () =>
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-c]{3,9}(-[a-c]{3,5})?$/),
        fc.uniqueArray(fc.stringMatching(/^[a-c]{3,9}(-[a-c]{3,5})?$/), { maxLength: 6 }),
        (word, known) => {
          const meant = unambiguousMatch(word, known);
          if (meant !== undefined) expect(nearest(word, known)).toBe(meant);
        },
      ),
    ));
});

describe("on the command line", () => {
  let root: string;
  let out: string[];
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "fix-"));
    out = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
    vi.spyOn(console, "error").mockImplementation((line: string) => void out.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });
  const use = (name: string) => cpSync(join(CORPUS, name), root, { recursive: true });
  const read = (path: string) => readFileSync(join(root, path), "utf8");

  test("says what it fixed and writes it; the second time there is nothing to do", () => {
    use("id-misspelt");
    expect(runFix([], { data: root, check: false })).toBe(0);
    expect(out).toEqual([
      `${join(root, "platforms/example.json")}\n    IDS001 at /id: "exmaple" → "example"`,
      "1 file written, nothing left.",
    ]);
    expect(JSON.parse(read("platforms/example.json")).id).toBe("example");
    out = [];
    expect([runFix([], { data: root, check: false }), out]).toEqual([0, ["Nothing to fix."]]);
  });
  test("--check writes nothing, and fails", () => {
    use("id-misspelt");
    const before = read("platforms/example.json");
    expect([runFix([], { data: root, check: true }), out.at(-1)]).toEqual([
      1,
      "1 file would change; without --check they are written.",
    ]);
    expect(read("platforms/example.json")).toBe(before);
  });
  test("what is left for a person is reported, and fails", () => {
    use("domain-of-two");
    expect(runFix([], { data: root, check: false })).toBe(1);
    expect(out.join("\n")).toMatch(
      /^\nLeft for you:\n\n.*other\.json:10:15 DOM001 at \/domains\/@example\.com\/host\n/,
    );
  });
  test("only the records named are touched", () => {
    use("parent-unknown");
    expect([runFix(["example-group"], { data: root, check: false }), out]).toEqual([0, ["Nothing to fix."]]);
    expect(runFix(["operators/example-corp"], { data: root, check: false })).toBe(0);
    expect(JSON.parse(read("operators/example-corp.json")).parent).toBe("example-group");
  });
  test("exceptions are fixed too, and none is removed", () => {
    use("exception-for-a-record-misspelt");
    expect(runFix([], { data: root, check: false })).toBe(1);
    const records = (
      JSON.parse(read("exceptions.json")) as { exceptions: { record: string }[] }
    ).exceptions.map((e) => e.record);
    expect(records).toEqual(["platforms/other", "platforms/example"]);
    expect(out.join("\n")).toContain("EXC003");
  });
  test("an unknown record gets the nearest, and 2", () => {
    use("id-misspelt");
    expect([runFix(["exampel"], { data: root, check: false }), out.join()]).toEqual([
      2,
      expect.stringContaining("Did you mean example?"),
    ]);
  });
  test("the records of the dataset are as it would write them", () => {
    expect([runFix([], { data: "data", check: true }), out]).toEqual([0, ["Nothing to fix."]]);
  });
});
