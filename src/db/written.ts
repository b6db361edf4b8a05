import { type SQL, sql } from "drizzle-orm";
import { type Database, DatabaseError } from "./database.ts";

/** How rows are hashed. */
type Hash = (value: unknown) => string;

/** What a table should hold: the number of rows, and a digest of them in any order. */
export interface Expected {
  table: string;
  columns: readonly string[];
  rows: number;
  digest: string;
}

/** The digest of rows, whatever their order. */
const digestOf = (rows: readonly (readonly unknown[])[], hash: Hash): string =>
  hash(rows.map((row) => JSON.stringify(row)).sort());

/** What a table should hold after these rows were written. */
export const expected = (
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
  hash: Hash,
): Expected => ({ table, columns, rows: rows.length, digest: digestOf(rows, hash) });

/**
 * Reads rows back and compares them with those that were meant to be written.
 * @param where some conditions that together select these rows; one query each, to keep answers small
 * @throws {DatabaseError} if any is missing, changed or too much
 */
export async function checkWritten(
  db: Database,
  { table, columns, rows, digest }: Expected,
  where: readonly SQL[],
  hash: Hash,
): Promise<void> {
  const names = sql.raw(columns.map((c) => `"${c}"`).join(", "));
  const found: unknown[][] = [];
  // libSQL's rows have the columns' names too.
  for (const condition of where)
    for (const row of await db.values<unknown[]>(
      sql`select ${names} from ${sql.identifier(table)} where ${condition}`,
    ))
      found.push(columns.map((_, i) => row[i]));
  if (found.length === rows && digestOf(found, hash) === digest) return;
  const difference =
    found.length === rows ? "some rows have other content" : `${found.length} rows instead of ${rows}`;
  throw new DatabaseError(
    `The table ${table} does not hold what was written (${difference}). Nothing of this publication is shown; publish again.`,
  );
}
