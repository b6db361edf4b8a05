import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { UsageError } from "../../text/usage-error.ts";
import { type Coverage, coverageSchema } from "./schema.ts";

/** `data/coverage.json` of a data directory. @throws {UsageError} for an invalid one */
export function readCoverage(dataDir: string): Coverage {
  const path = join(dataDir, "coverage.json");
  const { data, error } = coverageSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (error) throw new UsageError(`${path}: ${z.prettifyError(error)}`);
  return data;
}
