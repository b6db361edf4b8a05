import { setImmediate } from "node:timers/promises";
import { about } from "./about.ts";
import { flatTables } from "./flat.ts";
import { type ExportInput, recordsOf } from "./input.ts";
import { citation, croissant, dataPackage, dcat, type ExportedFile } from "./metadata.ts";
import { parquetSink } from "./parquet.ts";
import { type Sink, TextFile } from "./sink.ts";
import { VIEWS } from "./sql.ts";
import { sqliteSink } from "./sqlite.ts";
import { type ExportTable, normalisedTables, type Value } from "./tables.ts";
import { csvSink, jsonSink, ndjsonSink, sqlSink } from "./text.ts";

/** Told after each record. */
export type ExportProgress = (records: number) => void;

/** What is said of the dataset and its tables, as tables, so that it travels with them. */
function aboutTables(
  input: ExportInput,
  tables: readonly ExportTable[],
): { table: ExportTable; rows: Value[][] }[] {
  const column = (name: string) => ({ name, type: "string" as const, required: true });
  const head = { rowsOf: () => [] };
  return [
    {
      table: {
        ...head,
        name: "about",
        description: "What this is, its licence, and whom to credit.",
        columns: ["key", "value"].map(column),
        primaryKey: ["key"],
      },
      rows: Object.entries(about(input)).map(([key, value]) => [key, String(value)]),
    },
    {
      table: {
        ...head,
        name: "comments",
        description: "What each table and view holds.",
        columns: ["table", "comment"].map(column),
        primaryKey: ["table"],
      },
      rows: [...tables, ...VIEWS].map(({ name, description }) => [name, description]),
    },
  ];
}

/** The tables that a dataset is exported as: those of the SQL formats, and those for people. */
export function exportTables(input: ExportInput): {
  preamble: ReturnType<typeof aboutTables>;
  normalised: ExportTable[];
  flat: ExportTable[];
} {
  const normalised = normalisedTables();
  return { preamble: aboutTables(input, normalised), normalised, flat: flatTables(input) };
}

/**
 * Writes every download of a dataset into a folder, in one pass over its records and in
 * memory that does not grow with them. The same data gives the same bytes.
 * @returns the files, those with metadata last
 */
export async function writeExports(
  dir: string,
  input: ExportInput,
  onProgress: ExportProgress = () => {},
): Promise<ExportedFile[]> {
  const { preamble, normalised, flat } = exportTables(input);
  const sql = [...preamble.map((p) => p.table), ...normalised];
  const columnar = (table: ExportTable, csv: string, parquet: string): Sink[] => [
    csvSink(dir, csv, table),
    parquetSink(dir, parquet, table, about(input)),
  ];
  const sinks: Sink[] = [
    ...flat.flatMap((t) => columnar(t, `${t.name}.csv`, `${t.name}.parquet`)),
    jsonSink(dir, input),
    ndjsonSink(dir, input),
    sqliteSink(dir, sql),
    sqlSink(dir, input, sql),
    ...sql.flatMap((t) => columnar(t, `csv/${t.name}.csv`, `parquet/${t.name}.parquet`)),
  ];
  for (const { table, rows } of preamble) for (const sink of sinks) sink.rows?.(table, rows);
  let done = 0;
  for await (const item of recordsOf(input)) {
    for (const sink of sinks) sink.record?.(item);
    for (const table of [...normalised, ...flat]) {
      const rows = table.rowsOf(item);
      if (rows.length > 0) for (const sink of sinks) sink.rows?.(table, rows);
    }
    onProgress(++done);
    // A server that writes its downloads goes on answering.
    await setImmediate();
  }
  const data: ExportedFile[] = [];
  for (const sink of sinks) data.push(await sink.finish());
  const files = [...data];
  const put = (path: string, mediaType: string, description: string, body: string): void => {
    const file = new TextFile(dir, path, description);
    file.write(body);
    files.push(file.end(mediaType, null));
  };
  const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
  const tables = [...flat, ...sql];
  put(
    "datapackage.json",
    "application/json",
    "Frictionless Data Package: every CSV file and column.",
    pretty(dataPackage(input, tables, data)),
  );
  put(
    "croissant.json",
    "application/ld+json",
    "Croissant 1.1: the same for machine-learning tools.",
    pretty(croissant(input, tables, data)),
  );
  put("dcat.json", "application/ld+json", "DCAT 3: the same for data catalogues.", pretty(dcat(input, data)));
  put("CITATION.cff", "text/yaml", "How to cite it.", citation(input));
  const sums = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).map((f) => `${f.sha256}  ${f.path}\n`);
  put("SHA256SUMS", "text/plain", "SHA-256 of every file.", sums.join(""));
  return files;
}
