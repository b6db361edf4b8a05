import type { Audience } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";
import { peopleOf, winnersOf } from "./groups.ts";

/** People and a day in words: `region DE, plan free, age adult, account signed-in, on 2024-10-01`. */
const describe = (who: Audience): string =>
  `region ${who.region ?? "rest of the world"}, plan ${who.plan}, age ${who.age}, account ${who.account}, on ${who.asOf}`;

/** PRA002: every table answers for everyone. */
export const PRA002: PlatformCheck = {
  code: "PRA002",
  description: "Every decision table answers for every audience and day.",
  why: "Everyone gets an answer on every day. End the table with a rule without `when`.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries()) {
      const gap = peopleOf(practice)[winnersOf(practice).indexOf(undefined)];
      if (gap)
        yield {
          path: ["practices", i, "rules"],
          found: `no answer for ${describe(gap)}`,
          expected: "an answer for every audience and day",
          fix: "End the table with a rule without `when`; `not-stated` is an honest answer.",
        };
    }
  },
};
