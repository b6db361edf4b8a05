import type { PlatformCheck } from "../check.ts";
import { future } from "./findings.ts";

/** DAT002: observed and reported dates are not in the future. */
export const DAT002: PlatformCheck = {
  code: "DAT002",
  description: "What was observed, reported, announced, verified or withdrawn is not in the future.",
  why: "These dates are in the past by definition. A planned date is `effective`, made known by an `announced` that has passed.",
  scope: "platform",
  *run(p, _dataset, today) {
    for (const [i, event] of p.events.entries())
      for (const key of ["observed", "reported", "announced"] as const)
        yield* future(event.dates[key], today, ["events", i, "dates", key], key);
    yield* future(p.withdrawn?.date, today, ["withdrawn", "date"], "withdrawn");
    yield* future(p.review.verified, today, ["review", "verified"], "verified");
  },
};
