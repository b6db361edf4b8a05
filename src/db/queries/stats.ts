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

/** Counts over the dataset, answers counted for one audience. */
export async function statsOf(db: Database, publication: number, who: Audience): Promise<Stats> {
  const count = async (query: SQL) =>
    Object.fromEntries((await db.all<{ key: string; n: number }>(query)).map((r) => [r.key, r.n]));
  const current = sql`(select p.revision from platforms p where ${isIn("p", publication)} and ${isLive("p", who.asOf)})`;
  const all = sql`(select p.revision from platforms p where ${isIn("p", publication)} and ${isLive("p", who.asOf)} union all select o.revision from operators o where ${isIn("o", publication)})`;
  const total = (table: string, among: SQL) =>
    sql`(select count(*) from ${sql.raw(table)} where revision in ${among})`;
  const [totals] = await db.all<Stats["totals"]>(
    sql`select ${total("platforms", current)} as platforms, (select count(*) from platforms p where ${isIn("p", publication)} and not ${isLive("p", who.asOf)}) as withdrawn, ${total("operators", all)} as operators, ${total("practices", current)} as practices, ${total("rules", current)} as rules, ${total("controls", current)} as controls, ${total("events", current)} as events, ${total("sources", all)} as sources, ${total("passages", all)} as passages`,
  );
  const mine = sql`a.revision in ${current} and ${forAudience("a", who)}`;
  const byPurpose = await db.all<{ purpose: string; verdict: string; n: number }>(
    sql`select a.purpose, a.verdict, count(distinct a.revision) as n from answers a where ${mine} and a.practice <> ${HEADLINE} group by 1, 2 order by 1, 2`,
  );
  const purposes: Record<string, Record<string, number>> = {};
  for (const { purpose, verdict, n } of byPurpose) purposes[purpose] = { ...purposes[purpose], [verdict]: n };
  return {
    totals: totals as Stats["totals"],
    headlines: await count(
      sql`select a.verdict as key, count(*) as n from answers a where ${mine} and a.practice = ${HEADLINE} group by 1 order by 1`,
    ),
    cells: await cellCounts(db, sql`c.revision in ${current} and ${forAudience("c", who)}`),
    purposes,
    categories: await count(
      sql`select category as key, count(*) as n from platforms where revision in ${current} group by 1 order by 1`,
    ),
    controlKinds: await count(
      sql`select kind as key, count(*) as n from controls where revision in ${current} group by 1 order by 1`,
    ),
    // A fact's grade is the best of its evidence.
    ruleGrades: await count(
      sql`select grade as key, count(*) as n from (select min(grade) as grade from evidence where revision in ${current} and subject = 'rule' and fact = 'dataUse' group by revision, subject_id) group by 1 order by 1`,
    ),
    eventTypes: await count(
      sql`select event_type as key, count(*) as n from events where revision in ${current} group by 1 order by 1`,
    ),
    eventYears: await count(
      sql`select substr(sort_day, 1, 4) as key, count(*) as n from events where revision in ${current} group by 1 order by 1`,
    ),
    verified: (
      await db.all<Stats["verified"]>(
        sql`select min(verified) as oldest, max(verified) as newest from platforms where revision in ${current}`,
      )
    )[0] ?? { oldest: null, newest: null },
    ...(await qualityOf(db, current, all, mine)),
  };
}

/** Platforms by kind of data, column and verdict. */
async function cellCounts(db: Database, mine: SQL): Promise<Stats["cells"]> {
  const rows = await db.all<{ kind: string; by: string; verdict: string; n: number }>(
    sql`select c.kind, c.by_whom as "by", c.verdict, count(*) as n from cells c where ${mine} and ${states("c")} group by 1, 2, 3 order by 1, 2, 3`,
  );
  return termsOf(KIND).flatMap((kind) =>
    termsOf(CELL).map((by) => ({
      kind,
      by,
      verdicts: Object.fromEntries(
        rows.filter((r) => r.kind === kind && r.by === by).map((r) => [r.verdict, r.n]),
      ),
    })),
  );
}

/** How well the facts are known, as `npm run quality` counts it. */
async function qualityOf(
  db: Database,
  current: SQL,
  all: SQL,
  mine: SQL,
): Promise<Pick<Stats, "factGrades" | "captured" | "openQuestions" | "notStated">> {
  const byFact = await db.all<{ fact: string; grade: string; n: number }>(
    // A default that is not stated can have evidence (that nothing is said), but it is not a fact with a grade.
    sql`select fact, grade, count(*) as n from (select e.fact, min(e.grade) as grade from evidence e where e.revision in ${current} and e.subject = 'rule' and not (e.fact = 'defaultState' and (e.revision, e.subject_id) in (select r.revision, r.practice || '/' || r.id from rules r where r.revision in ${current} and r.default_state = 'not-stated')) group by e.revision, e.subject_id, e.fact) group by 1, 2 order by 1, 2`,
  );
  const [captured] = await db.all<Stats["captured"]>(
    sql`with newest as (select max(captured) as day from copies where revision in ${all} group by revision, source) select min(day) as oldest, (select day from newest order by day limit 1 offset (select (count(*) - 1) / 2 from newest)) as median, max(day) as newest from newest`,
  );
  const [open] = await db.all<{ n: number }>(
    sql`select coalesce(sum(json_array_length(record, '$.review.openQuestions')), 0) as n from platforms where revision in ${current}`,
  );
  const share = async (column: SQL, from: SQL): Promise<Share> =>
    (
      await db.all<Share>(
        sql`select coalesce(sum(${column} = 'not-stated'), 0) as "notStated", count(${column}) as "of" from ${from}`,
      )
    )[0] ?? {
      notStated: 0,
      of: 0,
    };
  const answers = sql`answers a where ${mine} and a.practice <> ${HEADLINE}`;
  return {
    factGrades: Object.fromEntries(
      [...Map.groupBy(byFact, (r) => r.fact)].map(([fact, rows]) => [
        fact,
        Object.fromEntries(rows.map((r) => [r.grade, r.n])),
      ]),
    ),
    captured: captured ?? { oldest: null, median: null, newest: null },
    openQuestions: open?.n ?? 0,
    notStated: {
      dataUse: await share(sql`a.data_use`, answers),
      defaultState: await share(sql`a.default_state`, answers),
      effect: await share(sql`effect`, sql`controls where revision in ${current}`),
    },
  };
}
