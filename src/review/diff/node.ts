import { isOwn, type Label, type Labels } from "../../language/en/labels.ts";
import { show } from "../../text/show.ts";

/** A line of the diff, with the lines that belong under it. */
export interface DiffNode {
  text: string;
  under?: DiffNode[] | undefined;
}

/** A part of what the diff says about a record. */
export interface Section {
  title: string;
  lines: DiffNode[];
}

export const node = (text: string, under: readonly DiffNode[] = []): DiffNode =>
  under.length > 0 ? { text, under: [...under] } : { text };

/** What changed in a list whose members have ids. */
export interface MemberChanges<T> {
  added: T[];
  removed: T[];
  changed: [was: T, is: T][];
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Compares two lists by their members' ids. */
export function memberChanges<T extends { id: string }>(
  before: readonly T[] = [],
  after: readonly T[] = [],
): MemberChanges<T> {
  const find = (list: readonly T[], { id }: T) => list.find((x) => x.id === id);
  return {
    added: after.filter((x) => !find(before, x)),
    removed: before.filter((x) => !find(after, x)),
    changed: before.flatMap((was): [T, T][] => {
      const is = find(after, was);
      return is && !same(was, is) ? [[was, is]] : [];
    }),
  };
}

/** A name or title, between quotation marks. */
export const quoted = (text: string): string => `“${text}”`;
const plain = (value: unknown): string =>
  value === undefined ? "none" : typeof value === "string" ? value : show(value);

/** A list that changed: members added, members removed. */
const listChange = (
  label: string,
  before: readonly string[] = [],
  after: readonly string[] = [],
): DiffNode[] => [
  ...after.filter((x) => !before.includes(x)).map((x) => node(`${label}: now also ${x}`)),
  ...before.filter((x) => !after.includes(x)).map((x) => node(`${label}: no longer ${x}`)),
];

/** One field that changed, in words: lists by what was added and removed, everything else from one to the other. */
export function fieldChange(
  label: string,
  before: unknown,
  after: unknown,
  inWords: (value: never) => string = plain as never,
): DiffNode[] {
  if (same(before, after)) return [];
  const say = (value: unknown): string => (value === undefined ? "none" : inWords(value as never));
  const isList = (value: unknown): boolean =>
    value === undefined || (Array.isArray(value) && value.every((x) => typeof x === "string"));
  if (isList(before) && isList(after)) {
    const words = [before, after].map((list) => ((list ?? []) as string[]).map(say));
    const changes = listChange(label, words[0], words[1]);
    return changes.length > 0 ? changes : [node(`${label}: in another order`)];
  }
  return [node(`${label}: ${say(before)} → ${say(after)}`)];
}

/** One field that changed, by its label; nothing for a field that is said elsewhere. */
export function labelledChange(
  label: Label<never> | undefined,
  before: unknown,
  after: unknown,
  { prefix = "", suffix = "" } = {},
): DiffNode[] {
  if (label === undefined || isOwn(label)) return [];
  const [words, inWords] = typeof label === "string" ? [label] : label;
  return fieldChange(`${prefix}${words}${suffix}`, before, after, inWords);
}

/** Every field that changed and has a label, in the order of the labels. */
export const fieldChanges = <T extends object>(labels: Labels<T>, was: T, is: T, prefix = ""): DiffNode[] =>
  (Object.keys(labels) as (keyof T)[]).flatMap((field) =>
    labelledChange(labels[field] as Label<never>, was[field], is[field], { prefix }),
  );
