import type { ExportTable } from "./tables.ts";

const SQL_TYPES = { string: "TEXT", date: "TEXT", integer: "INTEGER", boolean: "BOOLEAN" } as const;

/** A name as SQL quotes it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The statement that makes a table, in the SQL that SQLite and PostgreSQL share. */
export const createTable = ({ name, columns, primaryKey }: ExportTable): string =>
  `CREATE TABLE ${identifier(name)} (\n${columns.map((c) => `  ${identifier(c.name)} ${SQL_TYPES[c.type]}${c.required ? " NOT NULL" : ""}`).join(",\n")},\n  PRIMARY KEY (${primaryKey.map(identifier).join(", ")})\n);\n`;

/** Views that answer what people ask first. */
export const VIEWS: readonly { name: string; sql: string; description: string }[] = [
  {
    name: "training_today",
    description:
      "Answers that still hold, of practices that train, for the rest of the world, free plan, adults with an account.",
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
