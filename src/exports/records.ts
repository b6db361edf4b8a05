import type { Platform } from "../model/index.ts";

/** A record as it is exported: as it stands in its file, without what only editors need. */
export function presentPlatform({ $schema: _, ...record }: Platform): Omit<Platform, "$schema"> {
  return record;
}
