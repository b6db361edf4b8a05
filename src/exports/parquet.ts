import { parquetWriteBuffer } from "hyparquet-writer";
import type { ExportTable, Value } from "./tables.ts";

const TYPES = { string: "STRING", date: "STRING", integer: "INT32", boolean: "BOOLEAN" } as const;

/** A table as Parquet with typed columns; empty columns keep their type. */
export function parquet(table: ExportTable, about: Readonly<Record<string, string>>): Uint8Array {
  const rows = [...table.rows()];
  const columnData = table.columns.map(({ name, type, required }, i) => ({
    name,
    type: TYPES[type],
    nullable: !required,
    data: rows.map((row) => row[i] as Value),
  }));
  const kvMetadata = Object.entries(about).map(([key, value]) => ({ key, value }));
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata }));
}
