import { firstDay, lastDay } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";

/** DAT004: what was announced came before it took effect. */
export const DAT004: PlatformCheck = {
  code: "DAT004",
  description: "Nothing is announced after it took effect (that is `observed` or `reported`).",
  why: "A change that became known only afterwards is `observed` or `reported`.",
  scope: "platform",
  exceptions: true,
  *run(p) {
    for (const [i, { dates }] of p.events.entries())
      if (
        dates.announced !== undefined &&
        dates.effective !== undefined &&
        firstDay(dates.announced) > lastDay(dates.effective)
      )
        yield {
          path: ["events", i, "dates", "announced"],
          found: `announced ${dates.announced}, effective ${dates.effective}`,
          expected: "an announcement on or before the effective day",
          fix: "If it became known only afterwards, write `observed` or `reported`.",
        };
  },
};
