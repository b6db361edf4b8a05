import { ATTRIBUTION, LICENCE, SCHEMA_VERSION } from "../model/index.ts";
import type { ExportInput } from "./input.ts";

/**
 * The edition of the files. Raise it whenever the same records give other bytes, so that files that
 * were published before are rebuilt; a test reminds you.
 */
export const EDITION = 9;

/** The facts about the dataset that every format has. */
export const about = ({ release }: Pick<ExportInput, "release">) => ({
  name: "ai-data-use",
  release: release.version,
  date: release.date,
  digest: release.digest,
  schemaVersion: SCHEMA_VERSION,
  licence: LICENCE.id,
  attribution: ATTRIBUTION,
});
