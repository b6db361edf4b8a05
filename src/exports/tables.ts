import type { Column, ColumnType, Value } from "../db/columns.ts";
import { TABLES } from "../db/tables.ts";
import type { ExportRecord } from "./input.ts";

export type { Column, ColumnType, Value };

/** A table as every format writes it, record by record. */
export interface ExportTable {
  name: string;
  description: string;
  columns: Column[];
  primaryKey: string[];
  /** The rows of a record. */
  rowsOf(record: ExportRecord): Value[][];
}

/**
 * The dataset as normalised tables: those of the database without columns that only queries need,
 * each row with the record that it belongs to. A table refers only to those before it.
 */
export const normalisedTables = (): ExportTable[] =>
  TABLES.map(({ name, description, of, columns, primaryKey }) => {
    const exported = columns.filter((c) => !c.internal);
    const owner = of === "record" ? [] : [of === "both" ? "owner" : of];
    return {
      name,
      description,
      columns: [
        ...owner.map((c): Column => ({ name: c, type: "string", required: true })),
        ...exported.map(({ name: column, type, required }): Column => ({ name: column, type, required })),
      ],
      primaryKey: [...owner, ...primaryKey],
      rowsOf({ kind, record: { id }, rows }) {
        const whose = of === "record" ? [] : [of === "both" ? `${kind}/${id}` : id];
        return (rows.tables[name] ?? []).map((row) => [
          ...whose,
          ...exported.map(({ name: column, field = column, openEnd }) => {
            const value = row[field] ?? null;
            return value === openEnd ? null : value;
          }),
        ]);
      },
    };
  });
