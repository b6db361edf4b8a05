import type { Change } from "../../history/compare.ts";
import {
  countInWords,
  dateInWords,
  type GradeChange,
  gradeInWords,
  groupsInWords,
  listInWords,
  type PracticeChanges,
  placeInWords,
  type Spread,
  type State,
  sourceKindInWords,
} from "../../language/en/index.ts";
import { FACT_LABELS, SOURCE_LABELS } from "../../language/en/labels.ts";
import {
  type Fact,
  type Operator,
  type Platform,
  type Practice,
  parseRef,
  type Source,
} from "../../model/index.ts";
import { cite, type Grade } from "../../policy/index.ts";
import { forWhom } from "./for-whom.ts";
import { type DiffNode, fieldChange, fieldChanges, memberChanges, node, quoted, same } from "./node.ts";
import { sidesOf } from "./other.ts";

const sourceShort = (s: Source): string =>
  `${quoted(s.title)} (${sourceKindInWords(s.kind)}, ${s.publisher})`;
const archived = (s: Source): string =>
  (s.passages?.length ?? 0) > 0
    ? `, ${countInWords(s.passages?.length ?? 0, "archived passage")}`
    : ", not archived";

/** The day of the newest copy. */
const readOn = (s: Source): string | undefined =>
  s.copies
    ?.map((c) => c.captured)
    .sort()
    .at(-1);

function sourceFields(was: Source, is: Source): DiffNode[] {
  const passages = memberChanges(was.passages, is.passages);
  const copies = same(was.copies, is.copies)
    ? []
    : fieldChange("newest archived copy", readOn(was), readOn(is), dateInWords);
  return [
    ...(same(was.copies, is.copies) || copies.length > 0
      ? copies
      : [node("archived copies changed, not the newest")]),
    ...passages.added.map((p) => node(`passage added: ${p.id}`)),
    ...passages.removed.map((p) => node(`passage removed: ${p.id}`)),
    ...passages.changed.map(([p, q]) =>
      node(
        `passage ${p.id}: ${p.sha256 === q.sha256 ? "located elsewhere, with the same words" : "other words (another fingerprint)"}`,
      ),
    ),
    ...fieldChanges(SOURCE_LABELS, was, is),
  ];
}

/** What changed in the documents that evidence points to. */
export function sourceNodes(before: readonly Source[], after: readonly Source[]): DiffNode[] {
  const { added, removed, changed } = memberChanges(before, after);
  return [
    ...added.map((s) => node(`document added: ${sourceShort(s)}${archived(s)}, ${s.url}`)),
    ...removed.map((s) => node(`document removed: ${sourceShort(s)}${archived(s)}`)),
    ...changed.flatMap(([was, is]) => {
      const fields = sourceFields(was, is);
      return fields.length > 0 ? [node(`document changed: ${sourceShort(was)}`, fields)] : [];
    }),
  ];
}

/** A pointer to evidence as people read it: `“Privacy Policy”, passage ai`. */
function refInWords(ref: string, platform: Platform, operator?: Operator): string {
  const source = cite(ref, platform, operator)?.source;
  const { passage } = parseRef(ref);
  return `${source ? quoted(source.title) : ref}${passage === undefined ? "" : `, passage ${passage}`}`;
}

const gradeWithWords = (grade: Grade | null): string =>
  grade === null ? gradeInWords(null) : `${grade} (${gradeInWords(grade)})`;

const gradeNode = (title: string, spread: Spread<GradeChange>): DiffNode => {
  const { fact, before, after } = spread.value;
  return forWhom(
    spread,
    `${title}: the evidence for ${FACT_LABELS[fact]} is graded ${gradeWithWords(after)}; before: ${gradeWithWords(before)}`,
    [],
  );
};

/** A list of pointers that changed, in words. */
function refNodes(
  what: string,
  was: readonly string[] | undefined,
  is: readonly string[] | undefined,
  before: State,
  after: State,
): DiffNode[] {
  const added = (is ?? [])
    .filter((r) => !(was ?? []).includes(r))
    .map((r) => refInWords(r, after.platform, after.operator));
  const removed = (was ?? [])
    .filter((r) => !(is ?? []).includes(r))
    .map((r) => refInWords(r, before.platform, before.operator));
  const said = [
    added.length > 0 ? `now also cites ${listInWords(added)}` : "",
    removed.length > 0 ? `no longer cites ${listInWords(removed)}` : "",
  ];
  return added.length + removed.length === 0
    ? []
    : [node(`${what} ${said.filter((x) => x !== "").join("; ")}`)];
}

const allRefs = (practice: Practice, fact: Fact): string[] => [
  ...new Set(practice.rules.flatMap((r) => r.evidence[fact] ?? [])),
];

/** The evidence that answers, controls, events and myths cite: what was added and removed. */
function citedNodes(before: State, after: State): DiffNode[] {
  const both = <T extends { id: string }>(list: (c: State) => readonly T[]) =>
    list(before).flatMap((was): [T, T][] =>
      list(after).flatMap((is): [T, T][] => (is.id === was.id ? [[was, is]] : [])),
    );
  return [
    ...both((c) => c.platform.practices).flatMap(([was, is]) =>
      (Object.keys(FACT_LABELS) as Fact[]).flatMap((fact) =>
        refNodes(`${is.title}: ${FACT_LABELS[fact]}`, allRefs(was, fact), allRefs(is, fact), before, after),
      ),
    ),
    ...both((c) => c.platform.controls).flatMap(([was, is]) =>
      refNodes(`control ${is.name}`, was.evidence, is.evidence, before, after),
    ),
    ...both((c) => c.platform.events).flatMap(([was, is]) =>
      refNodes(`event “${is.title}”`, was.evidence, is.evidence, before, after),
    ),
    ...both((c) => c.platform.myths).flatMap(([was, is]) =>
      refNodes(`myth “${is.claim}”`, was.evidence, is.evidence, before, after),
    ),
  ];
}

/** Rules that cite other evidence although their practice as a whole cites the same. */
function movedEvidence(changes: readonly Change[], before: State, after: State): DiffNode[] {
  const [was, is] = [before.platform, after.platform];
  const moved = changes.filter(({ path, ...change }) => {
    if ("order" in change) return false;
    const [, practice, fact] = /^\/practices\/@([^/]+)\/rules\/@[^/]+\/evidence\/([^/]+)$/.exec(path) ?? [];
    const [a, b] = [was, is].map((p) => p.practices.find((x) => x.id === practice));
    return (
      a &&
      b &&
      allRefs(a, fact as Fact)
        .sort()
        .join() ===
        allRefs(b, fact as Fact)
          .sort()
          .join()
    );
  });
  return moved.length === 0
    ? []
    : [
        node(
          `the same documents, now cited by other rules: ${moved.map((c) => placeInWords(c.path, sidesOf(before, after))).join("; ")}`,
        ),
      ];
}

/** What changed in the evidence: grades first, then documents, then what cites them. */
export const evidenceNodes = (
  before: State,
  after: State,
  practices: readonly PracticeChanges[],
  changes: readonly Change[],
): DiffNode[] => [
  ...practices.flatMap((p) => p.grades.map((g) => gradeNode(p.title, g))),
  ...sourceNodes(before.platform.sources, after.platform.sources),
  ...citedNodes(before, after),
  ...movedEvidence(changes, before, after),
];

const documentsNode = ({ sources }: Platform): DiffNode => {
  const archived = sources.filter((s) => (s.passages?.length ?? 0) > 0).length;
  return node(`${countInWords(sources.length, "document")}, of which ${archived} with archived passages`);
};

/** The grades that a new practice has today. */
const newGrades = ({ title, grades }: PracticeChanges): DiffNode[] => {
  const lines = grades
    .filter((g) => g.tense === "now")
    .map((g) =>
      node(
        `${groupsInWords(g.groups)}: ${FACT_LABELS[g.value.fact]} is graded ${gradeWithWords(g.value.after)}`,
      ),
    );
  return lines.length > 0 ? [node(title, lines)] : [];
};

/** The evidence of a new record, in short. */
export const evidenceOfNew = (platform: Platform, practices: readonly PracticeChanges[]): DiffNode[] => [
  documentsNode(platform),
  ...practices.flatMap(newGrades),
];
