import { ANY, HEADLINE, OPEN_UNTIL, REST } from "../db/segments.ts";
import { ALL_DIMENSIONS } from "../model/index.ts";
import type { ExportTable } from "./tables.ts";

const SQL_TYPES = { string: "TEXT", date: "TEXT", integer: "INTEGER", boolean: "BOOLEAN" } as const;

/** A name as SQL quotes it. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The statement that creates a table, in SQL that SQLite and PostgreSQL both accept. */
export const createTable = ({ name, columns, primaryKey }: ExportTable): string =>
  `CREATE TABLE ${identifier(name)} (\n${columns.map((c) => `  ${identifier(c.name)} ${SQL_TYPES[c.type]}${c.required ? " NOT NULL" : ""}`).join(",\n")},\n  PRIMARY KEY (${primaryKey.map(identifier).join(", ")})\n);\n`;

/** The condition that a row of `answers` or `cells`, under the alias `a`, is today's for someone of whom nothing is known. */
const TODAY = [
  ...ALL_DIMENSIONS.map(({ facet, unspecified }) => `a.${facet} IN ('${ANY}', '${unspecified ?? REST}')`),
  // Days are texts in both SQLite and PostgreSQL, and so is the day compared with.
  "coalesce(a.valid_from, '') <= CAST(CURRENT_DATE AS TEXT)",
  `coalesce(a.valid_until, '${OPEN_UNTIL}') > CAST(CURRENT_DATE AS TEXT)`,
].join(" AND ");

/** Of whom nothing is known. */
const ANYONE = "for an adult with an account on the free plan, in the rest of the world";

/** Views for the most frequent questions. */
export const VIEWS: readonly { name: string; sql: string; description: string }[] = [
  {
    name: "headlines_today",
    description: `Current answers in one sentence, ${ANYONE}.`,
    sql: `SELECT p.id AS platform, p.name, a.verdict, a.certainty, a.lead_kind, a.sentence, a.control FROM answers a JOIN platforms p ON p.id = a.platform WHERE a.practice = '${HEADLINE}' AND ${TODAY}`,
  },
  {
    name: "kinds_today",
    description: `Current answers by kind of data and who trains, ${ANYONE}.`,
    sql: `SELECT p.id AS platform, p.name, a.kind, a.by_whom, a.verdict, a.certainty FROM cells a JOIN platforms p ON p.id = a.platform WHERE ${TODAY}`,
  },
  {
    name: "training_today",
    description: `Current answers of practices that train, ${ANYONE}.`,
    sql: `SELECT p.id AS platform, p.name, a.practice, a.purpose, a.data_use, a.default_state, a.verdict, a.certainty FROM answers a JOIN platforms p ON p.id = a.platform WHERE a.practice <> '${HEADLINE}' AND a.training AND ${TODAY}`,
  },
  {
    name: "ways_out",
    description: "Controls that fully stop a use, with their number of steps.",
    sql: `SELECT c.platform, c.id, c.kind, c.name, c.actor, c.url, (SELECT count(*) FROM steps s WHERE s.platform = c.platform AND s.control = c.id) AS steps FROM controls c WHERE c.protects = 'fully'`,
  },
  {
    name: "evidence_by_archive",
    description: "How many passages come from each archive.",
    sql: `SELECT c.archive, count(*) AS passages FROM passages p JOIN copies c ON c.owner = p.owner AND c.source = p.source AND c.position = p.copy GROUP BY c.archive`,
  },
];
