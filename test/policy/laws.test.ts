import fc from "fast-check";
import { expect, test } from "vitest";
import { FACETS, firstDay } from "../../src/model/index.ts";
import {
  concerns,
  conditionsOfPlatform,
  matches,
  representative,
  resolve,
  segmentsOf,
  winningRule,
} from "../../src/policy/index.ts";
import { arbAudience, arbPlatform } from "../fixtures/arbitrary.ts";

const answerOf = (p: Parameters<typeof resolve>[0], who: Parameters<typeof resolve>[1]) => {
  const { headline, kinds, worst, practices } = resolve(p, who);
  return {
    headline,
    kinds,
    worst,
    practices: practices.map(({ rule, verdict, controls }) => ({
      rule,
      verdict,
      controls: controls.map((c) => c.id),
    })),
  };
};

test("resolving always answers, with every practice that concerns the person once", () => {
  fc.assert(
    fc.property(arbPlatform, arbAudience, (p, who) => {
      const r = resolve(p, who);
      expect(r.practices.map((x) => x.id)).toEqual(
        p.practices.filter((x) => concerns(x, who)).map((x) => x.id),
      );
      for (const x of r.practices) expect(x.rule).not.toBeNull();
    }),
  );
});

test("the first rule that matches answers", () => {
  fc.assert(
    fc.property(arbPlatform, arbAudience, (p, who) => {
      const [practice] = p.practices;
      if (!practice) return;
      const rules = practice.rules;
      const index = rules.indexOf(winningRule(practice, who) as (typeof rules)[number]);
      expect(rules.slice(0, index).some((r) => matches(r.when, who))).toBe(false);
    }),
  );
});

test("narrowing an audience never changes the answer for the part that stays", () => {
  // Whoever lies in a segment gets the segment's answer, however small the part of it that is asked about.
  fc.assert(
    fc.property(arbPlatform, arbAudience, (p, who) => {
      const inside = segmentsOf(conditionsOfPlatform(p)).filter(({ classes, interval }) => {
        const day =
          (interval.from === null || interval.from <= who.asOf) &&
          (interval.until === null || who.asOf < interval.until);
        return day && FACETS.every((facet) => (classes[facet] as readonly unknown[]).includes(who[facet]));
      });
      // Places that no rule names, groups and subdivisions of unnamed countries lie in no class of their own.
      fc.pre(inside.length > 0);
      expect(inside).toHaveLength(1);
      for (const segment of inside) expect(answerOf(p, representative(segment))).toEqual(answerOf(p, who));
    }),
  );
});

test("segments cover every audience of each other once: their representatives are all distinct", () => {
  fc.assert(
    fc.property(arbPlatform, (p) => {
      const keys = segmentsOf(conditionsOfPlatform(p)).map((s) => JSON.stringify(representative(s)));
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

test("the order of independent rules does not matter", () => {
  fc.assert(
    fc.property(arbPlatform, arbAudience, fc.nat(), (p, who, at) => {
      const [practice] = p.practices;
      if (!practice || practice.rules.length < 3) return;
      const i = at % (practice.rules.length - 2);
      const [a, b] = [practice.rules[i], practice.rules[i + 1]];
      if (!a || !b) return;
      // Independent: nobody on any day is met by both.
      const both = segmentsOf([a.when ?? {}, b.when ?? {}])
        .map(representative)
        .some((x) => matches(a.when, x) && matches(b.when, x));
      fc.pre(!both);
      const rules = [...practice.rules.slice(0, i), b, a, ...practice.rules.slice(i + 2)];
      expect(answerOf({ ...p, practices: [{ ...practice, rules }] }, who)).toEqual(answerOf(p, who));
    }),
  );
});

test("nothing answers before its first day or from its last on", () => {
  fc.assert(
    fc.property(arbPlatform, arbAudience, (p, who) => {
      const won = p.practices[0] && winningRule(p.practices[0], who);
      if (won?.when?.from) expect(who.asOf >= firstDay(won.when.from)).toBe(true);
      if (won?.when?.until) expect(who.asOf < firstDay(won.when.until)).toBe(true);
    }),
  );
});
