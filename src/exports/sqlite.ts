import { DatabaseSync } from "node:sqlite";
import type { ExportTable, Value } from "./tables.ts";
import { createTable, VIEWS } from "./text.ts";

/** Values as SQLite binds them. */
const bound = (value: Value): string | number | null => (typeof value === "boolean" ? Number(value) : value);

/**
 * Writes the tables into a SQLite file, with the views and a table of comments.
 * The same data gives the same bytes: rows are inserted in their order into a new file.
 * @param path a file that does not exist yet
 */
export function writeSqlite(path: string, tables: readonly ExportTable[], about: Readonly<Record<string, string>>): void {
  const db = new DatabaseSync(path);
  try {
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;");
    db.exec(
      'CREATE TABLE "about" ("key" TEXT NOT NULL PRIMARY KEY, "value" TEXT NOT NULL); CREATE TABLE "comments" ("table" TEXT NOT NULL PRIMARY KEY, "comment" TEXT NOT NULL);',
    );
    const aboutRow = db.prepare('INSERT INTO "about" VALUES (?, ?)');
    for (const [key, value] of Object.entries(about)) aboutRow.run(key, value);
    const comment = db.prepare('INSERT INTO "comments" VALUES (?, ?)');
    for (const table of tables) {
      db.exec(createTable(table));
      comment.run(table.name, table.description);
      const insert = db.prepare(`INSERT INTO "${table.name}" VALUES (${table.columns.map(() => "?").join(", ")})`);
      for (const row of table.rows()) insert.run(...row.map(bound));
    }
    for (const { name, sql, description } of VIEWS) {
      db.exec(`CREATE VIEW "${name}" AS ${sql}`);
      comment.run(name, description);
    }
    db.exec("COMMIT; VACUUM;");
  } finally {
    db.close();
  }
}
