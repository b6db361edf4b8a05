import { type SQL, sql } from "drizzle-orm";
import { type Audience, CELL, KIND, TRAINING_PURPOSES, termsOf } from "../../model/index.ts";
import type { Verdict } from "../../policy/index.ts";
import { HEADLINE } from "../segments.ts";
import { changedSince } from "./dates.ts";
import { hasText } from "./search.ts";
import { forAudience, isIn, isLive, list } from "./sql.ts";

type Words = readonly string[] | undefined;

/**
 * Which platforms a query is for. A list of terms means any of them. `verdict` and `certainty` are those of
 * the headline; with `kind` or `by`, of one of these cells; with `purpose` or `model`, of a practice that
 * matches all filters for practices at once.
 */
export interface ListFilters {
  audience: Audience;
  category?: Words;
  /** An operator's id; includes platforms of operators that it owns. */
  operator?: string | undefined;
  /** Kinds of data. Without `verdict`, only platforms that state something about one of them. */
  kind?: Words;
  /** Who trains: terms of CELL. */
  by?: Words;
  verdict?: Words;
  certainty?: Words;
  /** Without it, only practices that train count. */
  purpose?: Words;
  model?: Words;
  dataUse?: Words;
  defaultState?: Words;
  /** Kinds of controls that these people have over a practice. */
  control?: Words;
  q?: string | undefined;
  /** Also records that are withdrawn on that day. */
  withdrawn?: "include" | undefined;
  /** Only records checked on this day or later, or changed in a release since. */
  updatedSince?: string | undefined;
  /** Only records that a release changed, in more than their wording, on this day or later. */
  changedSince?: string | undefined;
}

/** The verdict of what nothing is stated about. */
const NOT_STATED: Verdict = "not-stated";

const all = (parts: readonly SQL[]): SQL => sql.join([...parts], sql` and `);

const isAmong = (column: string, words: Words): SQL[] =>
  words ? [sql`${sql.raw(column)} in ${list(words)}`] : [];

/** The verdict and certainty of a row under an alias. */
const hasVerdict = (alias: string, { verdict, certainty }: ListFilters): SQL[] => [
  ...isAmong(`${alias}.verdict`, verdict),
  ...isAmong(`${alias}.certainty`, certainty),
];

/** A query for the revisions of a publication that have some answer. */
export interface RevisionSet {
  query: SQL;
  /** Whether each revision is in it once. */
  isUnique: boolean;
}

/** Revisions whose headline has the verdict. */
function byHeadline(query: ListFilters, publication: number): RevisionSet[] {
  const wanted = hasVerdict("h", query);
  if (wanted.length === 0) return [];
  const where = all([
    sql`h.purpose = ${HEADLINE}`,
    forAudience("h", query.audience),
    ...wanted,
    isIn("h", publication),
  ]);
  // One headline is for these people.
  return [
    { query: sql`select h.revision from answers h indexed by answers_people where ${where}`, isUnique: true },
  ];
}

/** Revisions with a cell of the wanted kinds and columns, and the verdict; or `condition`, where that is not enough. */
function byCell(query: ListFilters, publication: number): { set: RevisionSet } | { condition: SQL } {
  const { kind: kinds = termsOf(KIND), by: columns = termsOf(CELL), verdict, certainty } = query;
  const cells = (wanted: readonly SQL[]): SQL =>
    sql`select c.revision from cells c indexed by cells_people where ${all([
      sql`c.kind in ${list(kinds)} and c.by_whom in ${list(columns)}`,
      forAudience("c", query.audience),
      ...wanted,
      isIn("c", publication),
    ])}`;
  const found = cells(hasVerdict("c", query));
  const asked = new Set(kinds).size * new Set(columns).size;
  if (!verdict?.includes(NOT_STATED) || certainty) return { set: { query: found, isUnique: asked === 1 } };
  // What is not stated has no row; a verdict of this name that has one is of a practice that says so little.
  return {
    condition: sql`(p.revision in (${found}) or p.revision not in (${cells([])} group by c.revision having count(*) >= ${asked}))`,
  };
}

/** Whether an answer under the alias `a` is about one of some kinds. */
const isAboutKind = (kinds: readonly string[]): SQL =>
  sql`exists (select 1 from json_each(${JSON.stringify(kinds)}) k where instr(' ' || a.kinds || ' ', ' ' || k.value || ' ') > 0)`;

/** Revisions with a practice that matches. */
function byPractice(query: ListFilters, publication: number, ofVerdict: boolean): RevisionSet {
  const { purpose, kind, control } = query;
  const where = all([
    sql`a.purpose in ${list(purpose ?? TRAINING_PURPOSES)}`,
    forAudience("a", query.audience),
    ...(ofVerdict ? hasVerdict("a", query) : []),
    isIn("a", publication),
    ...isAmong("a.model", query.model),
    ...isAmong("a.data_use", query.dataUse),
    ...isAmong("a.default_state", query.defaultState),
    ...isAmong("a.by_whom", query.by),
    ...(kind ? [isAboutKind(kind)] : []),
    ...(control
      ? [
          sql`exists (select 1 from answer_controls x where x.revision = a.revision and x.answer = a.id and x.kind in ${list(control)})`,
        ]
      : []),
  ]);
  return {
    query: sql`select a.revision from answers a indexed by answers_people where ${where}`,
    isUnique: false,
  };
}

/** What a query says about answers: sets in all of which a revision is, and other conditions on `platforms p`. */
function answerFilters(query: ListFilters, publication: number): { sets: RevisionSet[]; conditions: SQL[] } {
  const { kind, by, purpose, model, dataUse, defaultState, control } = query;
  const ofPractice = purpose !== undefined || model !== undefined;
  const ofCell = kind !== undefined || by !== undefined;
  const needsPractice = ofPractice || [dataUse, defaultState, control].some((words) => words !== undefined);
  const practices = needsPractice ? [byPractice(query, publication, ofPractice)] : [];
  if (ofPractice) return { sets: practices, conditions: [] };
  if (!ofCell) return { sets: [...byHeadline(query, publication), ...practices], conditions: [] };
  const cells = byCell(query, publication);
  return "set" in cells
    ? { sets: [cells.set, ...practices], conditions: [] }
    : { sets: practices, conditions: [cells.condition] };
}

/** The conditions on days. */
function sinceFilters({ updatedSince, changedSince: since }: ListFilters, publication: number): SQL[] {
  const id = sql`p.id`;
  return [
    ...(updatedSince === undefined
      ? []
      : [sql`(p.verified >= ${updatedSince} or ${changedSince(id, publication, updatedSince, true)})`]),
    ...(since === undefined ? [] : [changedSince(id, publication, since, false)]),
  ];
}

/** The conditions on `platforms p` that are not about answers, or not sets. */
const conditionsOf = (query: ListFilters, publication: number): SQL[] => [
  ...isAmong("p.category", query.category),
  ...(query.operator === undefined
    ? []
    : [
        sql`p.operator in (with recursive owned(id) as (select ${query.operator} union select c.id from operators c join owned on c.parent = owned.id where ${isIn("c", publication)}) select id from owned)`,
      ]),
  ...sinceFilters(query, publication),
  ...(query.q === undefined ? [] : [hasText(sql`p.revision`, query.q)]),
  ...answerFilters(query, publication).conditions,
];

/** Which platforms a query is for: all, those with a revision in one set, or those that several things are true of. */
export function selection(query: ListFilters, publication: number): "all" | RevisionSet | "some" {
  const { sets } = answerFilters(query, publication);
  if (conditionsOf(query, publication).length > 0 || sets.length > 1) return "some";
  return sets[0] ?? "all";
}

/** Whether a query's platforms depend on who asks; otherwise only their answers do. */
export function dependsOnAudience(query: ListFilters): boolean {
  const { sets, conditions } = answerFilters(query, 0);
  return sets.length > 0 || conditions.length > 0;
}

/** The conditions on `platforms p` for every query: what there is on a day. */
export const presence = (query: ListFilters, publication: number): SQL =>
  all([isIn("p", publication), ...(query.withdrawn === "include" ? [] : [isLive("p", query.audience.asOf)])]);

/** The conditions of a list query on `platforms p`. */
export const filters = (query: ListFilters, publication: number): SQL =>
  all([
    presence(query, publication),
    ...conditionsOf(query, publication),
    ...answerFilters(query, publication).sets.map((set) => sql`p.revision in (${set.query})`),
  ]);

/** The revisions that are withdrawn on a day: few. */
const withdrawnOn = (day: string): SQL =>
  sql`select p.revision from platforms p indexed by platforms_withdrawn where p.withdrawn <= ${day}`;

/** A query for the number of platforms. All, and those in a set, are counted without reading `platforms`. */
export function totalQuery(query: ListFilters, publication: number): SQL {
  const which = selection(query, publication);
  const gone = query.withdrawn === "include" ? undefined : withdrawnOn(query.audience.asOf);
  if (which === "some")
    return sql`select count(*) as total from platforms p where ${filters(query, publication)}`;
  if (which === "all") {
    const less = gone ? sql` - (select count(*) from (${gone} and ${isIn("p", publication)}))` : sql``;
    return sql`select x.platforms${less} as total from publications x where x.id = ${publication}`;
  }
  const counted = sql.raw(which.isUnique ? "count(*)" : "count(distinct s.revision)");
  return sql`select ${counted} as total from (${which.query}) s ${gone ? sql`where s.revision not in (${gone})` : sql``}`;
}
