import type { ExportDataset } from "../dataset.ts";
import type { ExportedFile } from "../file.ts";
import type { Sink } from "../sink.ts";
import type { ExportTable } from "../tables.ts";

/** A command that loads a file in a tool. `{url}` and `{name}` are the file's URL and name. */
export interface Example {
  tool: "curl" | "datasets" | "duckdb" | "pandas" | "polars" | "r" | "sqlite3" | "psql" | "sha256sum";
  command: string;
}

interface FormatHead {
  /** As people call it: `parquet`. */
  name: string;
  mediaType: string;
  /** What a file of it contains. A file with one table has the table's description instead. */
  description: string;
  /** How to load a file of it. */
  load: readonly Example[];
}

/** A format of the dataset itself. */
export interface DataFormat extends FormatHead {
  /** Its files, written while the records pass. */
  sinks(dir: string, dataset: ExportDataset): Sink[];
}

/** A file about the files, written after them in the order of the list. */
export interface MetadataFormat extends FormatHead {
  path: string;
  /**
   * Its text.
   * @param data the files of the dataset
   * @param all those, and the metadata files before this one
   */
  text(dataset: ExportDataset, data: readonly ExportedFile[], all: readonly ExportedFile[]): string;
}

/** A download format: a file in this folder and a line in index.ts. */
export type Format = DataFormat | MetadataFormat;

/** Downloads the file, then runs a command on it, so that no extension for remote files is needed. */
export const downloaded = (then: string): string => `curl -sO {url} && ${then}`;

/** A Python one-liner that prints an expression. */
export const pandas = (expression: string): Example => ({
  tool: "pandas",
  command: `python3 -c 'import pandas; print(${expression})'`,
});

/** Shows the first rows of a file. */
export const duckdb: Example = {
  tool: "duckdb",
  command: downloaded(`duckdb -c "SELECT * FROM '{name}' LIMIT 5"`),
};

/** Loads the file as Hugging Face's library does. */
export const datasets: Example = {
  tool: "datasets",
  command: downloaded(
    `python3 -c 'import datasets; print(datasets.load_dataset("parquet", data_files="{name}"))'`,
  ),
};

/** Prints the file. */
export const curl: Example = { tool: "curl", command: "curl -s {url}" };

/** A file for each table: those for people at the top, those of the database in a folder called like the extension. */
export const tableSinks = (
  { flat, database }: ExportDataset,
  extension: string,
  sink: (path: string, table: ExportTable) => Sink,
): Sink[] => [
  ...flat.map((t) => sink(`${t.name}.${extension}`, t)),
  ...database.map((t) => sink(`${extension}/${t.name}.${extension}`, t)),
];

/** Line breaks other than LF and CR. JSON allows them in strings, but Python's `splitlines` and others end a line there. */
const LINE_BREAKS = /[\u0085\u2028\u2029]/g;

/** JSON on one line for every reader. */
export const jsonLine = (value: object): string =>
  JSON.stringify(value).replaceAll(LINE_BREAKS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** JSON for people to read. */
export const pretty = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;
