import type { SourcesCheck } from "../check.ts";
import { duplicateIds } from "./findings.ts";

/** IDS003: ids of sources and passages are unique. */
export const IDS003: SourcesCheck = {
  code: "IDS003",
  description: "Ids of sources are unique within the record, ids of passages within their source.",
  why: "Evidence names sources and passages by id; a duplicate makes it ambiguous. Rename one, and the evidence that cites it.",
  scope: "sources",
  *run(sources) {
    yield* duplicateIds(sources, ["sources"]);
    for (const [i, source] of sources.entries())
      yield* duplicateIds(source.passages ?? [], ["sources", i, "passages"]);
  },
};
