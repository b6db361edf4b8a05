import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { type Sink, writtenFile } from "./sink.ts";
import { createTable, VIEWS } from "./sql.ts";
import type { ExportTable, Value } from "./tables.ts";

/** Values as SQLite binds them. */
const bound = (value: Value): string | number | null => (typeof value === "boolean" ? Number(value) : value);

/**
 * The tables as a SQLite file, with the views. The same data gives the same bytes: rows
 * are inserted in their order into a new file, which is then written anew as a whole.
 */
export function sqliteSink(dir: string, tables: readonly ExportTable[]): Sink {
  const path = "ai-data-use.sqlite";
  mkdirSync(dir, { recursive: true });
  rmSync(join(dir, path), { force: true });
  const db = new DatabaseSync(join(dir, path));
  db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;");
  const inserts = new Map<ExportTable, StatementSync>();
  for (const table of tables) {
    db.exec(createTable(table));
    inserts.set(
      table,
      db.prepare(`INSERT INTO "${table.name}" VALUES (${table.columns.map(() => "?").join(", ")})`),
    );
  }
  for (const { name, sql } of VIEWS) db.exec(`CREATE VIEW "${name}" AS ${sql}`);
  return {
    rows(table, rows) {
      const insert = inserts.get(table);
      if (insert) for (const row of rows) insert.run(...row.map(bound));
    },
    async finish() {
      db.exec("COMMIT; VACUUM;");
      db.close();
      return writtenFile(dir, {
        path,
        description: "The normalised tables and views, as a SQLite database.",
        mediaType: "application/vnd.sqlite3",
        rows: null,
      });
    },
  };
}
