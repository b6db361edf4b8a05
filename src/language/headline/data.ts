import { DATA_CATEGORY } from "../../model/index.ts";
import type { Kind, ResolvedPractice } from "../../policy/answer.ts";
import type { HeadlinePart } from "../../policy/headline.ts";
import type { DataItem } from "./statement.ts";

/* Which data a statement names, and how exactly. */

/** What the data of a statement is found from. */
export interface Context {
  practices: ReadonlyMap<string, ResolvedPractice>;
  /** The kinds that appear in more than one part: there the data must be named more exactly. */
  repeated: ReadonlySet<Kind>;
  /** The kinds beside content of which another statement says that they are used: no permission names them. */
  practised: ReadonlySet<Kind>;
}

/** At most this many kinds are named; the page below the headline has all. */
const NAMED = 3;

/** Kinds, the first ones by name. */
export function kindItems(kinds: readonly Kind[]): DataItem[] {
  const items = kinds.map((kind): DataItem => ({ is: "kind", kind }));
  return items.length > NAMED ? [...items.slice(0, NAMED - 1), { is: "other" }] : items;
}

const categoryItem = (category: keyof typeof DATA_CATEGORY): DataItem => ({ is: "category", category });

/** The practices of a part. */
export const practicesOf = ({ practices }: HeadlinePart, context: Context): ResolvedPractice[] =>
  practices.flatMap((id) => context.practices.get(id) ?? []);

/** What a practice names as its data, in the words of its record; undefined where it has none. */
export const subjectItem = (
  { subject, kinds, data }: Pick<ResolvedPractice, "subject" | "kinds" | "data">,
  exact = false,
): DataItem | undefined =>
  subject === null
    ? undefined
    : { is: "subject", text: subject, kinds, categories: data?.includes ?? [], exact };

/** The subjects of some practices, each once; undefined unless all have one. */
function subjectItems(practices: readonly ResolvedPractice[], exact = false): DataItem[] | undefined {
  const items = practices.map((p) => subjectItem(p, exact)).filter((item) => item !== undefined);
  if (items.length === 0 || items.length < practices.length) return undefined;
  const texts = practices.map((p) => p.subject);
  return items.filter((_, i) => texts.indexOf(texts[i] as string) === i);
}

/** Data of a kind that another part is about too, named by category: `audio recordings`. */
function namedData(part: HeadlinePart, kind: Kind, context: Context): DataItem[] {
  const categories = practicesOf(part, context)
    .filter((p) => p.kinds.includes(kind))
    .flatMap((p) => p.data?.includes ?? [])
    .filter((c) => DATA_CATEGORY[c].kind === kind || DATA_CATEGORY[c].kind === "format");
  return [...new Set(categories)].slice(0, NAMED).map(categoryItem);
}

/** All kinds that the practices of a part are about, those of the part first. */
const allKinds = (part: HeadlinePart, context: Context): Kind[] =>
  [...new Set([...part.kinds, ...practicesOf(part, context).flatMap((p) => p.kinds)])].filter(
    (kind) => part.certainty !== "permitted" || part.kinds.includes(kind) || !context.practised.has(kind),
  );

/**
 * The data of a part: the subjects that its practices name, or kinds, named more exactly where another
 * part is about the same kind.
 */
export function dataOf(part: HeadlinePart, context: Context): DataItem[] {
  const exact = part.kinds.some((kind) => context.repeated.has(kind));
  const subjects = subjectItems(practicesOf(part, context), exact);
  if (subjects !== undefined) return subjects;
  if (!exact) return kindItems(allKinds(part, context));
  return part.kinds.flatMap((kind) => {
    const data = context.repeated.has(kind) ? namedData(part, kind, context) : [];
    return data.length > 0 ? data : [{ is: "kind", kind } as const];
  });
}

/** Data that the terms permit to use: the subjects of each part's practices, else its kinds. */
export const permittedData = (permitted: readonly HeadlinePart[], context: Context): DataItem[] =>
  permitted.flatMap((part) => subjectItems(practicesOf(part, context)) ?? kindItems(part.kinds));

/** The data that the platform denies to use: what the denials name, else the kinds. */
export function deniedData(kinds: readonly Kind[], context: Context): DataItem[] {
  const denials = [...context.practices.values()].filter(
    (p) =>
      p.verdict === "not-used" &&
      p.by === "own" &&
      p.onlyModels === null &&
      p.kinds.some((k) => kinds.includes(k)),
  );
  const subjects = subjectItems(denials);
  if (subjects !== undefined) return subjects;
  const named = [...new Set(denials.flatMap((p) => p.data?.includes ?? []))];
  const exact = denials.length > 0 && denials.every((p) => (p.data?.includes.length ?? 0) > 0);
  return exact ? named.map(categoryItem) : kindItems(kinds);
}
