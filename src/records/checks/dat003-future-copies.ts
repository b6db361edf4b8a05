import type { SourcesCheck } from "../check.ts";
import { future } from "./findings.ts";

/** DAT003: no copy was taken, and no page seen, in the future. */
export const DAT003: SourcesCheck = {
  code: "DAT003",
  description: "No copy was captured, and no page seen, in the future.",
  why: "Such a date is a typing error, and would make evidence look newer than it is.",
  scope: "sources",
  *run(sources, today) {
    for (const [i, source] of sources.entries()) {
      yield* future(source.seen, today, ["sources", i, "seen"], "seen");
      for (const [j, copy] of (source.copies ?? []).entries())
        yield* future(copy.captured, today, ["sources", i, "copies", j, "captured"], "captured");
    }
  },
};
