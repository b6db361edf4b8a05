import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Group, spreadOf } from "../../src/language/en/index.ts";
import { type Audience, audience, type When } from "../../src/model/index.ts";
import { matches, matchesAudience, segmentsOf } from "../../src/policy/index.ts";

/* From segments back to people: who is told, in which words, and for which time. */

const TODAY = "2026-11-25";
/** For whom a condition holds, as it is told. */
const told = (conditions: When[], when: When) =>
  spreadOf(segmentsOf(conditions), (who) => (matches(when, who) ? true : undefined), TODAY).map((s) => ({
    groups: s.groups.map((g) => g.words),
    period: s.period,
    tense: s.tense,
  }));
const words = (when: When, ...others: When[]): string[] => told([when, ...others], when)[0]?.groups ?? [];

describe("people are named as narrowly as needed, and no narrower", () => {
  test.each<[string, When, string[]]>([
    ["everyone", {}, ["everyone"]],
    ["one facet", { age: "adult" }, ["adults"]],
    ["several", { regions: ["DE"], plans: ["free"], age: "adult" }, ["adults in Germany on the free plan"]],
    ["a whole group by its name", { regions: ["EEA", "CH"] }, ["people in the EEA and Switzerland"]],
  ])("%s", (_, when, groups) => expect(words(when)).toEqual(groups));

  test("whoever is in no named place is told by the places that are left out", () => {
    const spread = spreadOf(
      segmentsOf([{ regions: ["EEA"] }]),
      (who) => (who.region === null ? true : undefined),
      TODAY,
    );
    expect(spread[0]?.groups.map((g) => g.words)).toEqual(["everyone outside the EEA"]);
  });

  test("a country beside a part of it that is told apart", () => {
    const conditions: When[] = [{ regions: ["US"] }, { regions: ["US-CA"] }];
    const value = (who: Audience) =>
      matchesAudience({ regions: ["US"] }, who) && !matchesAudience({ regions: ["US-CA"] }, who)
        ? 1
        : undefined;
    expect(spreadOf(segmentsOf(conditions), value, TODAY)[0]?.groups.map((g) => g.words)).toEqual([
      "people in the United States, except California (US)",
    ]);
    const outside = (who: Audience) => (value(who) ? undefined : 1);
    expect(spreadOf(segmentsOf(conditions), outside, TODAY)[0]?.groups.map((g) => g.words)).toEqual([
      "everyone outside the United States, and in California (US)",
    ]);
  });
});

describe("times are told by today", () => {
  test.each<[string, When, string, string | null, string | null]>([
    ["what holds", { from: "2026-03" }, "now", "2026-03-01", null],
    ["what will end", { until: "2027" }, "now", null, "2027-01-01"],
    ["what comes", { from: "2027" }, "later", "2027-01-01", null],
    ["what was", { from: "2024", until: "2025-11-03" }, "past", "2024-01-01", "2025-11-03"],
    ["what ends today is over", { until: TODAY }, "past", null, TODAY],
    ["what begins today holds", { from: TODAY }, "now", TODAY, null],
  ])("%s", (_, when, tense, from, until) =>
    expect(told([when], when)).toEqual([{ groups: ["everyone"], tense, period: { from, until } }]),
  );

  test("a date that makes no difference parts nothing", () =>
    expect(told([{ from: "2025" }, {}], {})).toEqual([
      { groups: ["everyone"], tense: "now", period: { from: null, until: null } },
    ]));

  test("now first, then what comes, then what was, each from today outwards", () => {
    const days = ["2023-01-01", "2024-01-01", "2026-01-01", "2027-01-01", "2028-01-01"];
    const spread = spreadOf(segmentsOf(days.map((from) => ({ from }))), (who) => who.asOf.slice(0, 4), TODAY);
    expect(spread.map((s) => s.period.from)).toEqual([
      "2026-01-01",
      "2027-01-01",
      "2028-01-01",
      "2024-01-01",
      "2023-01-01",
      null,
    ]);
  });
});

/** Is this person in the group, by its structure? */
const isIn = ({ people }: Group, who: Audience): boolean =>
  (["region", "plan", "age", "account"] as const).every((f) => {
    const values = people[f];
    return values === undefined || ([values].flat() as unknown[]).includes(who[f]);
  });

test("groups cover exactly the people for whom something holds, each once", () => {
  const when = fc.record(
    {
      regions: fc.subarray(["DE", "EEA", "GB", "US", "US-CA"], { minLength: 1 }),
      plans: fc.subarray(["free", "paid", "business"] as const, { minLength: 1 }),
      age: fc.constantFrom("minor" as const, "adult" as const),
      account: fc.constantFrom("signed-in" as const, "non-user" as const),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(when, { minLength: 1, maxLength: 4 }), (conditions) => {
      const segments = segmentsOf(conditions);
      const holds = (who: Audience) => conditions.filter((c) => matchesAudience(c, who)).length % 2 === 1;
      const groups = spreadOf(segments, (who) => (holds(who) ? true : undefined), TODAY).flatMap(
        (s) => s.groups,
      );
      for (const { classes } of segments)
        for (const region of classes.region)
          for (const plan of classes.plan) {
            const who = audience({ region, plan, age: classes.age[0], account: classes.account[0] }, TODAY);
            expect(groups.filter((g) => isIn(g, who)).length).toBe(holds(who) ? 1 : 0);
          }
    }),
    { numRuns: 60 },
  );
});
