import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Audience, When } from "../../src/model/index.ts";
import { inWords, matches, type People, peopleOf, representative, segmentsOf } from "../../src/policy/index.ts";
import { arbWhen } from "../fixtures/arbitrary.ts";

/** The segments in which a condition holds, in words. */
const words = (when: When, ...others: When[]): string[] => {
  const all = segmentsOf([when, ...others]);
  return peopleOf(
    all.filter((s) => matches(when, representative(s))),
    all,
  ).map(inWords);
};

describe("people and days in words", () => {
  test.each<[When, string]>([
    [{}, "everybody, always"],
    [{ age: "adult", regions: ["EEA", "CH"], from: "2025-11-03" }, "adults, in EEA or CH, since 2025-11-03"],
    [{ plans: ["paid", "free"], until: "2024-09" }, "on free or paid, before 2024-09-01"],
    [{ account: "non-user", from: "2024", until: "2025" }, "non-users, from 2024-01-01 until 2025-01-01"],
  ])("%j", (when, expected) => expect(words(when)).toEqual([expected]));

  test("what other conditions tell apart, and this one does not, is not named", () =>
    expect(words({ regions: ["GB"] }, { plans: ["free"], from: "2024" }, { regions: ["US"] })).toEqual(["in GB"]));

  test("the rest of the world is named where it is meant", () => {
    const all = segmentsOf([{ regions: ["GB"] }]);
    const rest = all.filter((s) => representative(s).region === null);
    expect(peopleOf(rest, all).map(inWords)).toEqual(["in the rest of the world"]);
  });
});

const isAmong = ({ values, interval }: People, who: Audience): boolean =>
  (values.region === null || values.region.includes(who.region)) &&
  (values.plan?.includes(who.plan) ?? true) &&
  (values.age?.includes(who.age) ?? true) &&
  (values.account?.includes(who.account) ?? true) &&
  (interval.from ?? "") <= who.asOf &&
  who.asOf < (interval.until ?? "9999");

test("the groups are exactly the segments given, each once", () =>
  fc.assert(
    fc.property(fc.array(arbWhen, { minLength: 1, maxLength: 3 }), (conditions) => {
      const all = segmentsOf(conditions);
      const some = all.filter((s) => matches(conditions[0], representative(s)));
      const people = peopleOf(some, all);
      for (const segment of all) expect(people.filter((p) => isAmong(p, representative(segment))).length).toBe(some.includes(segment) ? 1 : 0);
      expect(people.length).toBeLessThanOrEqual(some.length);
    }),
    { numRuns: 60 },
  ));
