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

/** One disagreement between two rules, for everybody for whom these two answer. */
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
  defaultState: "what happens by default",
  verdict: "what it means for people",
  legalBasis: "the legal basis",
  controls: "the controls",
  data: "the data",
};

/** The verdict follows from use and default; where it differs for all that, it is for the controls, which then say nothing new. */
function follows(field: Field, item: Item): boolean {
  const differs = (...names: Field["name"][]) =>
    FIELDS.some((f) => names.includes(f.name) && !sameOn(f, item));
  if (field.name === "verdict") return differs("dataUse", "defaultState");
  return field.name === "controls" && differs("verdict") && !differs("dataUse", "defaultState");
}

const list = (values: readonly string[]): string => (values.length > 0 ? values.join(", ") : "none");

/** What a record says of a field, in words. */
function says(field: Field, said: ResolvedPractice): string {
  switch (field.name) {
    case "controls":
      return list(said.controls.map((c) => `${c.kind} “${c.name}”`));
    case "data":
      return `with ${list(said.data?.includes ?? [])}; without ${list(said.data?.excludes ?? [])}`;
    case "verdict":
      return `${said.verdict}, by ${list(said.controls.map((c) => `“${c.name}” (${c.protects})`))}`;
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
  // Two rules that disagree do so in the same way for all whom they answer, but for the controls that people have.
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
  says: `${practice.id}: ${practice.purpose}, to ${practice.recipients.join(", ")}`,
  evidence: [],
});

function* ofRecipients({ pairs }: Matched): Generator<Disagreement> {
  for (const [a, b] of pairs)
    if ([...a.recipients].sort().join() !== [...b.recipients].sort().join())
      yield {
        kind: "to whom the data goes",
        practice: titleOf([a, b]),
        people: [],
        items: null,
        a: asAWhole(a),
        b: asAWhole(b),
      };
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

/** Everything that two records disagree about, worst first; among equals what concerns more audiences first. */
export function disagreementsOf(
  records: Records,
  matched: Matched,
  compared: readonly Compared[],
): Disagreement[] {
  const found = [
    ...compared.flatMap((c) => FIELDS.flatMap((field) => [...ofField(field, c, records)])),
    ...ofRecipients(matched),
    ...ofPractices(matched),
  ];
  return found.sort(
    (x, y) =>
      KINDS.indexOf(x.kind) - KINDS.indexOf(y.kind) ||
      (y.items ?? 0) - (x.items ?? 0) ||
      x.practice.localeCompare(y.practice),
  );
}
