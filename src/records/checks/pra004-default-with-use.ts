import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** PRA004: a rule has a default where something is used, and only there. */
export const PRA004: PlatformCheck = {
  code: "PRA004",
  description: "`defaultState` is present for `uses` and `may-use`, and absent otherwise.",
  why: "It says what happens to a person who does nothing, which only makes sense where something is used.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const used = rule.dataUse === "uses" || rule.dataUse === "may-use";
      if (used && rule.defaultState === undefined)
        yield {
          path,
          found: `${show(rule.dataUse)} without \`defaultState\``,
          expected: "`defaultState`",
          fix: 'Say what happens to a person who does nothing; "not-stated" where the documents do not.',
        };
      if (!used && rule.defaultState !== undefined)
        yield {
          path: [...path, "defaultState"],
          found: `\`defaultState\` with ${show(rule.dataUse)}`,
          expected: "no `defaultState`",
          fix: "Remove it: nothing is used.",
        };
    }
  },
};
