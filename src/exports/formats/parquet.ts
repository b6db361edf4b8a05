import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileWriter, ParquetWriter, type SchemaElement } from "hyparquet-writer";
import { about } from "../about.ts";
import { type Sink, writtenFile } from "../sink.ts";
import type { Column, ColumnType, ExportTable, Value } from "../tables.ts";
import { type DataFormat, datasets, duckdb, pandas, tableSinks } from "./format.ts";

/** Physical and logical types (Apache Parquet format, LogicalTypes). */
const TYPES: Record<ColumnType, Pick<SchemaElement, "type" | "converted_type">> = {
  string: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  date: { type: "INT32", converted_type: "DATE" },
  integer: { type: "INT32" },
  boolean: { type: "BOOLEAN" },
};

/** Rows kept in memory for a row group. */
const ROW_GROUP = 10_000;

const element = ({ name, type, required }: Column): SchemaElement => ({
  name,
  ...TYPES[type],
  repetition_type: required ? "REQUIRED" : "OPTIONAL",
});
const encoded = (value: Value, type: ColumnType): unknown =>
  type === "date" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value;

function parquetSink(
  dir: string,
  path: string,
  table: ExportTable,
  metadata: Readonly<Record<string, string | number>>,
): Sink {
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  const writer = new ParquetWriter({
    writer: fileWriter(join(dir, path)),
    schema: [{ name: "root", num_children: table.columns.length }, ...table.columns.map(element)],
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value: String(value) })),
    createdBy: "ai-data-use",
  });
  let waiting: Value[][] = [];
  let count = 0;
  const flush = (): void => {
    if (waiting.length === 0) return;
    const columnData = table.columns.map(({ name, type }, i) => ({
      name,
      data: waiting.map((row) => encoded(row[i] as Value, type)),
    }));
    // The file's writer is synchronous, so nothing is pending when this returns.
    void writer.write({ columnData, rowGroupSize: ROW_GROUP * 2 });
    waiting = [];
  };
  return {
    tables: [table],
    rows(_, rows) {
      for (const row of rows) waiting.push(row);
      count += rows.length;
      if (waiting.length >= ROW_GROUP) flush();
    },
    async finish() {
      flush();
      await writer.finish();
      return writtenFile(dir, { path, description: table.description, rows: count });
    },
  };
}

/** A table per file, with typed columns; empty columns keep their type. */
export const parquet: DataFormat = {
  name: "parquet",
  mediaType: "application/vnd.apache.parquet",
  description: "A table with typed columns.",
  load: [
    duckdb,
    pandas('pandas.read_parquet("{url}").head()'),
    datasets,
    { tool: "r", command: `Rscript -e 'head(arrow::read_parquet("{url}"))'` },
  ],
  sinks: (dir, dataset) =>
    tableSinks(dataset, "parquet", (path, table) => parquetSink(dir, path, table, about(dataset.input))),
};
