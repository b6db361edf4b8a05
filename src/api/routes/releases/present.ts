import type * as z from "zod";
import type { Release } from "../../../db/index.ts";
import type { releaseSchema } from "./schema.ts";

/** A release as the API gives it. */
export const presentRelease = ({
  version,
  date,
  previous,
  notes,
  digest,
  recordCount,
  changes,
}: Release): z.infer<typeof releaseSchema> => ({
  version,
  date,
  previous,
  notes,
  digest,
  records: recordCount,
  changes,
});
