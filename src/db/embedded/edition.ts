import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { EDITION } from "../edition.ts";

/** Are the rows that readers see of this code's edition? False for a database without its tables. */
export async function hasOwnEdition(db: Database): Promise<boolean> {
  try {
    const [seen] = await db.all<{ edition: string }>(
      sql`select x.edition from pointer join publications x on x.id = pointer.publication where pointer.id = 1`,
    );
    return seen?.edition === EDITION;
  } catch {
    return false;
  }
}
