import { type SQL, sql } from "drizzle-orm";

/** A page of a list whose pages are counted from the oldest item. */
export interface Part {
  /** How many items there are on this page and the older ones; undefined for the newest page. */
  cursor: number | undefined;
  /** How many items a page has. */
  size: number;
}

/** `limit … offset …` of a page. @param total a query for the number of all items */
export const limitTo = ({ cursor, size }: Part, total: SQL): SQL =>
  cursor === undefined
    ? sql`limit ${size}`
    : sql`limit ${Math.min(cursor, size)} offset max(0, (${total}) - ${cursor})`;
