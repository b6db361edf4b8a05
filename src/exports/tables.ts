import { getTableColumns, getTableName, type Table } from "drizzle-orm";
import type { Rows } from "../db/rows.ts";
import * as t from "../db/schema.ts";
import type { ExportRecord } from "./input.ts";

export type ColumnType = "string" | "integer" | "boolean" | "date";

/** A column of an exported table. */
export interface Column {
  name: string;
  type: ColumnType;
  required: boolean;
}

export type Value = string | number | boolean | null;

/** A table as every format writes it, record by record. */
export interface ExportTable {
  name: string;
  description: string;
  columns: Column[];
  primaryKey: string[];
  /** The rows that a record comes to. */
  rowsOf(record: ExportRecord): Value[][];
}

type Key = Exclude<keyof Rows, "search">;

/** The normalised tables, whose record they belong to, and what they hold. */
const TABLES: readonly {
  key: Key;
  of: "platform" | "operator" | "both" | "none";
  primaryKey: string[];
  description: string;
}[] = [
  { key: "operators", of: "none", primaryKey: ["id"], description: "Companies that run platforms." },
  { key: "platforms", of: "none", primaryKey: ["id"], description: "Platforms." },
  {
    key: "platformPlans",
    of: "platform",
    primaryKey: ["platform", "plan", "position"],
    description: "The platforms' own names for each plan.",
  },
  { key: "domains", of: "platform", primaryKey: ["domain"], description: "Where platforms are on the web." },
  { key: "aliases", of: "platform", primaryKey: ["alias"], description: "Former ids and other names." },
  {
    key: "practices",
    of: "platform",
    primaryKey: ["platform", "id"],
    description: "Uses of people's data, each for one purpose.",
  },
  {
    key: "practiceRecipients",
    of: "platform",
    primaryKey: ["platform", "practice", "recipient"],
    description: "Who gets to use the data.",
  },
  {
    key: "rules",
    of: "platform",
    primaryKey: ["platform", "practice", "id"],
    description: "Decision tables: read in order of position, the first that matches answers.",
  },
  {
    key: "ruleData",
    of: "platform",
    primaryKey: ["platform", "practice", "rule", "category", "included"],
    description: "Kinds of data that a rule includes or excludes.",
  },
  {
    key: "ruleControls",
    of: "platform",
    primaryKey: ["platform", "practice", "rule", "control"],
    description: "Controls that act on a rule's use.",
  },
  { key: "controls", of: "platform", primaryKey: ["platform", "id"], description: "What people can do." },
  {
    key: "steps",
    of: "platform",
    primaryKey: ["platform", "control", "position"],
    description: "The way to a control.",
  },
  {
    key: "controlTraits",
    of: "platform",
    primaryKey: ["platform", "control", "trait", "value"],
    description: "Exceptions, friction and rights of controls.",
  },
  { key: "events", of: "platform", primaryKey: ["platform", "id"], description: "What happened." },
  {
    key: "eventPractices",
    of: "platform",
    primaryKey: ["platform", "event", "practice"],
    description: "Practices that an event concerns.",
  },
  {
    key: "myths",
    of: "platform",
    primaryKey: ["platform", "id"],
    description: "What people try that does not work.",
  },
  {
    key: "audiences",
    of: "both",
    primaryKey: ["owner", "subject", "subject_id", "facet", "value"],
    description: "For whom a rule, control, event or source is; no row for a facet means any.",
  },
  { key: "sources", of: "both", primaryKey: ["owner", "id"], description: "Documents." },
  {
    key: "copies",
    of: "both",
    primaryKey: ["owner", "source", "position"],
    description: "Archived copies of documents.",
  },
  {
    key: "passages",
    of: "both",
    primaryKey: ["owner", "source", "id"],
    description: "Fingerprinted passages of archived copies.",
  },
  {
    key: "evidence",
    of: "platform",
    primaryKey: ["platform", "subject", "subject_id", "fact", "position"],
    description: "What rules, controls, events and myths rest on.",
  },
  {
    key: "platformRegions",
    of: "platform",
    primaryKey: ["platform", "region"],
    description:
      "The class of each place that a platform tells apart; places not named are of the class rest.",
  },
  {
    key: "answers",
    of: "platform",
    primaryKey: ["platform", "id"],
    description:
      "Resolved answers for every distinguishable audience and time; * means that the answer does not hang on it.",
  },
];

/** Columns of the database that an export has no use for. */
const INTERNAL = new Set(["revision", "since", "until", "hash", "record_hash", "record", "sort_name"]);
/** Columns that hold whole days; other dates are as precise as they are known, and stay text. */
const DAYS = new Set(["verified", "captured", "withdrawn", "answers.valid_from", "answers.valid_until"]);

/** Ends of time that tables compare with are no dates: exports leave them empty. */
const ENDLESS = new Set(["", "9999-12-31"]);
const isEndless = (key: Key, column: string): boolean =>
  key === "answers" && (column === "valid_from" || column === "valid_until");

const typeOf = (table: string, name: string, dataType: string): ColumnType =>
  dataType === "boolean"
    ? "boolean"
    : dataType === "number"
      ? "integer"
      : DAYS.has(name) || DAYS.has(`${table}.${name}`)
        ? "date"
        : "string";

/** The dataset as normalised tables, in an order in which each refers only to those before it. */
export const normalisedTables = (): ExportTable[] =>
  TABLES.map(({ key, of, primaryKey, description }) => {
    const table = t[key] as Table;
    const name = getTableName(table);
    const fields = Object.entries(getTableColumns(table)).filter(([, c]) => !INTERNAL.has(c.name));
    const owner =
      of === "none" ? [] : [{ name: of === "both" ? "owner" : of, type: "string" as const, required: true }];
    return {
      name,
      description,
      columns: [
        ...owner,
        ...fields.map(([, c]) => ({
          name: c.name,
          type: typeOf(name, c.name, c.dataType),
          required: c.notNull && !isEndless(key, c.name),
        })),
      ],
      primaryKey,
      rowsOf({ kind, record: { id }, rows }) {
        const whose = of === "none" ? [] : [of === "both" ? `${kind}/${id}` : id];
        return (rows[key] as Record<string, Value | undefined>[]).map((row) => [
          ...whose,
          ...fields.map(([field, c]) =>
            isEndless(key, c.name) && ENDLESS.has(String(row[field])) ? null : (row[field] ?? null),
          ),
        ]);
      },
    };
  });
