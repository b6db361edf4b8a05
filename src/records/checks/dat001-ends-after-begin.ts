import { firstDay } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";
import type { Finding, Path } from "../problems.ts";
import { rulesOf } from "./walk.ts";

const crossed = (
  when: { from?: string | undefined; until?: string | undefined } | undefined,
  path: Path,
): Finding[] =>
  when?.from !== undefined && when.until !== undefined && firstDay(when.until) <= firstDay(when.from)
    ? [
        {
          path: [...path, "until"],
          found: `until ${when.until}, from ${when.from}`,
          expected: "an end after the start",
          fix: "Correct one of the two; `until` is the first day no longer covered.",
        },
      ]
    : [];

/** DAT001: nothing ends before it starts. */
export const DAT001: PlatformCheck = {
  code: "DAT001",
  description: "`until` is after `from`.",
  why: "`until` is the first day no longer covered, so it comes after `from`.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) yield* crossed(rule.when, [...path, "when"]);
    for (const [i, control] of p.controls.entries()) yield* crossed(control.when, ["controls", i, "when"]);
  },
};
