import type { SQL } from "drizzle-orm";
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { SQLiteRaw } from "drizzle-orm/sqlite-core/query-builders/raw";

/**
 * Reads with several statements in one round trip and from one state of the database: the rows of each, in
 * order. A request reads with it what it needs, because each round trip to a database elsewhere takes
 * milliseconds.
 */
export type Read = <R extends object[]>(
  statements: { [I in keyof R]: SQL },
) => Promise<{
  [I in keyof R]: R[I][];
}>;

/** Rows to insert into a table, their values in the order of the columns. */
export interface NewRows {
  table: string;
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
}

/** Runs a statement and inserts rows, in one transaction: all of it, or nothing. */
export type Insert = (before: SQL, tables: readonly NewRows[]) => Promise<void>;

/** A database that is only read, as servers do. */
export interface Reader {
  read: Read;
}

/** Any of the engines, through Drizzle, as publishing needs it: a libSQL file, Turso, or D1. */
// biome-ignore lint/suspicious/noExplicitAny: the run result differs by engine and is never read
export type Database = BaseSQLiteDatabase<"async", any, any> &
  Reader & {
    /** Runs statements in one transaction: all of them, or none. */
    batch(statements: readonly [SQLiteRaw<unknown>, ...SQLiteRaw<unknown>[]]): Promise<unknown>;
    /** Of files that no one else has open: inserts with values that are bound one by one. Elsewhere JSON is faster. */
    insertBound?: Insert;
  };

/** The database cannot be used; the message says why and how to fix it. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
}

/** An error's message and those of its causes. */
export function messagesOf(error: unknown): string {
  const messages: string[] = [];
  for (let at = error; at !== undefined && messages.length < 10; ) {
    messages.push(at instanceof Error ? at.message : String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return messages.join(" ");
}
