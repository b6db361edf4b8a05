import type { WITHDRAWAL } from "../../model/index.ts";
import type { DatasetCheck } from "../check.ts";

/** How many successors a withdrawal names at least, by its reason. */
const LEAST: Partial<Record<keyof typeof WITHDRAWAL, number>> = { merged: 1, duplicate: 1, split: 2 };

/** WDR002: a record that was merged, split or is a duplicate names those that answer instead. */
export const WDR002: DatasetCheck = {
  code: "WDR002",
  description:
    "A record that was withdrawn as `merged` or `duplicate` names its successor, one that was `split` at least two.",
  why: "The reason says that another record answers; without its name no one finds it. Name it, or give another reason.",
  scope: "dataset",
  *run({ platforms, operators }) {
    for (const { file, record } of [...platforms.values(), ...operators.values()]) {
      if (!record.withdrawn) continue;
      const { reason, successors = [] } = record.withdrawn;
      const least = LEAST[reason] ?? 0;
      if (successors.length < least)
        yield {
          file,
          path: ["withdrawn", ...(successors.length > 0 ? ["successors"] : [])],
          found: `\`${reason}\` with ${successors.length === 0 ? "no successor" : "one successor"}`,
          expected: least === 1 ? "`successors`" : "`successors` with at least two records",
          fix: "Name the records that answer instead, or give another reason.",
        };
    }
  },
};
