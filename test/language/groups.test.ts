import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupInWords, groupsOf, type PeopleAndDays } from "../../src/language/en/index.ts";
import type { Audience, When } from "../../src/model/index.ts";
import { matches, representative, segmentsOf } from "../../src/policy/index.ts";
import { arbWhen } from "../fixtures/arbitrary.ts";

/** The segments in which a condition holds, in words. */
const words = (when: When, ...others: When[]): string[] => {
  const all = segmentsOf([when, ...others]);
  return groupsOf(
    all.filter((s) => matches(when, representative(s))),
    all,
  ).map(groupInWords);
};

describe("people and days in words", () => {
  test.each<[When, string]>([
    [{}, "everyone"],
    [
      { age: "adult", regions: ["EEA", "CH"], from: "2025-11-03" },
      "adults in the EEA and Switzerland, from 3 November 2025",
    ],
    [
      { plans: ["paid", "free"], until: "2024-09" },
      "people on the free plan or a paid plan, until 1 September 2024",
    ],
    [
      { account: "non-user", from: "2024", until: "2025" },
      "people who do not use it, from 1 January 2024 until 1 January 2025",
    ],
  ])("%j", (when, expected) => expect(words(when)).toEqual([expected]));

  test("what other conditions tell apart, and this one does not, is not named", () =>
    expect(words({ regions: ["GB"] }, { plans: ["free"], from: "2024" }, { regions: ["US"] })).toEqual([
      "people in the United Kingdom",
    ]));

  test("the rest of the world is named where it is meant", () => {
    const all = segmentsOf([{ regions: ["GB"] }]);
    const rest = all.filter((s) => representative(s).region === null);
    expect(groupsOf(rest, all).map(groupInWords)).toEqual(["people in the rest of the world"]);
  });
});

const among = <T>(values: unknown, value: T): boolean =>
  values === undefined || (values as readonly T[]).includes(value);
const isAmong = ({ people, interval }: PeopleAndDays, who: Audience): boolean =>
  (["region", "plan", "age", "account"] as const).every((facet) => among(people[facet], who[facet])) &&
  (interval.from ?? "") <= who.asOf &&
  who.asOf < (interval.until ?? "9999");

test("the groups are exactly the segments given, each once", () =>
  fc.assert(
    fc.property(
      fc.array(arbWhen, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 7 }),
      (conditions, nth) => {
        const all = segmentsOf(conditions);
        // Any of them, not only neighbours: every nth is left out.
        const some = all.filter((_, i) => i % (nth + 1) !== 0);
        const groups = groupsOf(some, all);
        for (const segment of all)
          expect(groups.filter((p) => isAmong(p, representative(segment))).length).toBe(
            some.includes(segment) ? 1 : 0,
          );
        expect(groups.length).toBeLessThanOrEqual(some.length);
      },
    ),
    { numRuns: 60 },
  ));
