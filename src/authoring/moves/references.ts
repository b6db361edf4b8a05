import { type Platform, parseRef } from "../../model/index.ts";
import { evidenceRefs } from "../../records/checks/walk.ts";
import { escapeKey, type Json, valueAt } from "../../text/json.ts";
import { keyOf, type Workspace } from "./workspace.ts";

/** The sources of its operator that a platform cites, by id. */
export const sharedSources = (platform: Platform): Set<string> =>
  new Set(
    [...evidenceRefs(platform)]
      .map(({ ref }) => parseRef(ref))
      .filter(({ shared }) => shared)
      .map(({ source }) => source),
  );

/** The platforms of an operator that cite one of its sources. */
export const citing = (ws: Workspace, operator: string, source: string): string[] =>
  [...ws.platforms.values()]
    .filter((p) => p.operator === operator && sharedSources(p).has(source))
    .map((p) => p.id);

/** A place in an exception with the pointer to evidence at its end, if it has one, under its new name. */
function placeAfter(pointer: string, rename: (ref: string) => string): string {
  const at = pointer.lastIndexOf("/@");
  const ref = pointer.slice(at + 2);
  return /\/evidence(\/[a-zA-Z]+)?$/.test(pointer.slice(0, at))
    ? `${pointer.slice(0, at)}/@${escapeKey(rename(ref))}`
    : pointer;
}

/**
 * Points a platform's evidence elsewhere, with the exceptions and the state of the watch that name it.
 * @param name the new pointer without its passage, by the old one: `operator:policy` → `operator:policy-xai`
 */
export function pointElsewhere(
  ws: Workspace,
  platform: Platform,
  name: (source: string) => string | undefined,
): void {
  const rename = (ref: string): string => {
    const [source = "", passage] = ref.split("#");
    const other = name(source);
    return other === undefined ? ref : passage === undefined ? other : `${other}#${passage}`;
  };
  for (const { ref, path } of [...evidenceRefs(platform)]) {
    const list = valueAt(platform, path.slice(0, -1)) as Json[];
    list[path.at(-1) as number] = rename(ref);
  }
  const key = keyOf("platform", platform.id);
  for (const exception of ws.exceptions)
    if (exception.record === key) exception.pointer = placeAfter(exception.pointer, rename);
  const watched = ws.watched[key];
  if (watched) watched.sources = watched.sources.map(rename);
}

/** Moves the exceptions for a source to the record that has it now. */
export function moveExceptions(ws: Workspace, from: string, to: string, source: string, now: string): void {
  const prefix = `/sources/@${source}`;
  for (const exception of ws.exceptions) {
    const { record, pointer } = exception;
    if (record !== from || !(pointer === prefix || pointer.startsWith(`${prefix}/`))) continue;
    exception.record = to;
    exception.pointer = `/sources/@${now}${pointer.slice(prefix.length)}`;
  }
}
