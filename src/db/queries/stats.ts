import { type SQL, sql } from "drizzle-orm";
import { type Audience, CELL, KIND, termsOf } from "../../model/index.ts";
import type { By, Kind } from "../../policy/index.ts";
import { HEADLINE } from "../answer-rows.ts";
import type { Database } from "../database.ts";
import { TALLY } from "../tallies.ts";
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
  const [totals] = await db.all<Pick<Stats["totals"], "platforms" | "withdrawn" | "operators">>(
    sql`select (select count(*) from platforms where revision in ${current}) as platforms, (select count(*) from platforms p where ${isIn("p", publication)} and not ${isLive("p", who.asOf)}) as withdrawn, (select count(*) from operators o where ${isIn("o", publication)}) as operators`,
  );
  const counted = await talliesOf(db, publication, who.asOf);
  const mine = sql`a.revision in ${current} and ${forAudience("a", who)}`;
  const byPurpose = await db.all<{ purpose: string; verdict: string; n: number }>(
    sql`select a.purpose, a.verdict, count(distinct a.revision) as n from answers a where ${mine} and a.practice <> ${HEADLINE} group by 1, 2 order by 1, 2`,
  );
  const purposes: Record<string, Record<string, number>> = {};
  for (const { purpose, verdict, n } of byPurpose) purposes[purpose] = { ...purposes[purpose], [verdict]: n };
  return {
    totals: {
      ...(totals as NonNullable<typeof totals>),
      practices: counted.total(TALLY.practices),
      rules: counted.total(TALLY.rules),
      controls: counted.total(TALLY.controls),
      events: counted.total(TALLY.events),
      sources: counted.total(TALLY.sources),
      passages: counted.total(TALLY.passages),
    },
    headlines: await count(
      sql`select a.verdict as key, count(*) as n from answers a where ${mine} and a.practice = ${HEADLINE} group by 1 order by 1`,
    ),
    cells: await cellCounts(db, sql`c.revision in ${current} and ${forAudience("c", who)}`),
    purposes,
    categories: await count(
      sql`select category as key, count(*) as n from platforms where revision in ${current} group by 1 order by 1`,
    ),
    controlKinds: counted.by(TALLY.controlKind),
    // A fact's grade is the best of its evidence.
    ruleGrades: counted.by(TALLY.factGrade, "dataUse"),
    eventTypes: counted.by(TALLY.eventType),
    eventYears: counted.by(TALLY.eventYear),
    verified: (
      await db.all<Stats["verified"]>(
        sql`select min(verified) as oldest, max(verified) as newest from platforms where revision in ${current}`,
      )
    )[0] ?? { oldest: null, newest: null },
    ...(await qualityOf(db, mine, counted)),
  };
}

/** Platforms by kind of data, column and verdict. */
async function cellCounts(db: Database, mine: SQL): Promise<Stats["cells"]> {
  const rows = await db.all<{ kind: string; by: string; verdict: string; n: number }>(
    sql`select c.kind, c.by_whom as "by", c.verdict, count(*) as n from cells c where ${mine} group by 1, 2, 3 order by 1, 2, 3`,
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

/** Counts of records, summed up. */
interface Counted {
  total(what: string): number;
  /** By the last part of their names. @param what the parts before it */
  by(...what: string[]): Record<string, number>;
}

/** What is counted in the live platforms and in the operators. */
async function talliesOf(db: Database, publication: number, asOf: string): Promise<Counted> {
  const among = sql`(select p.revision from platforms p where ${isIn("p", publication)} and ${isLive("p", asOf)} union all select o.revision from operators o where ${isIn("o", publication)})`;
  const rows = await db.all<{ what: string; n: number }>(
    sql`select what, sum(n) as n from tallies where revision in ${among} group by what order by what`,
  );
  return {
    total: (what) => rows.find((r) => r.what === what)?.n ?? 0,
    by(...what) {
      const prefix = `${what.join("/")}/`;
      const parts = rows.filter((r) => r.what.startsWith(prefix));
      return Object.fromEntries(parts.map((r) => [r.what.slice(prefix.length), r.n]));
    },
  };
}

/** The first, middle and last day of some, counted by day. Of an even number, the earlier of the two in the middle. */
function spread(byDay: Readonly<Record<string, number>>): Stats["captured"] {
  const days = Object.keys(byDay).sort();
  const total = days.reduce((sum, day) => sum + (byDay[day] ?? 0), 0);
  const upTo = (i: number): number => days.slice(0, i + 1).reduce((sum, day) => sum + (byDay[day] ?? 0), 0);
  const median = days.find((_, i) => upTo(i) > Math.floor((total - 1) / 2));
  return { oldest: days[0] ?? null, median: median ?? null, newest: days.at(-1) ?? null };
}

/** How well the facts are known, as `npm run quality` counts it. */
async function qualityOf(
  db: Database,
  mine: SQL,
  counted: Counted,
): Promise<Pick<Stats, "factGrades" | "captured" | "openQuestions" | "notStated">> {
  const byFact = Object.entries(counted.by(TALLY.factGrade)).map(([key, n]) => {
    const [fact = "", grade = ""] = key.split("/");
    return { fact, grade, n };
  });
  const share = async (column: SQL): Promise<Share> =>
    (
      await db.all<Share>(
        sql`select coalesce(sum(${column} = 'not-stated'), 0) as "notStated", count(${column}) as "of" from answers a where ${mine} and a.practice <> ${HEADLINE}`,
      )
    )[0] ?? {
      notStated: 0,
      of: 0,
    };
  return {
    factGrades: Object.fromEntries(
      [...Map.groupBy(byFact, (r) => r.fact)].map(([fact, rows]) => [
        fact,
        Object.fromEntries(rows.map((r) => [r.grade, r.n])),
      ]),
    ),
    captured: spread(counted.by(TALLY.captured)),
    openQuestions: counted.total(TALLY.openQuestions),
    notStated: {
      dataUse: await share(sql`a.data_use`),
      defaultState: await share(sql`a.default_state`),
      effect: {
        notStated: counted.total(`${TALLY.effect}/not-stated`),
        of: counted.total(TALLY.effect),
      },
    },
  };
}
