import type { Rule } from "../../model/index.ts";
import type { Kind } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { kindOf } from "./knd001-kinds-of-data.ts";

const uses = (rule: Rule): boolean => rule.dataUse === "uses" || rule.dataUse === "may-use";

/** Does a rule exclude data of a kind, and include none of it? */
function excludes(rule: Rule, kind: Kind): boolean {
  const { includes = [], excludes: excluded = [] } = rule.data ?? {};
  return excluded.some((c) => kindOf(c) === kind) && !includes.some((c) => kindOf(c) === kind);
}

/** KND002: a practice is not about a kind that none of its uses include. */
export const KND002: PlatformCheck = {
  code: "KND002",
  description: "No kind in a practice's `kinds` is excluded by every rule that uses data.",
  why: "Data that is always excluded is not used. Remove the kind; the rules' `data.excludes` already say it.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries()) {
      const using = practice.rules.filter(uses);
      if (using.length === 0) continue;
      for (const [k, kind] of practice.kinds.entries())
        if (using.every((rule) => excludes(rule, kind)))
          yield {
            path: ["practices", i, "kinds", k],
            found: `${show(kind)}, which every rule that uses data excludes`,
            expected: "a kind that a rule uses",
            fix: "Remove the kind; the rules' `data.excludes` already say it.",
          };
    }
  },
};
