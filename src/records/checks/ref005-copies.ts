import type { SourcesCheck } from "../check.ts";

/** REF005: passages name copies that exist. */
export const REF005: SourcesCheck = {
  code: "REF005",
  description: "A passage's `copy` is the index of one of its source's copies.",
  why: "A passage is verified in the copy in which it was read. Name one of the copies, counted from 0.",
  scope: "sources",
  *run(sources) {
    for (const [i, source] of sources.entries())
      for (const [j, passage] of (source.passages ?? []).entries()) {
        const copies = source.copies?.length ?? 0;
        if (passage.copy >= copies)
          yield {
            path: ["sources", i, "passages", j, "copy"],
            found: `copy ${passage.copy}`,
            expected: copies === 0 ? "a source with copies" : `an index from 0 to ${copies - 1}`,
            fix:
              copies === 0
                ? "Add the archived copy to `copies`, or remove the passage."
                : "Name the copy that was read.",
          };
      }
  },
};
