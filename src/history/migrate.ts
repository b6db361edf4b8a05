import type { Json, JsonObject } from "../text/json.ts";

/** One step of the record format. Pure; what it does not know stays as it is. */
export interface Migration {
  /** What changes, a line for people. */
  what: string;
  platform?(record: JsonObject): JsonObject;
  operator?(record: JsonObject): JsonObject;
  /** Where a place of the older format is in the newer one (a change's path). Default: the same place. */
  path?(path: string): string;
}

/** A record cannot be brought to the present format. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** The present version of the format: the first, and one more for each step. */
export const versionAfter = (migrations: readonly Migration[]): number => migrations.length + 1;

/**
 * Brings a record to the present format, step by step; one that is there already is returned as it is.
 * @param key `platforms/<id>` or `operators/<id>`
 * @throws {MigrationError} for a record without a version, or of a version that this code does not know yet
 */
export function migrateRecord(key: string, record: Json, migrations: readonly Migration[]): Json {
  const from = (record as JsonObject | null)?.["schemaVersion"];
  const present = versionAfter(migrations);
  if (typeof from !== "number" || !Number.isInteger(from) || from < 1)
    throw new MigrationError(`${key}: it has no schemaVersion. Write "schemaVersion": ${present}.`);
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

/** What records became. Records are never changed once they are loaded, so each is migrated once. */
const known = new WeakMap<readonly Migration[], WeakMap<object, Json>>();

function migrated(key: string, record: Json, migrations: readonly Migration[]): Json {
  const of = known.get(migrations) ?? new WeakMap<object, Json>();
  known.set(migrations, of);
  const kept = of.get(record as object);
  if (kept !== undefined) return kept;
  const made = migrateRecord(key, record, migrations);
  of.set(record as object, made);
  return made;
}

/** Brings every record of a state to the present format; the same map where every one is there already. */
export function migrateRecords(
  records: ReadonlyMap<string, Json>,
  migrations: readonly Migration[],
): ReadonlyMap<string, Json> {
  const present = new Map([...records].map(([key, record]) => [key, migrated(key, record, migrations)]));
  return [...present].every(([key, record]) => record === records.get(key)) ? records : present;
}

/** A place in a record of an older format, as it is named in the present one. @param from the older version */
export const migratePath = (path: string, from: number, migrations: readonly Migration[]): string =>
  migrations.slice(from - 1).reduce((at, step) => step.path?.(at) ?? at, path);
