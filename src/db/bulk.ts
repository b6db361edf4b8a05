import type Libsql from "libsql";
import type { Insert } from "./database.ts";
import { written } from "./read.ts";

/*
 * Inserting into a file of one's own, through the engine itself: its client prepares every statement anew, and
 * reading the values out of JSON takes as long as inserting them.
 */

/** How many values are bound at once. More are not faster. */
const VALUES = 2000;

/** A connection that only inserts. */
export interface Bulk {
  insertBound: Insert;
  close(): void;
}

type Statement = ReturnType<InstanceType<typeof Libsql>["prepare"]>;

const tuples = (columns: number, rows: number): string => {
  const one = `(${Array(columns).fill("?").join()})`;
  return Array(rows).fill(one).join();
};

/** Opens a file that no other process has open, beside the connection that reads it. */
export async function openBulk(path: string): Promise<Bulk> {
  const { default: Engine } = await import("libsql");
  const db = new Engine(path);
  db.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;");
  const prepared = new Map<string, Statement>();
  const statement = (table: string, columns: readonly string[], rows: number): Statement => {
    const key = `${table} ${rows}`;
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const names = columns.map((column) => `"${column}"`).join();
    const made = db.prepare(`insert into "${table}" (${names}) values ${tuples(columns.length, rows)}`);
    prepared.set(key, made);
    return made;
  };
  const insertBound: Insert = async (before, tables) => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const first = written(before);
      db.prepare(first.sql).run(first.args);
      for (const { table, columns, rows } of tables) {
        const many = Math.max(1, Math.floor(VALUES / columns.length));
        let at = 0;
        for (; at + many <= rows.length; at += many)
          statement(table, columns, many).run(rows.slice(at, at + many).flat());
        for (; at < rows.length; at++) statement(table, columns, 1).run(rows[at] as unknown[]);
      }
      db.exec("COMMIT");
    } catch (error) {
      if (db.inTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };
  return { insertBound, close: () => db.close() };
}
