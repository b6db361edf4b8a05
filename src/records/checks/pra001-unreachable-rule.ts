import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { winnersOf } from "./groups.ts";

/** PRA001: every rule can match someone. */
export const PRA001: PlatformCheck = {
  code: "PRA001",
  description: "Every rule is the first match for someone on some day.",
  why: "Rules are read in order; one that never matches has no effect. Move it up, narrow the rule above it, or remove it.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries()) {
      const winners = new Set(winnersOf(practice));
      for (const [j, rule] of practice.rules.entries())
        if (!winners.has(rule))
          yield {
            path: ["practices", i, "rules", j],
            found: `the rule ${show(rule.id)}, which can never match: the rules above it match everyone it is for`,
            expected: "a rule that matches someone on some day",
            fix: "Move it above the rule that hides it, narrow that rule's `when`, or remove it.",
          };
    }
  },
};
