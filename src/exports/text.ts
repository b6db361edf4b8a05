import { stringify } from "csv-stringify/sync";
import { ATTRIBUTION, LICENCE } from "../model/index.ts";
import { about } from "./about.ts";
import type { ExportInput, ExportRecord } from "./input.ts";
import { type Sink, TextFile } from "./sink.ts";
import { createTable, identifier, VIEWS } from "./sql.ts";
import type { ExportTable, Value } from "./tables.ts";

/** A record as it stands in its file, without what only editors need. */
const exported = ({ record: { $schema: _, ...record } }: ExportRecord): object => record;

/** Everything as one JSON document: operators, then platforms. */
export function jsonSink(dir: string, input: ExportInput): Sink {
  const file = new TextFile(dir, "ai-data-use.json", "Every record, in one JSON document.");
  const head = JSON.stringify(about(input), null, 1).replace(/\n}$/, "");
  file.write(`${head},\n "operators": [`);
  let records = 0;
  let kind: ExportRecord["kind"] = "operator";
  const turn = (): void => {
    kind = "platform";
    file.write('\n ],\n "platforms": [');
  };
  let first = true;
  return {
    record(item) {
      if (item.kind !== kind) {
        turn();
        first = true;
      }
      file.write(`${first ? "" : ","}\n${JSON.stringify(exported(item))}`);
      first = false;
      records++;
    },
    async finish() {
      if (kind === "operator") turn();
      file.write("\n ]\n}\n");
      return file.end("application/json", records);
    },
  };
}

/** A record a line; the first line says what this is. */
export function ndjsonSink(dir: string, input: ExportInput): Sink {
  const file = new TextFile(dir, "ai-data-use.ndjson", "Every record, a line each.");
  file.write(`${JSON.stringify({ kind: "dataset", ...about(input) })}\n`);
  let records = 0;
  return {
    record(item) {
      file.write(`${JSON.stringify({ kind: item.kind, ...exported(item) })}\n`);
      records++;
    },
    finish: async () => file.end("application/x-ndjson", records),
  };
}

const lines = (rows: readonly (readonly Value[])[]): string =>
  stringify(
    rows.map((cells) => cells.map((c) => (typeof c === "boolean" ? String(c) : c))),
    { record_delimiter: "\r\n" },
  );

/** A table as CSV (RFC 4180), the names of its columns first. */
export function csvSink(dir: string, path: string, table: ExportTable): Sink {
  const file = new TextFile(dir, path, table.description);
  file.write(lines([table.columns.map((c) => c.name)]));
  let count = 0;
  return {
    rows(of, rows) {
      if (of !== table) return;
      file.write(lines(rows));
      count += rows.length;
    },
    finish: async () => file.end("text/csv", count),
  };
}

const literal = (value: Value): string =>
  value === null
    ? "NULL"
    : typeof value === "string"
      ? `'${value.replaceAll("'", "''")}'`
      : typeof value === "boolean"
        ? value
          ? "TRUE"
          : "FALSE"
        : String(value);

/** The tables as SQL that SQLite and PostgreSQL load. */
export function sqlSink(dir: string, { release }: ExportInput, tables: readonly ExportTable[]): Sink {
  const file = new TextFile(
    dir,
    "ai-data-use.sql",
    "The normalised tables and views, as SQL for SQLite and PostgreSQL.",
  );
  file.write(
    `-- AI Data Use, release ${release.version} of ${release.date}. Licence: ${LICENCE.id}.\n-- ${ATTRIBUTION}\nBEGIN;\n`,
  );
  for (const table of tables) file.write(`\n-- ${table.description}\n${createTable(table)}`);
  file.write("\n");
  return {
    rows(table, rows) {
      if (!tables.includes(table)) return;
      for (const row of rows)
        file.write(`INSERT INTO ${identifier(table.name)} VALUES (${row.map(literal).join(", ")});\n`);
    },
    async finish() {
      for (const { name, sql, description } of VIEWS)
        file.write(`\n-- ${description}\nCREATE VIEW ${identifier(name)} AS ${sql};\n`);
      file.write("\nCOMMIT;\n");
      return file.end("application/sql", null);
    },
  };
}
