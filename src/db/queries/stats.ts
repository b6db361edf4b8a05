import { type SQL, sql } from "drizzle-orm";
import { type Audience, CELL, KIND, termsOf } from "../../model/index.ts";
import type { By, Kind } from "../../policy/index.ts";
import { HEADLINE } from "../answer-rows.ts";
import type { Database } from "../database.ts";
import { states } from "./list-filters.ts";
import { forAudience, isIn, isLive } from "./sql.ts";

/** Counts over the dataset. */
export interface Stats {
  totals: {
    platforms: number;
    /** Platforms whose records are withdrawn; nothing else counts them. */
    withdrawn: number;
    operators: number;
    practices: number;
    rules: number;
    controls: number;
    events: number;
    sources: number;
    passages: number;
  };
  /** Platforms by the verdict of their headline. */
  headlines: Record<string, number>;
  /** Platforms by kind of data, column (a term of CELL) and verdict. Those that state nothing are not counted. */
  cells: { kind: Kind; by: By; verdicts: Record<string, number> }[];
  /** Platforms by purpose and verdict. */
  purposes: Record<string, Record<string, number>>;
  categories: Record<string, number>;
  controlKinds: Record<string, number>;
  ruleGrades: Record<string, number>;
  eventTypes: Record<string, number>;
  eventYears: Record<string, number>;
  verified: { oldest: string | null; newest: string | null };
  /** Rules by fact and the best grade of its evidence. */
  factGrades: Record<string, Record<string, number>>;
  /** The newest archived copy of each source that has one. The median: half were captured on that day or before. */
  captured: { oldest: string | null; median: string | null; newest: string | null };
  openQuestions: number;
  /** How often something is `not-stated`: the use and (if data is used) the default of answers, the effect of controls. */
  notStated: { dataUse: Share; defaultState: Share; effect: Share };
}

/** How many of some things are `not-stated`. */
export interface Share {
  notStated: number;
  of: number;
}

type Counts = { key: string; n: number };

const countsIn = (rows: readonly Counts[]): Record<string, number> =>
  Object.fromEntries(rows.map((r) => [r.key, r.n]));

/** Counts by two words: the first, then the second. */
const nestedIn = (rows: readonly (Counts & { group: string })[]): Record<string, Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(rows, (r) => r.group)].map(([group, of]) => [group, countsIn(of)]));

/** Counts over the dataset, answers counted for one audience. */
export async function statsOf(db: Database, publication: number, who: Audience): Promise<Stats> {
  const current = sql`(select p.revision from platforms p where ${isIn("p", publication)} and ${isLive("p", who.asOf)})`;
  const all = sql`(select p.revision from platforms p where ${isIn("p", publication)} and ${isLive("p", who.asOf)} union all select o.revision from operators o where ${isIn("o", publication)})`;
  const total = (table: string, among: SQL) =>
    sql`(select count(*) from ${sql.raw(table)} where revision in ${among})`;
  const mine = sql`a.revision in ${current} and ${forAudience("a", who)}`;
  const answers = sql`answers a where ${mine} and a.practice <> ${HEADLINE}`;
  const count = (column: string, table: string) =>
    sql`select ${sql.raw(column)} as key, count(*) as n from ${sql.raw(table)} where revision in ${current} group by 1 order by 1`;
  const share = (column: SQL, from: SQL) =>
    sql`select coalesce(sum(${column} = 'not-stated'), 0) as "notStated", count(${column}) as "of" from ${from}`;
  const [
    [totals],
    headlines,
    cells,
    purposes,
    categories,
    controlKinds,
    ruleGrades,
    eventTypes,
    eventYears,
    [verified],
    factGrades,
    [captured],
    [open],
    [dataUse],
    [defaultState],
    [effect],
  ] = await db.read<
    [
      Stats["totals"],
      Counts,
      CellCount,
      Counts & { group: string },
      Counts,
      Counts,
      Counts,
      Counts,
      Counts,
      Stats["verified"],
      Counts & { group: string },
      Stats["captured"],
      { n: number },
      Share,
      Share,
      Share,
    ]
  >([
    sql`select ${total("platforms", current)} as platforms, (select count(*) from platforms p where ${isIn("p", publication)} and not ${isLive("p", who.asOf)}) as withdrawn, ${total("operators", all)} as operators, ${total("practices", current)} as practices, ${total("rules", current)} as rules, ${total("controls", current)} as controls, ${total("events", current)} as events, ${total("sources", all)} as sources, ${total("passages", all)} as passages`,
    sql`select a.verdict as key, count(*) as n from answers a where ${mine} and a.practice = ${HEADLINE} group by 1 order by 1`,
    sql`select c.kind, c.by_whom as "by", c.verdict, count(*) as n from cells c where c.revision in ${current} and ${forAudience("c", who)} and ${states("c")} group by 1, 2, 3 order by 1, 2, 3`,
    sql`select a.purpose as "group", a.verdict as key, count(distinct a.revision) as n from ${answers} group by 1, 2 order by 1, 2`,
    count("category", "platforms"),
    count("kind", "controls"),
    // A fact's grade is the best of its evidence.
    sql`select grade as key, count(*) as n from (select min(grade) as grade from evidence where revision in ${current} and subject = 'rule' and fact = 'dataUse' group by revision, subject_id) group by 1 order by 1`,
    count("event_type", "events"),
    count("substr(sort_day, 1, 4)", "events"),
    sql`select min(verified) as oldest, max(verified) as newest from platforms where revision in ${current}`,
    // A default that is not stated can have evidence (that nothing is said), but it is not a fact with a grade.
    sql`select fact as "group", grade as key, count(*) as n from (select e.fact, min(e.grade) as grade from evidence e where e.revision in ${current} and e.subject = 'rule' and not (e.fact = 'defaultState' and (e.revision, e.subject_id) in (select r.revision, r.practice || '/' || r.id from rules r where r.revision in ${current} and r.default_state = 'not-stated')) group by e.revision, e.subject_id, e.fact) group by 1, 2 order by 1, 2`,
    sql`with newest as (select max(captured) as day from copies where revision in ${all} group by revision, source) select min(day) as oldest, (select day from newest order by day limit 1 offset (select (count(*) - 1) / 2 from newest)) as median, max(day) as newest from newest`,
    sql`select coalesce(sum(json_array_length(record, '$.review.openQuestions')), 0) as n from platforms where revision in ${current}`,
    share(sql`a.data_use`, answers),
    share(sql`a.default_state`, answers),
    share(sql`effect`, sql`controls where revision in ${current}`),
  ]);
  const none: Share = { notStated: 0, of: 0 };
  return {
    totals: totals as Stats["totals"],
    headlines: countsIn(headlines),
    cells: cellCounts(cells),
    purposes: nestedIn(purposes),
    categories: countsIn(categories),
    controlKinds: countsIn(controlKinds),
    ruleGrades: countsIn(ruleGrades),
    eventTypes: countsIn(eventTypes),
    eventYears: countsIn(eventYears),
    verified: verified ?? { oldest: null, newest: null },
    factGrades: nestedIn(factGrades),
    captured: captured ?? { oldest: null, median: null, newest: null },
    openQuestions: open?.n ?? 0,
    notStated: { dataUse: dataUse ?? none, defaultState: defaultState ?? none, effect: effect ?? none },
  };
}

interface CellCount {
  kind: string;
  by: string;
  verdict: string;
  n: number;
}

/** Platforms by kind of data, column and verdict. */
const cellCounts = (rows: readonly CellCount[]): Stats["cells"] =>
  termsOf(KIND).flatMap((kind) =>
    termsOf(CELL).map((by) => ({
      kind,
      by,
      verdicts: Object.fromEntries(
        rows.filter((r) => r.kind === kind && r.by === by).map((r) => [r.verdict, r.n]),
      ),
    })),
  );
