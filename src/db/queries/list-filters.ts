import { type SQL, sql } from "drizzle-orm";
import { type Audience, CELL, KIND, TRAINING_PURPOSES, termsOf, VERDICT } from "../../model/index.ts";
import type { Verdict } from "../../policy/index.ts";
import { EVERYONE, groupsOf } from "../people.ts";
import { HEADLINE } from "../segments.ts";
import { termOf } from "../stated-rows.ts";
import { updatedIn } from "./dates.ts";
import { hasText, letterOf, namedBy } from "./search.ts";
import { isIn, isLive, isOn, list } from "./sql.ts";

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

/** Statements on lists begin so: the groups that a person is in, which are looked up once. */
export const withMine = (who: Audience): SQL => sql`with mine(id) as materialized (${groupsOf(who)})`;

/** Whether a row under an alias is for the person of {@link withMine}, on that day. */
export const isMine = (alias: string, who: Audience): SQL =>
  sql`${sql.raw(alias)}.people in (select id from mine) and ${isOn(alias, who)}`;

const isAmong = (column: string, words: Words): SQL[] =>
  words ? [sql`${sql.raw(column)} in ${list(words)}`] : [];

/** The verdict and certainty of a row under an alias. */
const hasVerdict = (alias: string, { verdict, certainty }: ListFilters): SQL[] => [
  ...isAmong(`${alias}.verdict`, verdict),
  ...isAmong(`${alias}.certainty`, certainty),
];

/** The platforms of a publication that one filter is for. */
export interface PlatformSet {
  /** A query for their revisions, by an index. If there is a `count`, it can have revisions of other publications too. */
  query: SQL;
  /** Whether `platforms p` is one of them: looked up for one platform. */
  has: SQL;
  /** Their number, withdrawn ones too, as an expression, if it is known without reading them. */
  count?: SQL;
}

/** The number of platforms that are counted under some terms, of which a platform has at most one. */
function counted(query: ListFilters, publication: number, terms: readonly string[]): SQL {
  const { audience, certainty } = query;
  const where = all([
    sql`k.term in ${list(terms)}`,
    isMine("k", audience),
    ...isAmong("k.certainty", certainty),
    sql`k.publication <= ${publication}`,
  ]);
  return sql`(select coalesce(sum(k.n), 0) from list_counts k where ${where})`;
}

/** The platforms whose headline has one of some verdicts. @param verdict an expression, for the platforms of one verdict */
export function byHeadline(query: ListFilters, publication: number, verdict?: SQL): PlatformSet {
  const { audience } = query;
  const wanted = verdict ? [sql`h.verdict = ${verdict}`] : hasVerdict("h", query);
  const of = all([isMine("h", audience), ...wanted]);
  const terms = (query.verdict ?? termsOf(VERDICT)).map((word) => termOf("verdict", word));
  const term = sql`${termOf("verdict", "")} || ${verdict}`;
  return {
    query: sql`select h.revision from answers h indexed by answers_people where h.purpose = ${HEADLINE} and ${of} and ${isIn("h", publication)}`,
    has: sql`exists (select 1 from answers h where h.revision = p.revision and +h.purpose = ${HEADLINE} and ${of})`,
    count: verdict
      ? sql`(select coalesce(sum(k.n), 0) from list_counts k where k.term = ${term} and ${isMine("k", audience)} and k.publication <= ${publication})`
      : counted(query, publication, terms),
  };
}

/** The platforms of which something is stated by one term (stated-rows.ts). */
const byStatement = (query: ListFilters, publication: number, term: string): PlatformSet => {
  const of = sql`w.term = ${term} and ${isMine("w", query.audience)}`;
  return {
    query: sql`select w.revision from stated w indexed by stated_people where ${of}`,
    has: sql`exists (select 1 from stated w where w.revision = p.revision and ${of})`,
    count: counted(query, publication, [term]),
  };
};

/** The platforms with a cell of the wanted kinds and columns, and the verdict; or `condition`, where that is not enough. */
function byCell(query: ListFilters, publication: number): { set: PlatformSet } | { condition: SQL } {
  const { kind: kinds = termsOf(KIND), by: columns = termsOf(CELL), verdict, certainty } = query;
  const [kind, ...otherKinds] = new Set(kinds);
  const [column, ...otherColumns] = new Set(columns);
  if (verdict === undefined && certainty === undefined) {
    if (query.by === undefined && kind !== undefined && otherKinds.length === 0)
      return { set: byStatement(query, publication, termOf("kind", kind)) };
    if (query.kind === undefined && column !== undefined && otherColumns.length === 0)
      return { set: byStatement(query, publication, termOf("by", column)) };
  }
  const among = sql`in ${list(kinds)} and c.by_whom in ${list(columns)}`;
  const cells = (wanted: readonly SQL[]): SQL =>
    sql`select c.revision from cells c indexed by cells_people where c.kind ${among} and ${all([isMine("c", query.audience), ...wanted, isIn("c", publication)])}`;
  const wanted = hasVerdict("c", query);
  const found = cells(wanted);
  const asked = new Set(kinds).size * new Set(columns).size;
  if (!verdict?.includes(NOT_STATED) || certainty) {
    const has = sql`exists (select 1 from cells c where c.revision = p.revision and +c.kind ${among} and ${all([isMine("c", query.audience), ...wanted])})`;
    if (asked !== 1) return { set: { query: found, has } };
    const terms = (verdict ?? termsOf(VERDICT)).map((word) =>
      termOf("cell", kind as string, column as string, word),
    );
    return { set: { query: found, has, count: counted(query, publication, terms) } };
  }
  // What is not stated has no row; a verdict of this name that has one is of a practice that says so little.
  return {
    condition: sql`(p.revision in (${found}) or p.revision not in (${cells([])} group by c.revision having count(*) >= ${asked}))`,
  };
}

/** Whether an answer under the alias `a` is about one of some kinds. */
const isAboutKind = (kinds: readonly string[]): SQL =>
  sql`exists (select 1 from json_each(${JSON.stringify(kinds)}) k where instr(' ' || a.kinds || ' ', ' ' || k.value || ' ') > 0)`;

/** The filters for practices. */
const OF_PRACTICES = ["purpose", "model", "dataUse", "defaultState", "control"] as const;

/** The only term that is asked for of practices, if it is one by which platforms are found (stated-rows.ts). */
function onlyTerm(query: ListFilters): string | undefined {
  const [first, ...others] = OF_PRACTICES.filter((name) => query[name] !== undefined);
  const [word, ...otherWords] = (first && query[first]) ?? [];
  const isAlone = others.length === 0 && otherWords.length === 0;
  if (word === undefined || !isAlone || query.kind || query.by || query.verdict || query.certainty)
    return undefined;
  return first === "purpose" || first === "model" || first === "control" ? termOf(first, word) : undefined;
}

/** The platforms with a practice that matches. */
function byPractice(query: ListFilters, publication: number, ofVerdict: boolean): PlatformSet {
  const { purpose, kind, control } = query;
  const term = onlyTerm(query);
  if (term !== undefined) return byStatement(query, publication, term);
  const where = all([
    isMine("a", query.audience),
    ...(ofVerdict ? hasVerdict("a", query) : []),
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
  const purposes = list(purpose ?? TRAINING_PURPOSES);
  return {
    query: sql`select a.revision from answers a indexed by answers_people where a.purpose in ${purposes} and ${where} and ${isIn("a", publication)}`,
    has: sql`exists (select 1 from answers a where a.revision = p.revision and +a.purpose in ${purposes} and ${where})`,
  };
}

/** Whether the verdict that a query asks for is that of the headline. */
export const isOfHeadline = ({ kind, by, purpose, model, verdict, certainty }: ListFilters): boolean =>
  (verdict ?? certainty) !== undefined && [kind, by, purpose, model].every((words) => words === undefined);

/** What a query says about answers: sets in all of which a platform is, and other conditions on `platforms p`. */
function answerFilters(query: ListFilters, publication: number): { sets: PlatformSet[]; conditions: SQL[] } {
  const { kind, by, purpose, model } = query;
  const ofPractice = purpose !== undefined || model !== undefined;
  const ofCell = kind !== undefined || by !== undefined;
  const needsPractice = OF_PRACTICES.some((name) => query[name] !== undefined);
  const practices = needsPractice ? [byPractice(query, publication, ofPractice)] : [];
  if (ofPractice) return { sets: practices, conditions: [] };
  if (!ofCell)
    return {
      sets: isOfHeadline(query) ? [byHeadline(query, publication), ...practices] : practices,
      conditions: [],
    };
  const cells = byCell(query, publication);
  return "set" in cells
    ? { sets: [cells.set, ...practices], conditions: [] }
    : { sets: practices, conditions: [cells.condition] };
}

/** The platforms of some categories: each is in one. */
function byCategory(categories: readonly string[], publication: number): PlatformSet {
  const terms = categories.map((category) => termOf("category", category));
  return {
    query: sql`select c.revision from platforms c indexed by platforms_category where c.category in ${list(categories)} and ${isIn("c", publication)}`,
    has: sql`p.category in ${list(categories)}`,
    count: sql`(select coalesce(sum(k.n), 0) from list_counts k where k.term in ${list(terms)} and k.people = ${EVERYONE} and k.publication <= ${publication})`,
  };
}

/** The platforms that a release changed on a day or later. */
function byChange(day: string, publication: number): PlatformSet {
  const isSince = sql`d.changed >= ${day} and ${isIn("d", publication)}`;
  return {
    query: sql`select c.revision from platform_days d indexed by platform_days_changed cross join platforms c on c.id = d.platform and ${isIn("c", publication)} where ${isSince}`,
    has: sql`exists (select 1 from platform_days d where d.platform = p.id and +${isSince})`,
    count: sql`(select count(*) from platform_days d indexed by platform_days_changed where ${isSince})`,
  };
}

/** The conditions on `platforms p` that are not sets. */
const conditionsOf = (query: ListFilters, publication: number): SQL[] => [
  ...(query.operator === undefined
    ? []
    : [
        sql`p.operator in (with recursive owned(id) as (select ${query.operator} union select c.id from operators c join owned on c.parent = owned.id where ${isIn("c", publication)}) select id from owned)`,
      ]),
  ...(query.updatedSince === undefined
    ? []
    : [
        sql`(p.verified >= ${query.updatedSince} or ${updatedIn(sql`p.id`, publication, query.updatedSince)})`,
      ]),
  ...(query.q === undefined || letterOf(query.q) !== undefined ? [] : [hasText(sql`p.revision`, query.q)]),
  ...answerFilters(query, publication).conditions,
];

/** The sets in all of which a platform is. */
const setsOf = (query: ListFilters, publication: number): PlatformSet[] => {
  const letter = query.q === undefined ? undefined : letterOf(query.q);
  return [
    ...(query.category ? [byCategory(query.category, publication)] : []),
    ...(letter === undefined ? [] : [namedBy(letter, publication)]),
    ...(query.changedSince === undefined ? [] : [byChange(query.changedSince, publication)]),
    ...answerFilters(query, publication).sets,
  ];
};

/** Which platforms a query is for: all, those in one set, or those that several things are true of. */
export function selection(query: ListFilters, publication: number): "all" | PlatformSet | "some" {
  const sets = setsOf(query, publication);
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

/** The conditions of a list query on `platforms p`, in a statement that begins with {@link withMine}. */
export const filters = (query: ListFilters, publication: number): SQL =>
  all([
    presence(query, publication),
    ...conditionsOf(query, publication),
    ...setsOf(query, publication).map((set) => sql`p.revision in (${set.query})`),
  ]);

/** The number of the platforms `p` that are withdrawn on a day: few. @param which a condition */
const withdrawn = (query: ListFilters, publication: number, which: SQL): SQL =>
  query.withdrawn === "include"
    ? sql`0`
    : sql`(select count(*) from platforms p indexed by platforms_withdrawn where p.withdrawn <= ${query.audience.asOf} and ${isIn("p", publication)} and ${which})`;

/** A query for the number of platforms. All, and those that are counted, are not read for it. */
export function totalQuery(query: ListFilters, publication: number): SQL {
  const mine = withMine(query.audience);
  const which = selection(query, publication);
  if (which === "all")
    return sql`select x.platforms - ${withdrawn(query, publication, sql`true`)} as total from publications x where x.id = ${publication}`;
  if (which === "some")
    return sql`${mine} select count(*) as total from platforms p where ${filters(query, publication)}`;
  if (which.count)
    return sql`${mine} select ${which.count} - ${withdrawn(query, publication, which.has)} as total`;
  const gone =
    query.withdrawn === "include"
      ? sql``
      : sql`where s.revision not in (select p.revision from platforms p indexed by platforms_withdrawn where p.withdrawn <= ${query.audience.asOf})`;
  return sql`${mine} select count(distinct s.revision) as total from (${which.query}) s ${gone}`;
}
