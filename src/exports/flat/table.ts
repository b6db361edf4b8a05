import { LICENCE } from "../../model/index.ts";
import type { ExportInput } from "../input.ts";
import type { Column, ExportTable } from "../tables.ts";
import type { FlatColumn, PlatformRecord } from "./columns.ts";

/** The columns with which every row begins. */
export const PLATFORM_COLUMNS = ["platform", "name", "operator", "category"];

/** A table for people: its own columns, and its rows for a platform. */
export interface Flat<T> {
  name: string;
  description: string;
  columns: readonly FlatColumn<T>[];
  primaryKey: string[];
  rows(item: PlatformRecord): readonly T[];
}

const ownColumns = (names: readonly string[]): Column[] =>
  names.map((name) => ({ name, type: "string", required: true }));

/** A flat table with its platform before each row, and release and licence after it. */
export const exportTable = <T>(
  { name, description, columns, primaryKey, rows }: Flat<T>,
  { version }: ExportInput["release"],
): ExportTable => ({
  name,
  description,
  columns: [
    ...ownColumns(PLATFORM_COLUMNS),
    ...columns.map(({ name: column, type, required }) => ({ name: column, type, required })),
    ...ownColumns(["release_version", "licence"]),
  ],
  primaryKey,
  rowsOf: (item) =>
    item.kind === "operator"
      ? []
      : rows(item).map((row) => [
          ...[item.record.id, item.record.name, item.record.operator, item.record.category],
          ...columns.map((c) => c.read(row, item)),
          ...[version, LICENCE.id],
        ]),
});
