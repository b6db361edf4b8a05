import { type SQL, sql } from "drizzle-orm";
import { netChanges } from "../history/net.ts";
import { formerKeys } from "../history/renames.ts";
import type { Json } from "../text/json.ts";
import type { Writer } from "./lease.ts";
import { recordOf } from "./record.ts";
import { writeRows } from "./write-rows.ts";

/*
 * How many changes there are between any two revisions of a record. A page of the net changes between two
 * releases is found with these counts, so that only the records on the page are read and compared, however many
 * differ. Revisions never change, so a pair is counted once: when the later revision is published.
 */

const COLUMNS = ["before", "after", "n", "place", "publication"];

/** Revisions whose records are in memory at a time. */
const AT_A_TIME = 50;

interface Row {
  id: string;
  revision: number;
  record: string;
}

/** Whether an earlier revision has a record's id or one that it had before. */
const HAS_EARLIER = {
  operators: sql`exists (select 1 from operators o where o.revision < r.revision and (o.id = r.id or o.id in (select value from json_each(coalesce(r.former, '[]')))))`,
  platforms: sql`(exists (select 1 from platforms o where o.revision < r.revision and o.id = r.id) or exists (select 1 from aliases a join platforms o on o.id = a.alias where a.revision = r.revision and o.revision < r.revision))`,
} as const satisfies Record<string, SQL>;

/** The rows for a revision and an earlier one of the same record. @param place which of its former ids the earlier one has */
function rowsOf(key: string, [before, was]: [number, Json], [after, is]: [number, Json], place: number) {
  const forward = netChanges(key, was, is).length;
  // Of a renamed record the way back is a record that is gone and another one that is new.
  if (place >= 0) return [[before, after, forward + 1, place]];
  return [
    [before, after, forward, null],
    [after, before, netChanges(key, is, was).length, null],
  ];
}

/** Counts the changes between the records that a publication added and their earlier revisions, and writes the counts. */
export async function writeNetCounts(writer: Writer, publication: number): Promise<void> {
  const rows: unknown[][] = [];
  for (const table of Object.keys(HAS_EARLIER) as (keyof typeof HAS_EARLIER)[]) {
    const name = sql.raw(table);
    for (let last = 0; ; ) {
      const added = await writer.db.all<Row>(
        sql`select r.id, r.revision, r.record from ${name} r where r.since = ${publication} and r.revision > ${last} and ${HAS_EARLIER[table]} order by r.revision limit ${AT_A_TIME}`,
      );
      const first = added[0]?.revision;
      if (first === undefined) break;
      last = added.at(-1)?.revision as number;
      const records = added.map(({ record }) => recordOf<Json>(record));
      const former = records.map((record) => formerKeys(table, record).map((k) => k.split("/")[1] as string));
      const ids = JSON.stringify([...added.map((r) => r.id), ...former.flat()]);
      const earlier = await writer.db.all<Row>(
        sql`select r.id, r.revision, r.record from ${name} r where r.id in (select value from json_each(${ids})) and r.since < ${publication}`,
      );
      const read = earlier.map((row) => ({ ...row, json: recordOf<Json>(row.record) }));
      for (const [i, { id, revision }] of added.entries())
        for (const was of read) {
          const place = was.id === id ? -1 : (former[i] as string[]).indexOf(was.id);
          if (was.id !== id && place < 0) continue;
          const is: [number, Json] = [revision, records[i] as Json];
          rows.push(...rowsOf(`${table}/${id}`, [was.revision, was.json], is, place));
        }
    }
  }
  await writeRows(
    writer,
    { table: "net_counts", columns: COLUMNS, key: "before", where: sql`publication = ${publication}` },
    rows.sort(([a], [b]) => (a as number) - (b as number)).map((row) => [...row, publication]),
  );
}

/** Statements that delete the counts of some revisions. @param revisions a JSON list of their numbers */
export const netCountDeletions = (revisions: string): SQL[] => {
  const among = sql`(select value from json_each(${revisions}))`;
  return [
    sql`delete from net_counts where before in ${among}`,
    sql`delete from net_counts where after in ${among}`,
  ];
};
