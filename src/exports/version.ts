/**
 * A release's version as a semantic version, which npm, Croissant and Data Packages ask for: it has no leading
 * zeros, so `2026.01.3` is `2026.1.3`. Records that are in no release are before every release.
 */
export const semanticVersion = (release: string): string =>
  release === "unreleased" ? "0.0.0-unreleased" : release.split(".").map(Number).join(".");
