import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../database.ts";

/** When a record came into releases and last changed in one. */
export interface RecordDates {
  /** The day of the first release that has it; null until there is one. */
  added: string | null;
  /** The day of the last release that changed more than its wording: a change of any class but `editorial`. The first release counts. */
  changed: string | null;
}

/** The released changes of a platform (an SQL expression for its id) up to a publication. */
const changesOf = (id: SQL, publication: number): SQL =>
  sql`changes d where d.platform = ${id} and d.publication <= ${publication}`;

/** The day of the first release that has a platform, as an SQL expression. The change of the whole record has the empty path. */
export const addedOn = (id: SQL, publication: number): SQL =>
  sql`(select min(d.date) from ${changesOf(id, publication)} and d.path = '')`;

/** The day of the last release that changed more than a platform's wording, as an SQL expression. */
export const changedOn = (id: SQL, publication: number): SQL =>
  sql`(select max(d.date) from ${changesOf(id, publication)} and d.class <> 'editorial')`;

/** Whether a release changed a platform on a day or later; `wording`: also if only its wording. */
export const changedSince = (id: SQL, publication: number, day: string, wording: boolean): SQL =>
  sql`${id} in (select d.platform from changes d where d.date >= ${day} and d.publication <= ${publication}${wording ? sql`` : sql` and d.class <> 'editorial'`})`;

/** When a platform's record came into releases and last changed in one. */
export async function datesOf(db: Database, publication: number, platform: string): Promise<RecordDates> {
  const id = sql`${platform}`;
  const [row] = await db.all<RecordDates>(
    sql`select ${addedOn(id, publication)} as added, ${changedOn(id, publication)} as changed`,
  );
  return row ?? { added: null, changed: null };
}
