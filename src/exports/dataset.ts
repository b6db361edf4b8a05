import { about } from "./about.ts";
import { flatTables } from "./flat/index.ts";
import type { ExportInput } from "./input.ts";
import { VIEWS } from "./sql.ts";
import { type Column, type ExportTable, normalisedTables, type Value } from "./tables.ts";

/** A table whose rows are known before the records. */
export interface Preamble {
  table: ExportTable;
  rows: Value[][];
}

/** What is exported: the input and the tables that are made of it. */
export interface ExportDataset {
  input: ExportInput;
  /** Tables for people and spreadsheets. */
  flat: ExportTable[];
  /** The dataset in normal form. */
  normalised: ExportTable[];
  /** Name, licence and descriptions, as tables. */
  preamble: Preamble[];
  /** Those of a database: preamble and normalised. */
  database: ExportTable[];
}

/** Facts about the dataset and its tables, as tables, so that they travel with the data. */
function preambleOf(input: ExportInput, tables: readonly ExportTable[]): Preamble[] {
  const column = (name: string): Column => ({ name, type: "string", required: true });
  const head = { rowsOf: () => [] };
  return [
    {
      table: {
        ...head,
        name: "about",
        description: "What this is, its licence, and whom to credit.",
        columns: ["name", "value"].map(column),
        primaryKey: ["name"],
      },
      rows: Object.entries(about(input)).map(([key, value]) => [key, String(value)]),
    },
    {
      table: {
        ...head,
        name: "comments",
        description: "What each table and view contains.",
        columns: ["table_name", "description"].map(column),
        primaryKey: ["table_name"],
      },
      rows: [...tables, ...VIEWS].map(({ name, description }) => [name, description]),
    },
  ];
}

/** The tables of a dataset. */
export function exportDataset(input: ExportInput): ExportDataset {
  const normalised = normalisedTables();
  const preamble = preambleOf(input, normalised);
  return {
    input,
    flat: flatTables(input),
    normalised,
    preamble,
    database: [...preamble.map((p) => p.table), ...normalised],
  };
}
