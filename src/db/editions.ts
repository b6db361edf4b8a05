import { sql } from "drizzle-orm";
import type { Database } from "./database.ts";
import { EDITION } from "./edition.ts";

/** The editions of a database's publications, and which of them readers see; none where nothing is published. */
const editionsOf = (db: Database): Promise<{ edition: string; seen: number | null }[]> =>
  db.all(
    sql`select edition, max(id = (select publication from pointer where id = 1)) as seen from publications group by edition`,
  );

/** Has a database rows of another edition? */
export const hasOtherEdition = async (db: Database): Promise<boolean> =>
  (await editionsOf(db)).some(({ edition }) => edition !== EDITION);

/** Are the rows that readers see of this code's edition? False for a database without its tables. */
export async function hasOwnEdition(db: Database): Promise<boolean> {
  try {
    return (await editionsOf(db)).some(({ edition, seen }) => edition === EDITION && seen === 1);
  } catch {
    return false;
  }
}
