import { classifiedChanges } from "../../history/classify.ts";
import type { Change } from "../../history/compare.ts";
import { isPresented } from "../../history/presented.ts";
import {
  answerChanges,
  listInWords,
  type PracticeChanges,
  type Spread,
  type State,
} from "../../language/en/index.ts";
import {
  CHANGE_CLASS,
  type ChangeClass,
  type LedgerChange,
  type Operator,
  type Platform,
  termsOf,
} from "../../model/index.ts";
import { canonical } from "../../text/canonical.ts";
import type { Json } from "../../text/json.ts";
import { trusted } from "../../text/trusted.ts";
import { answersSection, NO_NOTES } from "./answers.ts";
import { evidenceNodes, evidenceOfNew, sourceNodes } from "./evidence.ts";
import { type HeadlineChange, headlineChanges } from "./headline.ts";
import { controlNodes, eventNodes, mythNodes } from "./members.ts";
import { movesBetween } from "./moves.ts";
import { type DiffNode, node, type Section } from "./node.ts";
import { otherNodes, rootNodes, withdrawnNodes, wordingNodes } from "./other.ts";
import type { InvalidRecord, Side } from "./sides.ts";

/** What changed in one record. */
export interface RecordDiff {
  /** `platforms/<id>` or `operators/<id>`. */
  record: string;
  name: string;
  kind: "new" | "changed" | "removed";
  /** How many changes are of each class, as proposed by the fields they are in. */
  classes: Partial<Record<ChangeClass, number>>;
  /** How the headline and the answers by kind of data change. */
  headlines: Spread<HeadlineChange>[];
  /** What changes for people, practice by practice. */
  practices: PracticeChanges[];
  /** The same and everything else in words. */
  sections: Section[];
  /** Every changed field. Empty where only the operator's documents changed, which its answers cite. */
  changes: LedgerChange[];
}

/** What changed in a dataset between two states. */
export interface DatasetDiff {
  base: string;
  head: string;
  /** The day that separates past, present and future. */
  asOf: string;
  /** What moved between records: ids, hosts and documents. The records are compared as if it had not. */
  moves: DiffNode[];
  records: RecordDiff[];
  invalid: (InvalidRecord & { side: string })[];
}

/** Does an answer change for anyone? */
export const changesAnswers = ({ headlines, practices }: RecordDiff): boolean =>
  headlines.length > 0 || practices.some((p) => p.answers.length > 0);

function countClasses(changes: readonly LedgerChange[]): RecordDiff["classes"] {
  const counts = termsOf(CHANGE_CLASS).map((c) => [c, changes.filter((x) => x.class === c).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const filled = (sections: readonly Section[]): Section[] => sections.filter(({ lines }) => lines.length > 0);

function changedSections(
  before: State,
  after: State,
  { headlines, practices }: Pick<RecordDiff, "headlines" | "practices">,
  changes: readonly Change[],
): Section[] {
  const [was, is] = [before.platform, after.platform];
  return filled([
    { title: "Withdrawn", lines: withdrawnNodes(was.withdrawn, is.withdrawn) },
    answersSection("now", headlines, practices),
    answersSection("later", headlines, practices),
    answersSection("past", headlines, practices),
    { title: "What people can do", lines: controlNodes(was.controls, is.controls) },
    { title: "Evidence", lines: evidenceNodes(before, after, practices, changes) },
    {
      title: "Events and myths",
      lines: [...eventNodes(was.events, is.events), ...mythNodes(was.myths, is.myths)],
    },
    { title: "Other changes", lines: otherNodes(before, after, changes, practices) },
  ]);
}

/** A new record: the answers, and the evidence for them. */
function singleSections(
  { platform }: State,
  { headlines, practices }: Pick<RecordDiff, "headlines" | "practices">,
): Section[] {
  const counts = [
    [platform.controls.length, "control"],
    [platform.events.length, "event"],
    [platform.myths.length, "myth"],
    [platform.review.openQuestions.length, "open question"],
  ] as const;
  const also = counts.filter(([n]) => n > 0).map(([n, word]) => `${n} ${word}${n === 1 ? "" : "s"}`);
  return filled([
    answersSection("now", headlines, practices, NO_NOTES),
    answersSection("later", headlines, practices, NO_NOTES),
    answersSection("past", headlines, practices, NO_NOTES),
    { title: "Evidence", lines: evidenceOfNew(platform, practices) },
    {
      title: "Other changes",
      lines: [
        node(platform.summary),
        ...(also.length > 0 ? [node(`also recorded: ${listInWords(also)}`)] : []),
      ],
    },
  ]);
}

/** The changes of a record, without orders that mean nothing to people. */
const presentedChanges = (
  record: string,
  before: Platform | Operator | undefined,
  after: Platform | Operator | undefined,
): LedgerChange[] => {
  const [was, is] = [before, after].map((state) => trusted<Json | undefined>(state));
  return classifiedChanges(record, was, is).filter((c) => isPresented(trusted<Change>(c), is));
};

function platformDiff(
  id: string,
  before: State | undefined,
  after: State | undefined,
  asOf: string,
): RecordDiff | undefined {
  const record = `platforms/${id}`;
  const changes = presentedChanges(record, before?.platform, after?.platform);
  if (changes.length === 0 && canonical(before?.operator ?? null) === canonical(after?.operator ?? null))
    return undefined;
  const practices = answerChanges(before, after, asOf);
  if (changes.length === 0 && practices.length === 0) return undefined;
  const head = {
    record,
    headlines: headlineChanges(before, after, asOf),
    name: ((after ?? before) as State).platform.name,
    practices,
    changes,
  };
  const classes = countClasses(head.changes);
  if (before && after)
    return {
      ...head,
      kind: "changed",
      classes,
      sections: changedSections(before, after, head, changes),
    };
  if (after) return { ...head, kind: "new", classes, sections: singleSections(after, head) };
  const lines = [
    node(
      "the record is removed. Records are never deleted: add `withdrawn` with a date and a reason instead",
    ),
  ];
  return { ...head, kind: "removed", classes, sections: [{ title: "For people", lines }] };
}

function operatorDiff(
  id: string,
  before: Operator | undefined,
  after: Operator | undefined,
): RecordDiff | undefined {
  const record = `operators/${id}`;
  const changes = presentedChanges(record, before, after);
  if (changes.length === 0) return undefined;
  const sides = { before: before && { record: before }, after: after && { record: after } };
  const sections = filled([
    { title: "Withdrawn", lines: before && after ? withdrawnNodes(before.withdrawn, after.withdrawn) : [] },
    {
      title: "Documents that its platforms share",
      lines: sourceNodes(before?.sources ?? [], after?.sources ?? []),
    },
    {
      title: "Other changes",
      lines:
        before && after
          ? [...rootNodes(changes, sides), ...wordingNodes(changes, sides)]
          : [node(after ? "an operator recorded for the first time" : "the record is removed")],
    },
  ]);
  const kind = !before ? "new" : after ? "changed" : "removed";
  return {
    record,
    name: (after ?? before)?.name ?? id,
    kind,
    classes: countClasses(changes),
    headlines: [],
    practices: [],
    sections,
    changes,
  };
}

const idsOf = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].sort();

const KIND_ORDER: readonly RecordDiff["kind"][] = ["removed", "changed", "new"];

/**
 * What changed in a dataset, in words for people: per platform whose headline and answers change,
 * today, later and in the past; controls; evidence and its grades; events; everything else. Records that
 * are invalid on one side are named and not compared.
 */
export function diffDatasets(was: Side, is: Side, asOf: string): DatasetDiff {
  const { lines: moves, base, head } = movesBetween(was, is);
  const invalid = [base, head].flatMap((side) =>
    side.invalid.map((record) => ({ side: side.name, ...record })),
  );
  const skip = new Set(invalid.map(({ record }) => record));
  const state = (side: Side, id: string): State | undefined => {
    const platform = side.platforms.get(id);
    return (
      platform && {
        platform,
        operator: skip.has(`operators/${platform.operator}`)
          ? undefined
          : side.operators.get(platform.operator),
      }
    );
  };
  const platforms = idsOf(base.platforms, head.platforms)
    .filter((id) => !skip.has(`platforms/${id}`))
    .flatMap((id) => platformDiff(id, state(base, id), state(head, id), asOf) ?? []);
  const operators = idsOf(base.operators, head.operators)
    .filter((id) => !skip.has(`operators/${id}`))
    .flatMap((id) => operatorDiff(id, base.operators.get(id), head.operators.get(id)) ?? []);
  const answersFirst = (r: RecordDiff): number => Number(!changesAnswers(r));
  const records = [...platforms, ...operators].sort(
    (a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind) || answersFirst(a) - answersFirst(b),
  );
  return { base: base.name, head: head.name, asOf, moves, records, invalid };
}
