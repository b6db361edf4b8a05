import { type SQL, sql } from "drizzle-orm";
import { type Audience, CELL, KIND, TRAINING_PURPOSES, termsOf } from "../../model/index.ts";
import type { Verdict } from "../../policy/index.ts";
import { HEADLINE } from "../answer-rows.ts";
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

/** Platforms whose headline has the verdict. */
function byHeadline(query: ListFilters): SQL[] {
  const wanted = hasVerdict("h", query);
  if (wanted.length === 0) return [];
  return [
    sql`p.revision in (select h.revision from answers h where h.purpose = ${HEADLINE} and ${all(wanted)} and ${forAudience("h", query.audience)})`,
  ];
}

/** Platforms with a cell of the wanted kinds and columns with the verdict. */
function byCell(query: ListFilters): SQL {
  const { kind: kinds = termsOf(KIND), by: columns = termsOf(CELL), verdict, certainty } = query;
  // Every column of the index is named, so that it is used.
  const asked = sql`c.kind in ${list(kinds)} and c.by_whom in ${list(columns)}`;
  const found = sql`p.revision in (select c.revision from cells c where ${all([asked, ...hasVerdict("c", query), forAudience("c", query.audience)])})`;
  if (!verdict?.includes(NOT_STATED) || certainty) return found;
  // What is not stated has no row; a verdict of this name that has one is of a practice that says so little.
  const stated = sql`(select count(*) from cells c where c.revision = p.revision and ${all([asked, forAudience("c", query.audience)])})`;
  return sql`(${found} or ${stated} < ${new Set(kinds).size * new Set(columns).size})`;
}

/** Whether an answer under the alias `a` is about one of some kinds. */
const isAboutKind = (kinds: readonly string[]): SQL =>
  sql`exists (select 1 from json_each(${JSON.stringify(kinds)}) k where instr(' ' || a.kinds || ' ', ' ' || k.value || ' ') > 0)`;

/** Platforms with a practice that matches. */
function byPractice(query: ListFilters, ofVerdict: boolean): SQL {
  const { purpose, kind, control } = query;
  const where = all([
    sql`a.purpose in ${list(purpose ?? TRAINING_PURPOSES)}`,
    ...isAmong("a.model", query.model),
    ...isAmong("a.data_use", query.dataUse),
    ...isAmong("a.default_state", query.defaultState),
    ...isAmong("a.by_whom", query.by),
    ...(kind ? [isAboutKind(kind)] : []),
    ...(ofVerdict ? hasVerdict("a", query) : []),
    ...(control
      ? [
          sql`exists (select 1 from answer_controls x where x.revision = a.revision and x.answer = a.id and x.kind in ${list(control)})`,
        ]
      : []),
    forAudience("a", query.audience),
  ]);
  return sql`p.revision in (select a.revision from answers a where ${where})`;
}

/** The conditions on answers. */
function answerFilters(query: ListFilters): SQL[] {
  const { kind, by, purpose, model, dataUse, defaultState, control } = query;
  const ofPractice = purpose !== undefined || model !== undefined;
  const ofCell = kind !== undefined || by !== undefined;
  const needsPractice = ofPractice || [dataUse, defaultState, control].some((words) => words !== undefined);
  return [
    ...(ofPractice ? [] : ofCell ? [byCell(query)] : byHeadline(query)),
    ...(needsPractice ? [byPractice(query, ofPractice)] : []),
  ];
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

/** The conditions that select some of the platforms that there are on a day. */
const selecting = (query: ListFilters, publication: number): SQL[] => [
  ...isAmong("p.category", query.category),
  ...(query.operator === undefined
    ? []
    : [
        sql`p.operator in (with recursive owned(id) as (select ${query.operator} union select c.id from operators c join owned on c.parent = owned.id where ${isIn("c", publication)}) select id from owned)`,
      ]),
  ...sinceFilters(query, publication),
  ...(query.q === undefined ? [] : [hasText(sql`p.revision`, query.q)]),
  ...answerFilters(query),
];

/** Whether a query is for some of the platforms only. */
export const selects = (query: ListFilters, publication: number): boolean =>
  selecting(query, publication).length > 0;

/** The conditions of a list query on `platforms p`. */
export const filters = (query: ListFilters, publication: number): SQL =>
  all([
    isIn("p", publication),
    ...selecting(query, publication),
    ...(query.withdrawn === "include" ? [] : [isLive("p", query.audience.asOf)]),
  ]);
