import { parseRef } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";
import { unknown } from "./findings.ts";
import { evidenceRefs, sourcesFor } from "./walk.ts";

/** REF002: evidence points to sources and passages that exist. */
export const REF002: PlatformCheck = {
  code: "REF002",
  description: "Evidence points to a source, and a passage of it, that exists.",
  why: "Evidence that leads nowhere proves nothing. Correct the pointer, or add the source or passage.",
  scope: "platform",
  fix: "writes the source or passage that an unambiguous typing error means",
  *run(p, dataset) {
    for (const { ref, path } of evidenceRefs(p)) {
      const { shared, source: id, passage } = parseRef(ref);
      const sources = sourcesFor(p, ref, dataset);
      const prefix = shared ? "operator:" : "";
      const where = shared ? `data/operators/${p.operator}.json` : "this record's sources";
      const source = sources.find((s) => s.id === id);
      if (!source) {
        yield unknown(
          path,
          "the source",
          id,
          sources.map((s) => s.id),
          where,
          (meant) => `${prefix}${meant}${passage === undefined ? "" : `#${passage}`}`,
        );
        continue;
      }
      const passages = (source.passages ?? []).map((x) => x.id);
      if (passage !== undefined && !passages.includes(passage))
        yield unknown(
          path,
          "the passage",
          passage,
          passages,
          `the source ${id} in ${where}`,
          (meant) => `${prefix}${id}#${meant}`,
        );
    }
  },
};
