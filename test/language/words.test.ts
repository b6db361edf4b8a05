import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answerInWords,
  audienceInWords,
  dateInWords,
  daysInWords,
  gradeInWords,
  listInWords,
  onDateInWords,
  type People,
  periodInWords,
  regionInWords,
  regionsInWords,
  whenInWords,
} from "../../src/language/en/index.ts";
import { lastDay, REGION_GROUPS, regionCodes } from "../../src/model/index.ts";

test.each<[string[], string]>([
  [[], ""],
  [["a"], "a"],
  [["a", "b"], "a and b"],
  [["a", "b", "c"], "a, b and c"],
])("a list: %j", (items, words) => expect(listInWords(items)).toBe(words));

describe("regions", () => {
  test.each([
    ["DE", "Germany"],
    ["US", "the United States"],
    ["GB", "the United Kingdom"],
    ["HK", "Hong Kong"],
    ["NL", "the Netherlands"],
    ["CZ", "Czechia"],
    ["KY", "the Cayman Islands"],
    ["US-CA", "California (US)"],
    ["EEA", "the EEA"],
    [null, "the rest of the world"],
  ])("%s is %s", (code, words) => expect(regionInWords(code)).toBe(words));

  test("every region has a name", () => {
    for (const code of regionCodes(true)) expect(regionInWords(code), code).not.toMatch(/^[A-Z]{2}(-|$)/);
  });

  test("groups stand first and whole groups go by their names", () => {
    expect(regionsInWords(["GB", "CH", "EEA"])).toBe("the EEA, Switzerland and the United Kingdom");
    expect(regionsInWords([...REGION_GROUPS.EEA.members, "GB", null])).toBe(
      "the EEA, the United Kingdom and the rest of the world",
    );
  });
});

describe("people", () => {
  test.each<[People, string]>([
    [{}, "everyone"],
    [{ region: "DE", plan: "free", age: "adult" }, "adults in Germany on the free plan"],
    [{ age: "minor" }, "minors"],
    [{ region: [null] }, "people in the rest of the world"],
    [{ account: "non-user", region: "GB" }, "people in the United Kingdom who do not use it"],
    [
      { plan: ["free", "paid", "education", "api"], region: "US" },
      "people in the United States on the free plan, a paid or education plan or the API",
    ],
    [
      { plan: ["business", "enterprise"], account: "signed-in" },
      "people on a business or enterprise plan with an account",
    ],
  ])("%j: %s", (people, words) => expect(audienceInWords(people)).toBe(words));

  test("a condition tells its time too", () => {
    expect(whenInWords({ regions: ["EEA", "CH"], from: "2024-09-18", until: "2025-11" })).toBe(
      "people in the EEA and Switzerland, from 18 September 2024 until November 2025",
    );
    expect(whenInWords(undefined)).toBe("everyone");
  });
});

describe("days", () => {
  test.each([
    ["2025-11-03", "3 November 2025", "on 3 November 2025"],
    ["2025-11", "November 2025", "in November 2025"],
    ["2025", "2025", "in 2025"],
  ])("%s is no more precise than it is known: %s", (date, words, on) =>
    expect([dateInWords(date), onDateInWords(date)]).toEqual([words, on]),
  );

  test("a day is that day in every time zone", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const last = lastDay(`${year}-${String(month).padStart(2, "0")}`);
        expect(dateInWords(last)).toMatch(new RegExp(`^${Number(last.slice(8))} [A-Z][a-z]+ ${year}$`));
      }),
    );
  });

  test.each([
    [1, "1 day"],
    [45, "45 days"],
    [410, "about 13 months"],
    [1100, "about 3 years"],
  ])("%i days: %s", (days, words) => expect(daysInWords(days)).toBe(words));

  test("a time that nothing bounds has no words", () => expect(periodInWords(undefined, undefined)).toBe(""));
});

test("a use that is permitted is told from one that is practised", () => {
  expect(answerInWords({ verdict: "on-by-default", certainty: "practised" })).toBe("on by default");
  expect(answerInWords({ verdict: "no-choice", certainty: "permitted" })).toBe(
    "no choice (allowed by its terms, not confirmed)",
  );
  expect([gradeInWords("A"), gradeInWords(null)]).toEqual([
    "the platform's own words, archived and fingerprinted",
    "no evidence",
  ]);
});
