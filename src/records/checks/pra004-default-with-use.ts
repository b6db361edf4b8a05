import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** PRA004: a default stands where something is used, and only there. */
export const PRA004: PlatformCheck = {
  code: "PRA004",
  description: "`default` stands with `uses` and `may-use`, and nowhere else.",
  why: "A default says what happens to somebody who does nothing, which only makes sense where something is used.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const used = rule.dataUse === "uses" || rule.dataUse === "may-use";
      if (used && rule.defaultState === undefined)
        yield {
          path,
          found: `${show(rule.dataUse)} without a default`,
          expected: "a `default`",
          fix: 'Say what happens to somebody who does nothing; "not-stated" where the documents do not.',
        };
      if (!used && rule.defaultState !== undefined)
        yield {
          path: [...path, "defaultState"],
          found: `a default with ${show(rule.dataUse)}`,
          expected: "no `default`",
          fix: "Remove it: nothing is used.",
        };
    }
  },
};
