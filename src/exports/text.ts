import { stringify } from "csv-stringify/sync";
import type { Platform } from "../model/index.ts";
import type { ExportInput, ExportTable, Value } from "./tables.ts";

/** What every format says of the data's licence and whom to credit. */
export const LICENCE = "CC-BY-4.0";
export const ATTRIBUTION = "AI Data Use contributors (CC BY 4.0). Archived copies are located in Open Terms Archive collections (ODC-By 1.0).";

const head = ({ release }: ExportInput) => ({
  name: "ai-data-use",
  release: release.version,
  date: release.date,
  digest: release.digest,
  schemaVersion: 1,
  licence: LICENCE,
  attribution: ATTRIBUTION,
});

/** A record as it is exported: as it stands in its file, without what only editors need. */
const exported = ({ $schema: _, ...record }: Platform): Omit<Platform, "$schema"> => record;

/** The whole dataset as one JSON object, record by record. */
export function* json(input: ExportInput): Generator<string> {
  const { operators, platforms } = input;
  yield `${JSON.stringify(head(input)).slice(0, -1)},"operators":[`;
  for (const [i, o] of operators.entries()) yield `${i > 0 ? "," : ""}\n${JSON.stringify(o)}`;
  yield '\n],"platforms":[';
  for (const [i, p] of platforms.entries()) yield `${i > 0 ? "," : ""}\n${JSON.stringify(exported(p))}`;
  yield "\n]}\n";
}

/** One record a line: the head first, then operators, then platforms. */
export function* ndjson(input: ExportInput): Generator<string> {
  yield `${JSON.stringify({ kind: "dataset", ...head(input) })}\n`;
  for (const o of input.operators) yield `${JSON.stringify({ kind: "operator", ...o })}\n`;
  for (const p of input.platforms) yield `${JSON.stringify({ kind: "platform", ...exported(p) })}\n`;
}

const line = (cells: readonly Value[]): string => stringify([cells.map((c) => (typeof c === "boolean" ? String(c) : c))], { record_delimiter: "\r\n" });

/** A table as CSV (RFC 4180), the names of its columns first. */
export function* csv(table: Pick<ExportTable, "columns" | "rows">): Generator<string> {
  yield line(table.columns.map((c) => c.name));
  for (const row of table.rows()) yield line(row);
}

const SQL_TYPES = { string: "TEXT", date: "TEXT", integer: "INTEGER", boolean: "BOOLEAN" } as const;
const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;
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

/** The statement that makes a table, in the SQL that SQLite and PostgreSQL share. */
export const createTable = ({ name, columns, primaryKey }: ExportTable): string =>
  `CREATE TABLE ${identifier(name)} (\n${columns.map((c) => `  ${identifier(c.name)} ${SQL_TYPES[c.type]}${c.required ? " NOT NULL" : ""}`).join(",\n")},\n  PRIMARY KEY (${primaryKey.map(identifier).join(", ")})\n);\n`;

/** Views that answer what people ask first. */
export const VIEWS: readonly { name: string; sql: string; description: string }[] = [
  {
    name: "training_today",
    description: "Answers that still hold, of practices that train, for the rest of the world, free plan, adults with an account.",
    sql: `SELECT p.id AS platform, p.name, a.practice, a.purpose, a."use", a."default", a.verdict, a.certainty FROM answers a JOIN platforms p ON p.id = a.platform WHERE a.practice <> '*' AND a.training AND a.region IN ('*', 'rest') AND a.plan IN ('*', 'free') AND a.age IN ('*', 'adult') AND a.account IN ('*', 'signed-in') AND a.valid_until IS NULL`,
  },
  {
    name: "ways_out",
    description: "Controls that fully stop a use, with how many steps they take.",
    sql: `SELECT c.platform, c.id, c.kind, c.label, c.actor, c.url, (SELECT count(*) FROM steps s WHERE s.platform = c.platform AND s.control = c.id) AS steps FROM controls c WHERE c.protects = 'fully'`,
  },
  {
    name: "evidence_by_archive",
    description: "How many passages rest on each archive.",
    sql: `SELECT c.archive, count(*) AS passages FROM passages p JOIN copies c ON c.owner = p.owner AND c.source = p.source AND c.position = p.copy GROUP BY c.archive`,
  },
];

/** Everything as SQL that SQLite and PostgreSQL load. */
export function* sqlDump(input: ExportInput, tables: readonly ExportTable[]): Generator<string> {
  yield `-- AI Data Use, release ${input.release.version} of ${input.release.date}. Licence: ${LICENCE}.\n-- ${ATTRIBUTION}\nBEGIN;\n`;
  for (const table of tables) {
    yield `\n-- ${table.description}\n${createTable(table)}`;
    for (const row of table.rows()) yield `INSERT INTO ${identifier(table.name)} VALUES (${row.map(literal).join(", ")});\n`;
  }
  for (const { name, sql, description } of VIEWS) yield `\n-- ${description}\nCREATE VIEW ${identifier(name)} AS ${sql};\n`;
  yield "\nCOMMIT;\n";
}
