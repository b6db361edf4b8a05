import type { MetadataFormat } from "./format.ts";

/** As `sha256sum --check` reads it. */
export const sums: MetadataFormat = {
  name: "sums",
  mediaType: "text/plain",
  description: "SHA-256 of every file.",
  load: [{ tool: "sha256sum", command: "curl -s {url} | sha256sum --check --ignore-missing" }],
  path: "SHA256SUMS",
  text: (_, __, all) =>
    [...all]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((f) => `${f.sha256}  ${f.path}\n`)
      .join(""),
};
