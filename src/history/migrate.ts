import type { Json } from "../text/json.ts";

type JsonObject = { [key: string]: Json };

/** One step of the record format. Pure; what it does not know stays as it is. */
export interface Migration {
  /** What changes, a line for people. */
  what: string;
  platform?(record: JsonObject): JsonObject;
  operator?(record: JsonObject): JsonObject;
}

/** A record cannot be brought to the present format. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** The present version of the format: the first, and one more for each step. */
export const versionAfter = (migrations: readonly Migration[]): number => migrations.length + 1;

/**
 * Brings a record to the present format, step by step; one that is there already is given back as it is.
 * @param key `platforms/<id>` or `operators/<id>`
 * @throws {MigrationError} for a record without a version, or of one that this code does not know yet
 */
export function migrateRecord(key: string, record: Json, migrations: readonly Migration[]): Json {
  const from = (record as JsonObject | null)?.["schemaVersion"];
  const present = versionAfter(migrations);
  if (typeof from !== "number" || !Number.isInteger(from) || from < 1)
    throw new MigrationError(`${key}: it does not say its schemaVersion. Write "schemaVersion": ${present}.`);
  if (from > present)
    throw new MigrationError(
      `${key}: schemaVersion ${from} is newer than this code knows (${present}). Update the code: git pull && npm ci.`,
    );
  const kind = key.startsWith("operators/") ? "operator" : "platform";
  return migrations
    .slice(from - 1)
    .reduce<JsonObject>(
      (old, step, i) => ({ ...(step[kind]?.(old) ?? old), schemaVersion: from + i + 1 }),
      record as JsonObject,
    );
}
