import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** PRA008: only a denial is limited to some models. */
export const PRA008: PlatformCheck = {
  code: "PRA008",
  description: "`onlyModels` is present for `does-not-use` only.",
  why: "It limits a denial. The models of a use are said by the practice's `model` and the rule's note.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p))
      if (rule.onlyModels !== undefined && rule.dataUse !== "does-not-use")
        yield {
          path: [...path, "onlyModels"],
          found: `\`onlyModels\` with ${show(rule.dataUse)}`,
          expected: "no `onlyModels`",
          fix: "Remove it; the practice's `model` and the rule's note say which models are meant.",
        };
  },
};
