import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";

/** Any of the engines, through Drizzle: a libSQL file, Turso, or D1. */
// biome-ignore lint/suspicious/noExplicitAny: the run result differs by engine and is never read
export type Database = BaseSQLiteDatabase<"async", any, any>;

/** The database cannot be used; the message says why and how to fix it. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}
