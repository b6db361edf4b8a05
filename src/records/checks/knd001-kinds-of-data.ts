import { DATA_CATEGORY, KIND, termsOf } from "../../model/index.ts";
import type { Kind } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** The kind of data that a category belongs to; undefined for a format or a qualifier, which belong to none. */
export const kindOf = (category: keyof typeof DATA_CATEGORY): Kind | undefined => {
  const { kind } = DATA_CATEGORY[category];
  return termsOf(KIND).find((term) => term === kind);
};

/** KND001: the data that a rule names is of the kinds that its practice is about. */
export const KND001: PlatformCheck = {
  code: "KND001",
  description: "The kind of every category in a rule's `data.includes` is in the practice's `kinds`.",
  why: "Answers are found by kind of data. Add the kind, or, where it has another answer, write a practice for it.",
  scope: "platform",
  *run(p) {
    for (const { practice, rule, path } of rulesOf(p))
      for (const [k, category] of (rule.data?.includes ?? []).entries()) {
        const kind = kindOf(category);
        if (kind !== undefined && !practice.kinds.includes(kind))
          yield {
            path: [...path, "data", "includes", k],
            found: `${show(category)}, which is of the kind ${show(kind)}`,
            expected: `data of the practice's kinds (${practice.kinds.join(", ")})`,
            fix: `Add ${show(kind)} to \`kinds\`, or move this data to a practice of its own.`,
          };
      }
  },
};
