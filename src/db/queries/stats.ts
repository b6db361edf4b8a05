import { type SQL, sql } from "drizzle-orm";
import { type Audience, CELL, KIND, type ReadAgreement, termsOf } from "../../model/index.ts";
import type { By, Kind } from "../../policy/index.ts";
import type { Reader } from "../database.ts";
import { HEADLINE } from "../segments.ts";
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
  /** How far the records agree with the last second readings that were reported; null where none were. */
  agreement: ReadAgreement | null;
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
export async function statsOf(db: Reader, publication: number, who: Audience): Promise<Stats> {
  const current = sql`(select p.revision from platforms p where ${isIn("p", publication)} and ${isLive("p", who.asOf)})`;
  const mine = sql`a.revision in ${current} and ${forAudience("a", who)}`;
  const answers = sql`answers a where ${mine} and a.practice <> ${HEADLINE}`;
  const share = (column: SQL) =>
    sql`select coalesce(sum(${column} = 'not-stated'), 0) as "notStated", count(${column}) as "of" from ${answers}`;
  const [
    [totals],
    headlines,
    cells,
    purposes,
    categories,
    [verified],
    tallies,
    [dataUse],
    [defaultState],
    [reported],
  ] = await db.read<
    [
      Pick<Stats["totals"], "platforms" | "withdrawn" | "operators">,
      Counts,
      CellCount,
      Counts & { group: string },
      Counts,
      Stats["verified"],
      Counts,
      Share,
      Share,
      { agreement: string },
    ]
  >([
    sql`select (select count(*) from platforms where revision in ${current}) as platforms, (select count(*) from platforms p where ${isIn("p", publication)} and not ${isLive("p", who.asOf)}) as withdrawn, (select count(*) from operators o where ${isIn("o", publication)}) as operators`,
    sql`select a.verdict as key, count(*) as n from answers a where ${mine} and a.practice = ${HEADLINE} group by 1 order by 1`,
    sql`select c.kind, c.by_whom as "by", c.verdict, count(*) as n from cells c where c.revision in ${current} and ${forAudience("c", who)} group by 1, 2, 3 order by 1, 2, 3`,
    sql`select a.purpose as "group", a.verdict as key, count(distinct a.revision) as n from ${answers} group by 1, 2 order by 1, 2`,
    sql`select category as key, count(*) as n from platforms where revision in ${current} group by 1 order by 1`,
    sql`select min(verified) as oldest, max(verified) as newest from platforms where revision in ${current}`,
    sql`select what as key, sum(n) as n from tallies where revision in (select revision from ${current} union all select o.revision from operators o where ${isIn("o", publication)}) group by 1 order by 1`,
    share(sql`a.data_use`),
    share(sql`a.default_state`),
    sql`select agreement from releases where publication <= ${publication} and agreement is not null order by publication desc limit 1`,
  ]);
  const none: Share = { notStated: 0, of: 0 };
  const { total, by } = counted(tallies);
  const facts = Object.entries(by(TALLY.factGrade)).map(([name, n]) => {
    const [group = "", key = ""] = name.split("/");
    return { group, key, n };
  });
  return {
    totals: {
      ...(totals ?? { platforms: 0, withdrawn: 0, operators: 0 }),
      practices: total(TALLY.practices),
      rules: total(TALLY.rules),
      controls: total(TALLY.controls),
      events: total(TALLY.events),
      sources: total(TALLY.sources),
      passages: total(TALLY.passages),
    },
    headlines: countsIn(headlines),
    cells: cellCounts(cells),
    purposes: nestedIn(purposes),
    categories: countsIn(categories),
    controlKinds: by(TALLY.controlKind),
    // A fact's grade is the best of its evidence.
    ruleGrades: by(TALLY.factGrade, "dataUse"),
    eventTypes: by(TALLY.eventType),
    eventYears: by(TALLY.eventYear),
    verified: verified ?? { oldest: null, newest: null },
    factGrades: nestedIn(facts),
    captured: spread(by(TALLY.captured)),
    openQuestions: total(TALLY.openQuestions),
    notStated: {
      dataUse: dataUse ?? none,
      defaultState: defaultState ?? none,
      effect: { notStated: total(`${TALLY.effect}/not-stated`), of: total(TALLY.effect) },
    },
    agreement: reported ? (JSON.parse(reported.agreement) as ReadAgreement) : null,
  };
}

/** What is counted in records, by the names of tallies.ts. `by`: by the last part of a name. */
const counted = (rows: readonly Counts[]) => ({
  total: (what: string): number => rows.find((r) => r.key === what)?.n ?? 0,
  by(...what: string[]): Record<string, number> {
    const prefix = `${what.join("/")}/`;
    const parts = rows.filter((r) => r.key.startsWith(prefix));
    return Object.fromEntries(parts.map((r) => [r.key.slice(prefix.length), r.n]));
  },
});

/** The first, middle and last day of some, counted by day. Of an even number, the earlier of the two in the middle. */
function spread(byDay: Readonly<Record<string, number>>): Stats["captured"] {
  const days = Object.keys(byDay).sort();
  const all = days.reduce((sum, day) => sum + (byDay[day] ?? 0), 0);
  const upTo = (i: number): number => days.slice(0, i + 1).reduce((sum, day) => sum + (byDay[day] ?? 0), 0);
  const median = days.find((_, i) => upTo(i) > Math.floor((all - 1) / 2));
  return { oldest: days[0] ?? null, median: median ?? null, newest: days.at(-1) ?? null };
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
