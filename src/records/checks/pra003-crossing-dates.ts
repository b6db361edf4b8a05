import { ALL_DIMENSIONS, firstDay, type Practice, type Rule, type When } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";

/** The audience part of a condition, in a form that can be compared. */
const audienceKey = (when: When | undefined): string =>
  JSON.stringify(
    ALL_DIMENSIONS.map((d) => (when && d.wanted(when) ? [...(d.wanted(when) as string[])].sort() : null)),
  );
const startOf = (rule: Rule): string => (rule.when?.from ? firstDay(rule.when.from) : "");
const endOf = (rule: Rule): string => (rule.when?.until ? firstDay(rule.when.until) : "9999-12-31");

/** Do two intervals overlap in part: each with days of its own and days in common? */
const cross = (a: Rule, b: Rule): boolean => {
  const [x, y] = startOf(a) <= startOf(b) ? [a, b] : [b, a];
  return startOf(x) < startOf(y) && startOf(y) < endOf(x) && endOf(x) < endOf(y);
};

/** A later rule without an end below a newer one ("since 2025 this, since 2023 that") is not a contradiction. */
function* crossing(practice: Practice): Generator<{ index: number; rule: Rule; other: Rule }> {
  for (const [j, rule] of practice.rules.entries())
    for (const other of practice.rules.slice(0, j))
      if (
        audienceKey(rule.when) === audienceKey(other.when) &&
        endOf(rule) !== "9999-12-31" &&
        endOf(other) !== "9999-12-31" &&
        cross(rule, other)
      )
        yield { index: j, rule, other };
}

/** PRA003: rules for the same people do not overlap in part. */
export const PRA003: PlatformCheck = {
  code: "PRA003",
  description:
    "Two rules for the same people do not overlap in part: their dates follow each other, or one lies within the other.",
  why: "Which of the two applies on the common days would depend on their order alone. Let one start where the other ends.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries())
      for (const { index, rule, other } of crossing(practice))
        yield {
          path: ["practices", i, "rules", index, "when"],
          found: `${rule.when?.from ?? "always"} to ${rule.when?.until}, which overlaps the rule ${show(other.id)} (${other.when?.from ?? "always"} to ${other.when?.until})`,
          expected: "dates that follow each other (`until` is the first day no longer covered)",
          fix: "Let one start where the other ends.",
        };
  },
};
