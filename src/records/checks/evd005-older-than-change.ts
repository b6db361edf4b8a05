import { firstDay, lastDay, type Operator, type Platform } from "../../model/index.ts";
import { type Cited, cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import type { Finding, Path } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/**
 * The last day on which a document is known to have said what is cited: when its copy was
 * captured, when it was seen, or the day that it gives itself, which can be later than the
 * copy ("in force from…"). Undefined where nothing dates it.
 */
function lastKnown({ source, passage }: Cited): string | undefined {
  const copies = source.copies ?? [];
  const read = passage ? copies.slice(passage.copy, passage.copy + 1) : copies;
  const days = [
    ...read.map((c) => c.captured),
    ...[source.published, source.seen].filter((d) => d !== undefined).map(lastDay),
  ];
  return days.sort().at(-1);
}

/** An announcement is about the future; every other document is about the present. */
const announces = ({ source }: Cited): boolean => source.kind === "announcement";

/** The newest day of the evidence, if all of it is dated, none of it announces, and all of it is before the day. */
function olderThan(
  day: string,
  refs: readonly string[],
  p: Platform,
  operator: Operator | undefined,
): string | undefined {
  const cited = refs.map((ref) => cite(ref, p, operator));
  const days = cited.map((c) => (c && !announces(c) ? lastKnown(c) : undefined));
  if (!days.every((d) => d !== undefined)) return undefined;
  const newest = days.sort().at(-1) as string;
  return newest < day ? newest : undefined;
}

const finding = (path: Path, since: string, newest: string): Finding => ({
  path,
  found: `evidence that ends on ${newest}, before the first day ${since}`,
  expected: "something of that day or later, or an announcement",
  fix: "Cite what was said on that day or later, or the announcement (kind `announcement`, or `published` with the day on which the document takes effect).",
});

/** EVD005: evidence is not older than the change that it should prove. */
export const EVD005: PlatformCheck = {
  code: "EVD005",
  description:
    "The evidence of a rule with a first day, or of an event, is not all older than that day, unless it announces it.",
  why: "What was read before a day cannot show that something applies from then on. Evidence without any date is not counted as older.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      const since = rule.when?.from;
      const newest = since && olderThan(firstDay(since), rule.evidence.dataUse, p, operator);
      if (newest) yield finding([...path, "evidence", "dataUse"], since, newest);
    }
    for (const [i, { dates, evidence }] of p.events.entries()) {
      const { effective, ...known } = dates;
      // Known beforehand: the event says itself that it was made known, seen or reported ahead.
      if (
        effective === undefined ||
        Object.values(known).some((d) => d !== undefined && firstDay(d) < firstDay(effective))
      )
        continue;
      const newest = olderThan(firstDay(effective), evidence, p, operator);
      if (newest) yield finding(["events", i, "evidence"], effective, newest);
    }
  },
};
