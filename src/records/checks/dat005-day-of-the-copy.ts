import { daysBetween, lastDay, type Operator, type Platform, type Source } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import type { Finding, Path } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** A document's own date says when its words began to apply only where it is not much older than the copy. */
const REASONABLE_DAYS = 366;

/** The copies that pointers cite, each with its source. */
function copiesCited(refs: readonly string[], p: Platform, operator: Operator | undefined) {
  const found = new Map<string, { captured: string; source: Source }>();
  for (const ref of refs) {
    const cited = cite(ref, p, operator);
    const copies = cited?.source.copies ?? [];
    const read = cited?.passage ? copies.slice(cited.passage.copy, cited.passage.copy + 1) : copies;
    for (const { commit, path, captured } of read)
      found.set(`${commit}:${path}`, { captured, source: cited?.source as Source });
  }
  return [...found.values()];
}

/** The document's own date, where the only cited copy was captured on this day and the date is earlier. */
function ownDate(
  day: string | undefined,
  refs: readonly string[],
  p: Platform,
  operator: Operator | undefined,
): string | undefined {
  if (day === undefined) return undefined;
  const [copy, ...others] = copiesCited(refs, p, operator);
  const published = copy?.source.published;
  if (!copy || others.length > 0 || copy.captured !== day || published === undefined) return undefined;
  const age = daysBetween(lastDay(published), copy.captured);
  return age > 0 && age <= REASONABLE_DAYS ? published : undefined;
}

const finding = (path: Path, day: string, published: string): Finding => ({
  path,
  found: `${day}, the day on which the only cited copy was captured`,
  expected: `the document's own date (${published}), or the day on which it changed`,
  fix: "Write the document's date, unless an older copy shows that it did not say this yet: then except it in data/exceptions.json.",
});

/** DAT005: what begins with a document begins on its date, not on the day of the copy. */
export const DAT005: PlatformCheck = {
  code: "DAT005",
  description:
    "A rule's `from`, or an event's only date, is not the day on which the only cited copy was captured, where the document gives an earlier date.",
  why: "An archive captures a document some days after it changed; the document says since when it applies.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      const from = rule.when?.from;
      const published = ownDate(from, rule.evidence.dataUse, p, operator);
      if (from && published) yield finding([...path, "when", "from"], from, published);
    }
    for (const [i, { dates, evidence }] of p.events.entries()) {
      const [[name, date] = [], ...others] = Object.entries(dates).filter(([, d]) => d !== undefined);
      const published = others.length === 0 ? ownDate(date, evidence, p, operator) : undefined;
      if (name && date && published) yield finding(["events", i, "dates", name], date, published);
    }
  },
};
