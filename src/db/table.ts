import { type AnySQLiteColumn, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Column, ColumnType } from "./columns.ts";

/** A column of a table of the database. */
export interface ColumnSpec extends Column {
  /**
   * Whether the database demands a value. Model fields don't: the validator has checked them, and so
   * any new one, required or not, is a column that a generated migration can add.
   */
  notNull?: boolean;
  /** The field of a row that has its value, where it is not called like the column. */
  field?: string;
  /** What rows have that were written before the column existed. */
  default?: string;
  /** Not exported: it is computed for queries only. */
  internal?: boolean;
  /** An end of time that queries compare with and exports leave empty. */
  openEnd?: string;
}

/** A table that holds rows of revisions. */
export interface TableSpec {
  name: string;
  /** What it holds, for people who read an export. */
  description: string;
  /** Which records have rows in it; `record` if it has one row for each. */
  of: "platform" | "operator" | "both" | "record";
  columns: readonly ColumnSpec[];
  /** Without the revision. */
  primaryKey: readonly string[];
  /** Columns by the index's name. */
  indices?: Readonly<Record<string, readonly string[]>>;
}

/** A required column. */
export const required = (name: string, type: ColumnType = "string"): ColumnSpec => ({
  name,
  type,
  required: true,
  notNull: true,
});

/** A column that can be empty. */
export const nullable = (name: string, type: ColumnType = "string"): ColumnSpec => ({
  name,
  type,
  required: false,
});

const builder = ({ name, type }: ColumnSpec) =>
  type === "integer" ? integer(name) : type === "boolean" ? integer(name, { mode: "boolean" }) : text(name);

function drizzleColumn(spec: ColumnSpec) {
  const column = spec.notNull ? builder(spec).notNull() : builder(spec);
  return spec.default === undefined ? column : (column as ReturnType<typeof text>).default(spec.default);
}

/**
 * The Drizzle table of a specification. Its fields are called like its columns.
 * @throws if two columns have the same name
 */
export function drizzleTable({ name, of, columns, primaryKey: key, indices = {} }: TableSpec) {
  const names = columns.map((c) => c.name);
  const repeated = names.find((n, i) => names.indexOf(n) !== i);
  if (repeated) throw new Error(`The table ${name} has two columns ${repeated}; rename one in src/db.`);
  const perRecord = of === "record";
  const revision = perRecord ? integer("revision").primaryKey() : integer("revision").notNull();
  return sqliteTable(
    name,
    { revision, ...Object.fromEntries(columns.map((c) => [c.name, drizzleColumn(c)])) },
    (t) => {
      const at = (list: readonly string[]) =>
        list.map((c) => (t as Record<string, AnySQLiteColumn>)[c]) as [AnySQLiteColumn, ...AnySQLiteColumn[]];
      return [
        ...(perRecord ? [] : [primaryKey({ columns: at(["revision", ...key]) })]),
        ...Object.entries(indices).map(([indexName, list]) => index(indexName).on(...at(list))),
      ];
    },
  );
}
