import type { SourcesCheck } from "../check.ts";

/** EVD003: fingerprints are computed. */
export const EVD003: SourcesCheck = {
  code: "EVD003",
  description: "A passage's fingerprint is computed, not a placeholder.",
  why: "A fingerprint lets anyone check the words against the archive. `npm run evidence -- fingerprint` computes it.",
  scope: "sources",
  *run(sources) {
    for (const [i, source] of sources.entries())
      for (const [j, passage] of (source.passages ?? []).entries())
        if (/^(.)\1*$/.test(passage.sha256))
          yield {
            path: ["sources", i, "passages", j, "sha256"],
            found: "a placeholder",
            expected: "the SHA-256 of the normalised passage",
            fix: "Run `npm run evidence -- fingerprint` for this record.",
          };
  },
};
