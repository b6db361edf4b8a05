import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import { TextFile } from "../sink.ts";
import { createTable, identifier, VIEWS } from "../sql.ts";
import type { Value } from "../tables.ts";
import type { DataFormat } from "./format.ts";

/** What a text can have that cannot be written as it is. */
const SPECIAL = /[\0\r']/;

/**
 * Text as both SQLite and PostgreSQL read it. Neither has NUL in text: PostgreSQL refuses it, and the
 * sqlite3 command stops there. That command also drops the CR of a CRLF; so that all readers get the same
 * text, it is dropped here.
 */
const textLiteral = (text: string): string =>
  SPECIAL.test(text)
    ? `'${text.replaceAll("\0", "\ufffd").replaceAll("\r\n", "\n").replaceAll("'", "''")}'`
    : `'${text}'`;

function literal(value: Value): string {
  if (value === null) return "NULL";
  if (typeof value === "string") return textLiteral(value);
  return String(value).toUpperCase();
}

/** Statements that SQLite and PostgreSQL load. */
export const sql: DataFormat = {
  name: "sql",
  mediaType: "application/sql",
  description: "The normalised tables and views, as SQL for SQLite and PostgreSQL.",
  load: [
    { tool: "sqlite3", command: "curl -s {url} | sqlite3 my.db" },
    { tool: "psql", command: "curl -s {url} | psql --quiet --dbname mydb" },
  ],
  sinks(dir, { input: { release }, database }) {
    const file = new TextFile(dir, "ai-data-use.sql", sql.description);
    file.write(
      `-- AI Data Use, release ${release.version} of ${release.date}. Licence: ${LICENCE.id}.\n-- ${ATTRIBUTION}\nBEGIN;\n`,
    );
    for (const table of database) file.write(`\n-- ${table.description}\n${createTable(table)}`);
    file.write("\n");
    return [
      {
        tables: database,
        rows(table, rows) {
          const insert = `INSERT INTO ${identifier(table.name)} VALUES (`;
          for (const row of rows) file.write(`${insert}${row.map(literal).join(", ")});\n`);
        },
        async finish() {
          for (const { name, sql: query, description } of VIEWS)
            file.write(`\n-- ${description}\nCREATE VIEW ${identifier(name)} AS ${query};\n`);
          file.write("\nCOMMIT;\n");
          return file.end(null);
        },
      },
    ];
  },
};
