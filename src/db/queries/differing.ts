import { type SQL, sql } from "drizzle-orm";
import { DatabaseError, type Reader } from "../database.ts";
import { jsonOf } from "../record.ts";
import { isIn } from "./sql.ts";

/** A record that differs between two publications: its content in each; undefined where it did not exist. */
export interface DifferingRecord {
  /** `platforms/<id>` or `operators/<id>`. */
  record: string;
  /** Its key before, where it was renamed. */
  renamedFrom: string | undefined;
  before: string | undefined;
  after: string | undefined;
}

/** The records with a page of the net changes between two publications. */
export interface DifferingPage {
  /** How many changes there are on all pages. */
  total: number;
  /** How many changes of the first of these records are on earlier pages. */
  skip: number;
  records: DifferingRecord[];
}

const TABLES = ["operators", "platforms"] as const;

interface Row {
  kind: number;
  id: string;
  formerly: string | null;
  start: number;
  was: string | null;
  is: string | null;
}

/** Revisions that are in one publication and not in another. */
const only = (at: number, other: number): SQL =>
  sql.join(
    TABLES.map(
      (table, kind) =>
        sql`select ${sql.raw(String(kind))} as kind, r.id, r.revision from ${sql.raw(table)} r where ${isIn("r", at)} and not (${isIn("r", other)})`,
    ),
    sql` union all `,
  );

/**
 * The pairs of revisions of which the net changes between two publications consist, each with the number of its
 * changes, as the table `pairs`. A record that is gone is the former one of a new record that names its id.
 */
const pairsBetween = (a: number, b: number): SQL => {
  const among = (side: string, row: string): SQL =>
    sql.raw(`exists (select 1 from ${side} x where x.kind = ${row}.kind and x.id = ${row}.id)`);
  return sql`gone as materialized (${only(a, b)}), come as materialized (${only(b, a)}), moved as materialized (select come.kind, come.id, gone.id as formerly, gone.revision as before, come.revision as after, c.n, min(c.place) from gone join net_counts c on c.before = gone.revision and c.place is not null join come on come.revision = c.after and come.kind = gone.kind where not ${among("come", "gone")} and not ${among("gone", "come")} group by come.revision), pairs as (select come.kind, come.id, null as formerly, gone.revision as before, come.revision as after, (select c.n from net_counts c where c.before = gone.revision and c.after = come.revision) as n from come join gone on gone.kind = come.kind and gone.id = come.id union all select kind, id, formerly, before, after, n from moved union all select kind, id, null, null, revision, 1 from come where not ${among("gone", "come")} and revision not in (select after from moved) union all select kind, id, null, revision, null, 1 from gone where not ${among("come", "gone")} and revision not in (select before from moved))`;
};

/** The record of a revision, which is in the table of its kind. */
const recordOf = (revision: string): SQL =>
  sql.raw(
    `case kind ${TABLES.map((table, kind) => `when ${kind} then (select r.record from ${table} r where r.revision = ${revision})`).join(" ")} end`,
  );

/**
 * The records that have the changes from `start` on, up to `limit` of them, of the net changes between
 * publications `a` and `b`. Only these records are read.
 * @throws {DatabaseError} if a number of changes was not written
 */
export async function differingPage(
  db: Reader,
  a: number,
  b: number,
  { start, limit }: { start: number; limit: number },
): Promise<DifferingPage> {
  const pairs = pairsBetween(a, b);
  const [[count], rows] = await db.read<[{ total: number; uncounted: number }, Row]>([
    sql`with ${pairs} select coalesce(sum(n), 0) as total, count(*) - count(n) as uncounted from pairs`,
    sql`with ${pairs}, running as materialized (select *, sum(n) over (order by kind, id) as upto from pairs) select kind, id, formerly, upto - n as start, ${recordOf("before")} as was, ${recordOf("after")} as "is" from running where n > 0 and upto > ${start} and upto - n < ${start + limit} order by kind, id`,
  ]);
  if (!count || count.uncounted > 0)
    throw new DatabaseError("The database lacks numbers of changes between releases; publish again.");
  return {
    total: count.total,
    skip: start - (rows[0]?.start ?? start),
    records: rows.map(({ kind, id, formerly, was, is }) => ({
      record: `${TABLES[kind]}/${id}`,
      renamedFrom: formerly === null ? undefined : `${TABLES[kind]}/${formerly}`,
      before: was === null ? undefined : jsonOf(was),
      after: is === null ? undefined : jsonOf(is),
    })),
  };
}
