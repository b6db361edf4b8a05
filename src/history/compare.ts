/*
 * Field-level comparison of records. Lists whose members have ids are compared member by
 * member, so that a moved rule is a move and not a rewrite; a list of words in another
 * order is a change of order; everything else is compared as a whole.
 */

import {
  escapeKey,
  idOf,
  idsOf,
  isObject,
  type Json,
  type JsonObject,
  same,
  sameWords,
  unescapeKey,
} from "../text/json.ts";
import { show } from "../text/show.ts";
import { trusted } from "../text/trusted.ts";

/**
 * One change. `path` is a JSON Pointer (RFC 6901) in which a member of a list is named by
 * its id, with `@` before it: `/practices/@training/rules/@eea/defaultState`. A missing
 * `before` or `after` means that there was or is nothing.
 */
export interface ValueChange {
  path: string;
  before?: Json;
  after?: Json;
}

/** The order of a list's members, by their ids; a word is its own id. */
export interface OrderChange {
  path: string;
  order: { before: string[]; after: string[] };
}

export type Change = ValueChange | OrderChange;

/** The members of a list of unique words; undefined for any other value. */
const wordsOf = (value: Json | undefined): string[] | undefined =>
  Array.isArray(value) &&
  value.every((member) => typeof member === "string") &&
  new Set(value).size === value.length
    ? (value as string[])
    : undefined;

/** An object's own value: `__proto__` and the like are names like any other. */
const own = (object: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(object, key) ? object[key] : undefined;

const valueChange = (path: string, before: Json | undefined, after: Json | undefined): ValueChange => ({
  path,
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
});

/** Changes of what is inside a value, as changes of the value. @param part the name of what is inside */
function inside(part: string, changes: Change[]): Change[] {
  if (changes.length === 0) return changes;
  const name = `/${escapeKey(part)}`;
  for (const change of changes) change.path = name + change.path;
  return changes;
}

/** What is the same has no changes. Frozen, because all callers get this one. */
const NONE = trusted<Change[]>(Object.freeze([]));

/** The changes of parts of a value, in the order of the parts' names. Most parts are the same and cost nothing here. */
class Parts {
  #changed: [string, Change[]][] | undefined;

  add(part: string, before: Json | undefined, after: Json | undefined): void {
    if (before === after) return;
    const changes = compare(before, after);
    if (changes.length === 0) return;
    this.#changed ??= [];
    this.#changed.push([part, changes]);
  }

  changes(): Change[] {
    if (this.#changed === undefined) return NONE;
    this.#changed.sort(([a], [b]) => (a < b ? -1 : 1));
    return this.#changed.flatMap(([part, changes]) => inside(part, changes));
  }
}

function compareObjects(before: JsonObject, after: JsonObject): Change[] {
  const parts = new Parts();
  for (const key of Object.keys(before)) parts.add(key, before[key], own(after, key));
  for (const key of Object.keys(after))
    if (!Object.hasOwn(before, key)) parts.add(key, undefined, after[key]);
  return parts.changes();
}

const areEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);

function compareLists(before: Json[], after: Json[], was: string[], is: string[]): Change[] {
  const parts = new Parts();
  if (areEqual(was, is)) {
    for (const [i, id] of was.entries()) parts.add(`@${id}`, before[i], after[i]);
    return parts.changes();
  }
  const then = new Map(was.map((id, i) => [id, before[i]]));
  const now = new Map(is.map((id, i) => [id, after[i]]));
  for (const [id, member] of then) parts.add(`@${id}`, member, now.get(id));
  for (const [id, member] of now) if (!then.has(id)) parts.add(`@${id}`, undefined, member);
  // What applying them gives: those that stay, then the new ones. Only another order has to be listed.
  const arranged = [...was.filter((id) => now.has(id)), ...is.filter((id) => !then.has(id)).sort()];
  const back = [...is.filter((id) => then.has(id)), ...was.filter((id) => !now.has(id)).sort()];
  const isOrdered = areEqual(arranged, is) && areEqual(back, was);
  return isOrdered ? parts.changes() : [...parts.changes(), { path: "", order: { before: was, after: is } }];
}

/**
 * What changed between two states of a record, or of something in it; undefined means that there is none.
 * Applying the changes to one gives the other; applying them inverted leads back.
 */
export function compare(before: Json | undefined, after: Json | undefined): Change[] {
  if (before === after) return NONE;
  if (isObject(before) && isObject(after)) return compareObjects(before, after);
  const [was, is] = [idsOf(before), idsOf(after)];
  if (was && is && was.length > 0 && is.length > 0)
    return compareLists(before as Json[], after as Json[], was, is);
  if (same(before, after)) return NONE;
  const [words, arranged] = [wordsOf(before), wordsOf(after)];
  if (words && arranged && sameWords(words, arranged))
    return [{ path: "", order: { before: words, after: arranged } }];
  return [valueChange("", before, after)];
}

/** The changes that lead back. */
export const invert = (changes: readonly Change[]): Change[] =>
  changes.map((c) =>
    "order" in c
      ? { path: c.path, order: { before: c.order.after, after: c.order.before } }
      : valueChange(c.path, c.after, c.before),
  );

/** A change does not fit the record it is applied to. */
export class ChangeError extends Error {
  override name = "ChangeError";
}

/** Replaces the value under a member's name or key; undefined removes it. */
function put(parent: Json, part: string, value: Json | undefined, path: string): Json {
  if (part.startsWith("@") && Array.isArray(parent)) {
    const id = unescapeKey(part.slice(1));
    const index = parent.findIndex((m) => idOf(m) === id);
    if (value === undefined) return parent.filter((_, i) => i !== index);
    return index === -1 ? [...parent, value] : parent.map((m, i) => (i === index ? value : m));
  }
  if (!isObject(parent)) throw new ChangeError(`${path}: there is nothing to change`);
  const key = unescapeKey(part);
  const { [key]: _, ...rest } = parent;
  return value === undefined ? rest : { ...rest, [key]: value };
}

const child = (parent: Json | undefined, part: string): Json | undefined => {
  if (part.startsWith("@") && Array.isArray(parent))
    return parent.find((m) => idOf(m) === unescapeKey(part.slice(1)));
  return isObject(parent) ? parent[unescapeKey(part)] : undefined;
};

function update(
  value: Json | undefined,
  parts: readonly string[],
  path: string,
  change: (at: Json | undefined) => Json | undefined,
): Json | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return change(value);
  if (value === undefined) throw new ChangeError(`${path}: there is nothing to change`);
  return put(value, part, update(child(value, part), rest, path, change), path);
}

function applyOne(value: Json | undefined, change: Change): Json | undefined {
  const parts = change.path === "" ? [] : change.path.slice(1).split("/");
  return update(value, parts, change.path, (at) => {
    if ("order" in change) {
      const byId = new Map((at as Json[]).map((m) => [idOf(m) ?? m, m]));
      return change.order.after.map((id) => {
        const member = byId.get(id);
        if (!member) throw new ChangeError(`${change.path}: there is no member ${id} to put in order`);
        return member;
      });
    }
    if (!same(at, change.before))
      throw new ChangeError(`${change.path}: found ${show(at)}, expected ${show(change.before)}`);
    return change.after;
  });
}

/** Members are put in order after they were changed, in both directions. */
const orderLast = (changes: readonly Change[]): Change[] => [
  ...changes.filter((c) => !("order" in c)),
  ...changes.filter((c) => "order" in c),
];

/**
 * Applies changes to a record; undefined means that there is no record.
 * @throws {ChangeError} when the record does not have the value that the change expects
 */
export const apply = (value: Json | undefined, changes: readonly Change[]): Json | undefined =>
  orderLast(changes).reduce(applyOne, value);
