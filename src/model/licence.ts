/** The data's licence (SPDX id), and where it stands. */
export const LICENCE = {
  id: "CC-BY-4.0",
  name: "CC BY 4.0",
  title: "Creative Commons Attribution 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
} as const;

/** Whom to credit; Open Terms Archive's databases ask for it (ODC-By 1.0). */
export const ATTRIBUTION =
  "AI Data Use contributors (CC BY 4.0). Archived copies are located in Open Terms Archive collections (ODC-By 1.0).";
