import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type ExplainOptions, runExplain } from "../../../src/entry/cli/explain.ts";
import { partAsText } from "../../../src/entry/cli/part-as-text.ts";
import { operator, platform, policySource, practice, rule } from "../../fixtures/records.ts";
import { terminalFaults } from "../../fixtures/shown.ts";

let data: string;
let said: string[];
let wrong: string[];
const write = (value: object, id = "example") =>
  writeFileSync(join(data, `platforms/${id}.json`), JSON.stringify(value, null, 2));
const explain = (id: string, options: Partial<ExplainOptions> = {}) => runExplain(id, { data, ...options });
const long =
  "A summary that is long enough to be broken over several lines, because no one reads lines that are wider than a hand, and terminals differ.";
const example = (more = {}) =>
  platform([practice([rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" }), rule("all")])], {
    aliases: ["specimen"],
    summary: long,
    sources: [policySource],
    ...more,
  });

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "explain-"));
  for (const folder of ["platforms", "operators"]) mkdirSync(join(data, folder));
  writeFileSync(join(data, "operators/example-corp.json"), JSON.stringify(operator()));
  write(example());
  [said, wrong] = [[], []];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(...text.split("\n")));
  vi.spyOn(console, "error").mockImplementation((text: string) => void wrong.push(...text.split("\n")));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(data, { recursive: true });
});

test("reads as text for people: headings, paragraphs, lists, within the terminal's width", () => {
  const before = process.stdout.columns;
  process.stdout.columns = 60;
  try {
    expect(explain("example", { region: "DE", asOf: "2026-11-25" })).toBe(0);
  } finally {
    process.stdout.columns = before;
  }
  expect(said.slice(0, 5)).toEqual([
    "Example, for adults in Germany on the free plan, on 25",
    "November 2026",
    "The documents we read do not say whether Example trains AI",
    "with your own data.",
    "",
  ]);
  expect(said.join("\n")).toContain(
    "  Evidence:\n  - what is done: grade A, [1]\n\n  Other answers\n    - Minors: not used.\n",
  );
  expect(said.join("\n")).toContain("\nSources\n");
  expect(said.join("\n")).toContain(
    "\n  1. Privacy Policy (Example, policy)\n     https://example.com/privacy\n     archived 1 January 2025:\n",
  );
  for (const line of said.filter((l) => !l.includes("https://")))
    expect(line.length, line).toBeLessThanOrEqual(60);
  expect(said.join("\n")).not.toMatch(/[{}]/);
});

test.each(["example", "specimen", "Example", "EXAMPLE.com", "Spec Imen"])(
  "the platform is found by its id, alias, name or domain: %s",
  (name) => {
    expect(explain(name)).toBe(0);
    expect(said[0]).toMatch(/^Example, for adults on the free plan, on /);
  },
);

test.each<[string, Partial<ExplainOptions>, RegExp]>([
  ["a place by its name", { region: "germany" }, /^Example, for adults in Germany on the free plan/],
  ["a place as people write it", { region: "uk" }, /^Example, for adults in the United Kingdom/],
  ["a plan", { plan: "business" }, /^Example, for adults on a business plan/],
  [
    "an age and an account",
    { age: "minor", account: "signed-out" },
    /^Example, for minors without an account/,
  ],
  ["a day", { asOf: "2024-10-01" }, /on 1 October 2024$/],
])("the audience: %s", (_, options, heading) => {
  expect(explain("example", options)).toBe(0);
  expect(said[0]).toMatch(heading);
});

describe("a typo gets the nearest name, and 2", () => {
  test.each<[string, string, Partial<ExplainOptions>, string]>([
    ["id", "exmaple", {}, 'There is no platform "exmaple". Did you mean example?'],
    [
      "region",
      "example",
      { region: "Germny" },
      "--region Germny is not an ISO 3166 code (DE, US-CA), a group (EU, EEA) or a country's name. Did you mean DE?",
    ],
    [
      "plan",
      "example",
      { plan: "bussiness" },
      "--plan bussiness is not one of free, paid, business, enterprise, education, api. Did you mean business?",
    ],
    ["age", "example", { age: "minors" }, "--age minors is not one of minor, adult. Did you mean minor?"],
    ["account", "example", { account: "signedout" }, "Did you mean signed-out?"],
    ["day", "example", { asOf: "2024-02-30" }, "--as-of 2024-02-30 is not a valid date (YYYY-MM-DD)."],
  ])("%s", (_, id, options, message) => {
    expect(explain(id, options)).toBe(2);
    expect(wrong.join("\n")).toContain(message);
    expect(said).toEqual([]);
  });
});

test("a record with problems is explained, and the problems are counted", () => {
  write(example({ operator: "no-one" }));
  expect(explain("example")).toBe(0);
  expect(said[0]).toMatch(/^Example, for/);
  expect(wrong).toEqual(["", "1 problem is in this record: npm run validate -- example"]);
});

test("a record that breaks the format is not explained; the message says where", () => {
  write(example({ category: "social-netwrok" }));
  expect(explain("example")).toBe(1);
  expect(wrong[0]).toBe("example does not follow the format, so it cannot be explained:");
  expect(wrong.join("\n")).toMatch(/example\.json:\d+:\d+ SCH003/);
});

test("another record's problems do not matter", () => {
  write({ id: "broken" }, "broken");
  expect(explain("example")).toBe(0);
  expect(wrong).toEqual([]);
});

test("what a record says has no effect on the terminal", () => {
  const text = partAsText(
    {
      heading: "A \u001b[2Jname",
      lines: ["One \u202eline\u009b31m", { numbered: true, items: ["::error::x \u0007"] }],
    },
    80,
  );
  expect(text).toContain("A \\u001b[2Jname");
  expect(text).toContain("One \\u202eline\\u009b31m");
  expect(text).toContain(" \\u0007");
  for (const character of ["\u202e", "\u009b", "\u0007"]) expect(text).not.toContain(character);
});

test("no workflow command begins where a line is broken", () => {
  const words = Array.from({ length: 60 }, (_, i) => "x".repeat(i % 7 || 1)).join(" ");
  for (let at = 0; at < words.length; at++) {
    const sentence = `${words.slice(0, at)} ::error::x ${words.slice(at)}`;
    const text = partAsText(
      { heading: sentence, lines: [sentence, { numbered: true, items: [sentence] }] },
      40,
    );
    expect(terminalFaults(text)).toEqual([]);
  }
});
