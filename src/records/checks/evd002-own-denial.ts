import { cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { rulesOf } from "./walk.ts";

/** EVD002: a denial cites the platform's own words. */
export const EVD002: PlatformCheck = {
  code: "EVD002",
  description: "`does-not-use` cites the platform's own words or an authority's, not reports alone.",
  why: "Only the platform can say what it does not do. Cite its own words or an authority’s, or write `not-stated`.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      if (rule.dataUse !== "does-not-use") continue;
      const kinds = rule.evidence.dataUse.map((ref) => cite(ref, p, operator)?.source.kind);
      if (kinds.every((k) => k === "news" || k === "research"))
        yield {
          path: [...path, "evidence", "dataUse"],
          found: "a denial that cites reports only",
          expected: "the platform's own words, or an authority's",
          fix: "Cite where the platform says it, or write `not-stated`.",
        };
    }
  },
};
