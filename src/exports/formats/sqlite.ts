import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { writtenFile } from "../sink.ts";
import { createTable, identifier, VIEWS } from "../sql.ts";
import type { Value } from "../tables.ts";
import { type DataFormat, downloaded } from "./format.ts";

const PATH = "ai-data-use.sqlite";

/** Values as SQLite binds them. */
const bound = (value: Value): string | number | null => (typeof value === "boolean" ? Number(value) : value);

/** Rows that are inserted at once: a statement for each takes half as long again. */
const ROWS = 20;

/**
 * A SQLite file with the tables and views. The same data gives the same bytes: rows are inserted in
 * order into a new file, which VACUUM then rewrites.
 */
export const sqlite: DataFormat = {
  name: "sqlite",
  mediaType: "application/vnd.sqlite3",
  description: "The normalised tables and views, as a SQLite database.",
  load: [
    {
      tool: "sqlite3",
      command: downloaded('sqlite3 {name} "SELECT platform, purpose, verdict FROM training_today LIMIT 5"'),
    },
  ],
  sinks(dir, { database }) {
    mkdirSync(dir, { recursive: true });
    rmSync(join(dir, PATH), { force: true });
    const db = new DatabaseSync(join(dir, PATH));
    db.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;");
    for (const table of database) db.exec(createTable(table));
    const inserts = new Map(
      database.map((table) => {
        const tuple = `(${table.columns.map(() => "?").join(", ")})`;
        const into = (rows: number) =>
          db.prepare(`INSERT INTO ${identifier(table.name)} VALUES ${Array(rows).fill(tuple).join(", ")}`);
        return [table, { one: into(1), some: into(ROWS) }];
      }),
    );
    for (const { name, sql } of VIEWS) db.exec(`CREATE VIEW ${identifier(name)} AS ${sql}`);
    return [
      {
        tables: database,
        rows(table, rows) {
          const insert = inserts.get(table);
          if (!insert) return;
          let at = 0;
          for (; at + ROWS <= rows.length; at += ROWS)
            insert.some.run(...rows.slice(at, at + ROWS).flatMap((row) => row.map(bound)));
          for (; at < rows.length; at++) insert.one.run(...(rows[at] as Value[]).map(bound));
        },
        finish() {
          db.exec("COMMIT; VACUUM;");
          db.close();
          return writtenFile(dir, { path: PATH, description: sqlite.description, rows: null });
        },
      },
    ];
  },
};
