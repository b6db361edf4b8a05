import { type SQL, sql } from "drizzle-orm";
import { isIn } from "./sql.ts";

/** When a record came into releases and last changed in one. */
export interface RecordDates {
  /** The day of the first release that has it; null until there is one. */
  added: string | null;
  /** The day of the last release that changed more than its wording: a change of any class but `editorial`. The first release counts. */
  changed: string | null;
}

/** The released changes of a platform (an SQL expression for its id) up to a publication, also under its former ids. */
const changesOf = (id: SQL, publication: number): SQL =>
  sql`changes d where (d.platform = ${id} or d.platform in (select a.alias from platforms r join aliases a on a.revision = r.revision where r.id = ${id} and ${isIn("r", publication)})) and d.publication <= ${publication}`;

/** The day of the first release that has a platform, read from the ledgers. The change of the whole record has the empty path. */
export const addedIn = (id: SQL, publication: number): SQL =>
  sql`(select min(d.date) from ${changesOf(id, publication)} and d.path = '')`;

/** The day of the last release that changed more than a platform's wording, read from the ledgers. */
export const changedIn = (id: SQL, publication: number): SQL =>
  sql`(select max(d.date) from ${changesOf(id, publication)} and d.class <> 'editorial')`;

const dayOf = (column: string, id: SQL, publication: number): SQL =>
  sql`(select nullif(d.${sql.raw(column)}, '') from platform_days d where d.platform = ${id} and ${isIn("d", publication)})`;

/** The day of the first release that has a platform, as an SQL expression. */
export const addedOn = (id: SQL, publication: number): SQL => dayOf("added", id, publication);

/** The day of the last release that changed more than a platform's wording, as an SQL expression. */
export const changedOn = (id: SQL, publication: number): SQL => dayOf("changed", id, publication);

/** Whether a release changed a platform on a day or later, if only its wording. */
export function updatedIn(id: SQL, publication: number, day: string): SQL {
  const since = sql`d.date >= ${day} and d.publication <= ${publication}`;
  // A platform that was renamed since has its former id among its aliases.
  return sql`${id} in (select d.platform from changes d where ${since} union select r.id from changes d join aliases a on a.alias = d.platform join platforms r on r.revision = a.revision where ${since} and ${isIn("r", publication)})`;
}
