/*
 * JSON values, and places in them. A place is a JSON Pointer (RFC 6901) in which a member of a
 * list is named by its id, with `@` before it: `/practices/@training/rules/@eea/default`.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Is this a JSON object? */
export const isObject = (value: Json | undefined): value is JsonObject =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The fields that identify a member of a list, the first one that it has. */
export const MEMBER_KEYS = ["id", "host"] as const;
export type MemberKey = (typeof MEMBER_KEYS)[number];

/** What identifies a member of a list; undefined for a value that has nothing that does. */
export function idOf(member: Json | undefined): string | undefined {
  if (!isObject(member)) return undefined;
  for (const key of MEMBER_KEYS) {
    const id = member[key];
    if (id !== undefined) return typeof id === "string" ? id : undefined;
  }
  return undefined;
}

/** The ids of a list's members; undefined where the list is not one of members with unique ids. */
export function idsOf(value: Json | undefined): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids: string[] = [];
  for (const member of value) {
    const id = idOf(member);
    if (id === undefined) return undefined;
    ids.push(id);
  }
  return new Set(ids).size === ids.length ? ids : undefined;
}

/** A path into a JSON value: keys of objects and indexes of lists. */
export type Path = readonly (string | number)[];

/** The value at a path; undefined where there is none. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, key) =>
      at === null || typeof at !== "object" ? undefined : (at as Record<string | number, unknown>)[key],
    value,
  );

/** A key in the form that a pointer needs (RFC 6901, section 3). */
export const escapeKey = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");
/** The key that a part of a pointer means. */
export const unescapeKey = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** A path as a JSON Pointer (RFC 6901). */
export const pointerOf = (path: Path): string => path.map((part) => `/${escapeKey(String(part))}`).join("");

/** A path in which members of lists are named by their ids; a string in a list is named by itself. What has no name keeps its index. */
export function namedPath(value: Json | undefined, path: Path): string {
  let at = value;
  let named = "";
  for (const part of path) {
    const list = Array.isArray(at) ? at : undefined;
    const member = list?.[part as number];
    const name =
      typeof member === "string"
        ? list?.filter((m) => m === member).length === 1
          ? member
          : undefined
        : idsOf(list)?.[part as number];
    named += `/${name === undefined ? escapeKey(String(part)) : `@${escapeKey(name)}`}`;
    at = list ? member : isObject(at) ? at[part] : undefined;
  }
  return named;
}

/** Do two lists have the same words, in any order? */
export const sameWords = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  a !== undefined && b !== undefined && a.length === b.length && a.every((word) => b.includes(word));

/** Are two JSON values equal? The order of keys does not matter. */
export const same = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((v, i) => same(v, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((k) => Object.hasOwn(b, k) && same(a[k], b[k]));
};
