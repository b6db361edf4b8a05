import type { ResolvedPractice } from "../../policy/index.ts";
import type { Compared, Item } from "./items.ts";
import type { Pair } from "./kappa.ts";

/** What a record says of one field, by label. A field of one value has one label. */
type Labels = Readonly<Record<string, string>>;

/** A field that two records can agree on. */
export interface Field {
  name: "kinds" | "model" | "dataUse" | "defaultState" | "verdict" | "legalBasis" | "controls" | "data";
  /** Asked only where both say that data is used or may be: elsewhere there is nothing to compare. */
  whereUsed: boolean;
  labels: (said: ResolvedPractice) => Labels;
  /** Several labels per item (kinds of controls, of data): each label that either record has for the practice is asked for every item. */
  several: boolean;
  /** It is the same for everyone whom the practice concerns: a disagreement is about the practice as a whole. */
  ofPractice?: boolean;
}

const one = (value: string | null): Labels => ({ "": value ?? "none stated" });

/** The fields, in the order in which they are reported. */
export const FIELDS: readonly Field[] = [
  {
    name: "kinds",
    whereUsed: false,
    several: true,
    ofPractice: true,
    labels: (p) => Object.fromEntries(p.kinds.map((kind) => [kind, "concerned"])),
  },
  { name: "model", whereUsed: false, several: false, ofPractice: true, labels: (p) => one(p.model) },
  { name: "dataUse", whereUsed: false, several: false, labels: (p) => one(p.dataUse) },
  { name: "defaultState", whereUsed: true, several: false, labels: (p) => one(p.defaultState) },
  { name: "verdict", whereUsed: false, several: false, labels: (p) => one(p.verdict) },
  { name: "legalBasis", whereUsed: true, several: false, labels: (p) => one(p.legalBasis) },
  {
    name: "controls",
    whereUsed: true,
    several: true,
    labels: (p) => Object.fromEntries(p.controls.map((c) => [c.kind, "present"])),
  },
  {
    name: "data",
    whereUsed: true,
    several: true,
    labels: (p) =>
      Object.fromEntries([
        ...(p.data?.excludes ?? []).map((kind) => [kind, "excluded"]),
        ...(p.data?.includes ?? []).map((kind) => [kind, "included"]),
      ]),
  },
];

const ABSENT = "not named";

/** The items of a practice in which a field is asked for. */
export const itemsFor = (field: Field, { items }: Compared): Item[] =>
  field.whereUsed ? items.filter(({ said }) => said.every((p) => p.certainty !== null)) : items;

/** What both records say of a field: one pair per item, or one per item and label. */
export function pairsOf(field: Field, compared: Compared): Pair[] {
  const items = itemsFor(field, compared).map(({ said }) => said.map(field.labels) as [Labels, Labels]);
  const labels = [...new Set(items.flatMap(([a, b]) => [...Object.keys(a), ...Object.keys(b)]))];
  return items.flatMap(([a, b]) => labels.map((label): Pair => [a[label] ?? ABSENT, b[label] ?? ABSENT]));
}

/** Do both say the same of a field? */
export const sameOn = (field: Field, { said: [a, b] }: Item): boolean => {
  const [x, y] = [field.labels(a), field.labels(b)];
  return [...Object.keys(x), ...Object.keys(y)].every((label) => x[label] === y[label]);
};
