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
      const used = rule.use === "uses" || rule.use === "may-use";
      if (used && rule.default === undefined)
        yield {
          path,
          found: `${show(rule.use)} without a default`,
          expected: "a `default`",
          mend: 'Say what happens to somebody who does nothing; "not-stated" where the documents do not.',
        };
      if (!used && rule.default !== undefined)
        yield {
          path: [...path, "default"],
          found: `a default with ${show(rule.use)}`,
          expected: "no `default`",
          mend: "Remove it: nothing is used.",
        };
    }
  },
};
