import { isObject, type Json } from "../text/json.ts";

/** A record's kind and id: `platforms/vibe` → `["platforms", "vibe"]`. */
const partsOf = (key: string): [string, string] => key.split("/") as [string, string];

/** A record under another id. */
export const withId = (record: Json, key: string): Json =>
  isObject(record) ? { ...record, id: partsOf(key)[1] } : record;

/** The keys that a record's aliases name: `platforms/vibe` with the alias `le-chat` → `platforms/le-chat`. */
export function formerKeys(key: string, record: Json | undefined): string[] {
  const aliases = isObject(record) ? record["aliases"] : undefined;
  return Array.isArray(aliases) ? aliases.map((alias) => `${partsOf(key)[0]}/${String(alias)}`) : [];
}

/**
 * Which records of a state have another id in the next one: a record is gone, and a new one has its id among
 * its aliases.
 * @returns the former key by the new one: `platforms/vibe` → `platforms/le-chat`
 */
export function renamesBetween(
  before: Iterable<string>,
  after: ReadonlyMap<string, Json>,
): Map<string, string> {
  const known = new Set(before);
  const gone = new Set([...known].filter((key) => !after.has(key)));
  const renames = new Map<string, string>();
  if (gone.size === 0) return renames;
  for (const [key, record] of after) {
    const former = known.has(key) ? undefined : formerKeys(key, record).find((k) => gone.has(k));
    if (former === undefined) continue;
    renames.set(key, former);
    gone.delete(former);
  }
  return renames;
}

/** The records of a state, those that are renamed after it under their new ids as well. */
export function underNewKeys(
  records: ReadonlyMap<string, Json>,
  renames: ReadonlyMap<string, string>,
): ReadonlyMap<string, Json> {
  if (renames.size === 0) return records;
  const moved = [...renames].flatMap(([to, from]) => {
    const record = records.get(from);
    return record === undefined ? [] : [[to, withId(record, to)] as const];
  });
  return new Map([...records, ...moved]);
}
