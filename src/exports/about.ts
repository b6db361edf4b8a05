import { ATTRIBUTION, LICENCE, SCHEMA_VERSION } from "../model/index.ts";
import type { ExportInput } from "./input.ts";

/**
 * The edition of the files: raised whenever the same records come to other bytes, so that
 * files that were published before are made anew. A test holds the two together.
 */
export const EDITION = 2;

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
