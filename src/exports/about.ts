import { ATTRIBUTION, LICENCE, SCHEMA_VERSION } from "../model/index.ts";
import type { ExportInput } from "./input.ts";

/** What every format says of itself. */
export const about = ({ release }: Pick<ExportInput, "release">) => ({
  name: "ai-data-use",
  release: release.version,
  date: release.date,
  digest: release.digest,
  schemaVersion: SCHEMA_VERSION,
  licence: LICENCE.id,
  attribution: ATTRIBUTION,
});
