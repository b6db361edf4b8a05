import type { PlatformCheck } from "../check.ts";
import { rulesOf } from "./walk.ts";

/** EVD001: every fact of a rule has evidence of its own. */
export const EVD001: PlatformCheck = {
  code: "EVD001",
  description: "`defaultState`, `data` and `legalBasis` each have evidence of their own.",
  why: "A document that admits a use seldom says what the default is; each fact needs the words that say it.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const stated = {
        defaultState: rule.defaultState !== undefined && rule.defaultState !== "not-stated",
        data: rule.data !== undefined,
        legalBasis: rule.legalBasis !== undefined,
      };
      for (const fact of ["defaultState", "data", "legalBasis"] as const) {
        const has = rule.evidence[fact] !== undefined;
        if (stated[fact] && !has)
          yield {
            path: [...path, "evidence"],
            found: `\`${fact}\` without evidence`,
            expected: `evidence.${fact}`,
            fix:
              fact === "defaultState"
                ? 'Point to the words that say it, or write "not-stated".'
                : "Point to the words that say it, or remove the field.",
          };
        if (has && rule[fact] === undefined)
          yield {
            path: [...path, "evidence", fact],
            found: `evidence for \`${fact}\`, which the rule does not state`,
            expected: `\`${fact}\` in the rule`,
            fix: "State the fact, or remove its evidence.",
          };
      }
    }
  },
};
