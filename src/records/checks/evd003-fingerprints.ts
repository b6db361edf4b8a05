import type { SourcesCheck } from "../check.ts";

/** EVD003: fingerprints were computed. */
export const EVD003: SourcesCheck = {
  code: "EVD003",
  description: "A passage's fingerprint was computed.",
  why: "A fingerprint lets anybody check the words. `npm run evidence -- fingerprint` computes it.",
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
