import { SCHEMA_VERSION } from "../model/index.ts";
import type { ExportInput } from "./input.ts";

/** What every format says of the data's licence and whom to credit. */
export const LICENCE = "CC-BY-4.0";
export const LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/";
export const ATTRIBUTION = "AI Data Use contributors (CC BY 4.0). Archived copies are located in Open Terms Archive collections (ODC-By 1.0).";

/** What every format says of itself. */
export const about = ({ release }: Pick<ExportInput, "release">) => ({
  name: "ai-data-use",
  release: release.version,
  date: release.date,
  digest: release.digest,
  schemaVersion: SCHEMA_VERSION,
  licence: LICENCE,
  attribution: ATTRIBUTION,
});
