import type { SourcesCheck } from "../check.ts";
import { doubles } from "./findings.ts";

/** IDS003: ids of sources and passages are unique. */
export const IDS003: SourcesCheck = {
  code: "IDS003",
  description: "Ids of sources are unique within the record, ids of passages within their source.",
  why: "Evidence names sources and passages by id; a double makes it ambiguous. Rename one, and the evidence that means it.",
  scope: "sources",
  *run(sources) {
    yield* doubles(sources, ["sources"]);
    for (const [i, source] of sources.entries())
      yield* doubles(source.passages ?? [], ["sources", i, "passages"]);
  },
};
