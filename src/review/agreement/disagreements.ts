import { groupInWords, groupsOf } from "../../language/en/index.ts";
import type { Platform, Practice } from "../../model/index.ts";
import type { ResolvedPractice } from "../../policy/index.ts";
import { evidenceInWords, refsFor } from "./evidence.ts";
import { FIELDS, type Field, itemsFor, sameOn } from "./fields.ts";
import type { Compared, Item, Records } from "./items.ts";
import type { Matched } from "./match.ts";

/** What two records can disagree about, the worst first. */
export const KINDS = [
  "used or not used",
  "used or not stated",
  "a practice that one record lacks",
  "not used or not stated",
  "what happens by default",
  "what it means for people",
  "done or only permitted",
  "the kind of model",
  "the kinds of data",
  "to whom the data goes",
  "the legal basis",
  "the controls",
  "the data",
] as const;
export type Kind = (typeof KINDS)[number];

/** One record's side of a disagreement. */
export interface Side {
  /** `practice/rule`; null where the record has none. */
  rule: string | null;
  says: string;
  evidence: string[];
}

/** One disagreement between two rules, for everyone for whom these two answer. */
export interface Disagreement {
  kind: Kind;
  /** The practice's title in both records. */
  practice: string;
  /** For whom and when, in words. */
  people: string[];
  /** How many audiences and spans of days that is; null where it is about the practice as a whole. */
  items: number | null;
  a: Side;
  b: Side;
}

const isUsed = (p: ResolvedPractice): boolean => p.certainty !== null;

function kindOfUse([a, b]: Item["said"]): Kind {
  if (isUsed(a) && isUsed(b)) return "done or only permitted";
  const uses = [a.dataUse, b.dataUse];
  if (!isUsed(a) && !isUsed(b)) return "not used or not stated";
  return uses.includes("does-not-use") ? "used or not used" : "used or not stated";
}

const KIND_OF: Record<Exclude<Field["name"], "dataUse">, Kind> = {
  kinds: "the kinds of data",
  model: "the kind of model",
  defaultState: "what happens by default",
  verdict: "what it means for people",
  legalBasis: "the legal basis",
  controls: "the controls",
  data: "the data",
};

/** The verdict follows from use and default; where it differs although these agree, the cause is the controls, which then add nothing. */
function follows(field: Field, item: Item): boolean {
  const differs = (...names: Field["name"][]) =>
    FIELDS.some((f) => names.includes(f.name) && !sameOn(f, item));
  if (field.name === "verdict") return differs("dataUse", "defaultState");
  return field.name === "controls" && differs("verdict") && !differs("dataUse", "defaultState");
}

const list = (values: readonly string[]): string => (values.length > 0 ? values.join(", ") : "none");

/** What a record says about a field, in words. */
function says(field: Field, said: ResolvedPractice): string {
  switch (field.name) {
    case "controls":
      return list(said.controls.map((c) => `${c.kind} “${c.name}”`));
    case "data":
      return `with ${list(said.data?.includes ?? [])}; without ${list(said.data?.excludes ?? [])}`;
    case "verdict":
      return `${said.verdict}, by ${list(said.controls.map((c) => `“${c.name}” (${c.protects})`))}`;
    case "kinds":
      return list(said.kinds);
    default:
      return said[field.name] ?? "none stated";
  }
}

const titleOf = ([a, b]: readonly [Practice, Practice]): string =>
  a.title === b.title ? a.title : `${a.title} / ${b.title}`;

function side(field: Field, platform: Platform, practice: Practice, said: ResolvedPractice): Side {
  return {
    rule: said.rule === null ? null : `${practice.id}/${said.rule}`,
    says: says(field, said),
    evidence: refsFor(field.name, said).map((ref) => evidenceInWords(ref, platform)),
  };
}

function* ofField(field: Field, compared: Compared, [a, b]: Records): Generator<Disagreement> {
  const differing = itemsFor(field, compared).filter((item) => !sameOn(field, item) && !follows(field, item));
  // Two rules disagree in the same way for everyone they apply to, except for the controls that people have.
  const groups = Map.groupBy(differing, ({ said }) =>
    JSON.stringify(said.flatMap((p) => [p.rule, says(field, p)])),
  );
  const all = compared.items.map((item) => item.segment);
  for (const items of groups.values()) {
    const [{ said }] = items as [Item];
    yield {
      kind: field.name === "dataUse" ? kindOfUse(said) : KIND_OF[field.name],
      practice: titleOf(compared.practices),
      people: groupsOf(
        items.map((item) => item.segment),
        all,
      ).map(groupInWords),
      items: items.length,
      a: side(field, a, compared.practices[0], said[0]),
      b: side(field, b, compared.practices[1], said[1]),
    };
  }
}

const asAWhole = (practice: Practice): Side => ({
  rule: null,
  says: `${practice.id}: ${practice.purpose} (${practice.model}), with ${practice.kinds.join(", ")}, to ${practice.recipients.join(", ")}`,
  evidence: [],
});

/** What a record says about a practice as a whole. */
const OF_PRACTICE: readonly [Kind, (practice: Practice) => readonly string[]][] = [
  ["the kind of model", (p) => [p.model]],
  ["the kinds of data", (p) => p.kinds],
  ["to whom the data goes", (p) => p.recipients],
];

function* ofWhole({ pairs }: Matched): Generator<Disagreement> {
  for (const [a, b] of pairs)
    for (const [kind, of] of OF_PRACTICE)
      if ([...of(a)].sort().join() !== [...of(b)].sort().join())
        yield { kind, practice: titleOf([a, b]), people: [], items: null, a: asAWhole(a), b: asAWhole(b) };
}

const ABSENT: Side = { rule: null, says: "no such practice", evidence: [] };

function* ofPractices({ onlyA, onlyB }: Matched): Generator<Disagreement> {
  const head = (practice: Practice) => ({
    kind: "a practice that one record lacks" as const,
    practice: practice.title,
    people: [],
    items: null,
  });
  for (const practice of onlyA) yield { ...head(practice), a: asAWhole(practice), b: ABSENT };
  for (const practice of onlyB) yield { ...head(practice), a: ABSENT, b: asAWhole(practice) };
}

/** Everything that two records disagree about, worst first; among equals those that concern more audiences. */
export function disagreementsOf(
  records: Records,
  matched: Matched,
  compared: readonly Compared[],
): Disagreement[] {
  const found = [
    ...compared.flatMap((c) =>
      FIELDS.filter((f) => !f.ofPractice).flatMap((field) => [...ofField(field, c, records)]),
    ),
    ...ofWhole(matched),
    ...ofPractices(matched),
  ];
  return found.sort(
    (x, y) =>
      KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) ||
      (y.items ?? 0) - (x.items ?? 0) ||
      x.practice.localeCompare(y.practice),
  );
}
