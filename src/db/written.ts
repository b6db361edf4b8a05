import { type SQL, sql } from "drizzle-orm";
import { type Database, DatabaseError } from "./database.ts";

/** What a table should hold: how many rows, and a digest of them in any order. */
export interface Expected {
  table: string;
  /** None: the rows cannot be read back, and are only counted. */
  columns: readonly string[];
  /** Selects these rows and no others; few enough that their JSON is one value (D1: 2 MB). */
  where: SQL;
  rows: number;
  digest: string;
}

const encoder = new TextEncoder();

/** SHA-256, hexadecimal, by what every runtime has. */
async function sha256(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The digest of rows, each a JSON array, whatever their order. */
const digestOf = (rows: readonly string[]): Promise<string> => sha256(rows.toSorted().join("\n"));

/** What a table should hold after these rows were written. @param rows each as a JSON array, in the order of the columns */
export const expected = async (
  { table, columns, where }: Pick<Expected, "table" | "columns" | "where">,
  rows: readonly string[],
): Promise<Expected> => ({
  table,
  columns,
  where,
  rows: rows.length,
  digest: columns.length === 0 ? "" : await digestOf(rows),
});

/** Rows of a table, each as a JSON array. The database makes one text of them, which is read much faster than rows. */
async function rowsOf(db: Database, { table, columns, where }: Expected): Promise<string[]> {
  const cells = sql.raw(columns.map((c) => `"${c}"`).join(", "));
  const [row] = await db.values<[string | null]>(
    sql`select group_concat(json_array(${cells}), char(10)) from ${sql.identifier(table)} where ${where}`,
  );
  const text = row?.[0] ?? null;
  return text === null ? [] : text.split("\n");
}

async function countOf(db: Database, { table, where }: Expected): Promise<number> {
  const [row] = await db.values<[number]>(sql`select count(*) from ${sql.identifier(table)} where ${where}`);
  return row?.[0] ?? 0;
}

/**
 * Reads rows back and compares them with those that were meant to be written.
 * @throws {DatabaseError} if any is missing, changed or too much
 */
export async function checkWritten(db: Database, written: Expected): Promise<void> {
  const { table, columns, rows, digest } = written;
  const found = columns.length === 0 ? [] : await rowsOf(db, written);
  const count = columns.length === 0 ? await countOf(db, written) : found.length;
  // Another database may escape other characters.
  const rewritten = () => digestOf(found.map((row) => JSON.stringify(JSON.parse(row))));
  if (
    count === rows &&
    (columns.length === 0 || digest === (await digestOf(found)) || digest === (await rewritten()))
  )
    return;
  const difference = count === rows ? "some rows have other content" : `${count} rows instead of ${rows}`;
  throw new DatabaseError(
    `The table ${table} does not hold what was written (${difference}). Nothing of this publication is shown; publish again.`,
  );
}
