import { expandRegion, regionName } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { rulesOf } from "./walk.ts";

/** Do two lists of regions share a place? A country and a part of it do. */
function meet(a: readonly string[], b: readonly string[]): boolean {
  const places = new Set(a.flatMap(expandRegion));
  return b
    .flatMap(expandRegion)
    .some(
      (place) =>
        places.has(place) ||
        places.has(place.slice(0, 2)) ||
        [...places].some((p) => p.slice(0, 2) === place),
    );
}

const names = (regions: readonly string[]): string =>
  regions.map((code) => regionName(code) ?? code).join(", ");

/** EVD006: a rule for regions cites more than documents for other regions. */
export const EVD006: PlatformCheck = {
  code: "EVD006",
  description: "A rule for regions does not cite only documents that are for other regions.",
  why: "A notice for the United States says nothing about people in Europe. Cite the document that is for them, or write `not-stated`.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      const regions = rule.when?.regions;
      if (!regions) continue;
      for (const [fact, refs] of Object.entries(rule.evidence)) {
        const documents = (refs ?? []).map((ref) => cite(ref, p, operator)?.source.when?.regions);
        if (
          documents.length === 0 ||
          !documents.every((theirs) => theirs !== undefined && !meet(theirs, regions))
        )
          continue;
        yield {
          path: [...path, "evidence", fact],
          found: `evidence for ${names([...new Set(documents.flatMap((d) => d ?? []))])} only`,
          expected: `a document that is for ${names(regions)}`,
          fix: "Cite the document that is for them, or correct the source's `when`, or write `not-stated`.",
        };
      }
    }
  },
};
