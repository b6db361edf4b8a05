import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** PRA007: a permission, and nothing else, says whether it names AI. */
export const PRA007: PlatformCheck = {
  code: "PRA007",
  description: "`namesAi` is present for `may-use`, and absent otherwise.",
  why: "A licence that never mentions AI is not shown like a clause about training.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      if (rule.dataUse === "may-use" && rule.namesAi === undefined)
        yield {
          path,
          found: '"may-use" without `namesAi`',
          expected: "`namesAi`, true or false",
          fix: "Write true where the clause mentions AI, machine learning or training; else false.",
        };
      if (rule.dataUse !== "may-use" && rule.namesAi !== undefined)
        yield {
          path: [...path, "namesAi"],
          found: `\`namesAi\` with ${show(rule.dataUse)}`,
          expected: "no `namesAi`",
          fix: "Remove it: only permissions (`may-use`) have it.",
        };
    }
  },
};
