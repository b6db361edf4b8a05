import { setImmediate } from "node:timers/promises";
import { remembered } from "../text/remembered.ts";
import { exportDataset } from "./dataset.ts";
import type { ExportedFile } from "./file.ts";
import type { DataFormat, Format, MetadataFormat } from "./formats/format.ts";
import { FORMATS } from "./formats/index.ts";
import { type ExportInput, recordsOf } from "./input.ts";
import { TextFile } from "./sink.ts";
import type { ExportTable } from "./tables.ts";

/** Called after each record with the number of records so far. */
export type ExportProgress = (records: number) => void;

const isMetadata = (format: Format): format is MetadataFormat => "path" in format;

/** Files of tables, in folders, after all others. */
const foldersLast = (a: ExportedFile, b: ExportedFile): number =>
  Number(a.path.includes("/")) - Number(b.path.includes("/"));

/**
 * Writes every download of a dataset into a folder, in one pass over its records. Formats keep at most what
 * they must buffer: compressed sheets of the workbook, and a few words for each host. The same data gives the same bytes.
 * @returns the files, those with metadata last
 */
export async function writeExports(
  dir: string,
  input: ExportInput,
  onProgress: ExportProgress = () => {},
  formats: readonly Format[] = FORMATS,
): Promise<ExportedFile[]> {
  const dataset = exportDataset(input);
  const writing = formats
    .filter((format): format is DataFormat => !isMetadata(format))
    .flatMap((format) => format.sinks(dir, dataset).map((sink) => ({ format, sink })));
  const sinks = writing.map(({ sink }) => sink);
  const sinksOf = remembered((table: ExportTable) =>
    sinks.filter((sink) => sink.rows && (sink.tables?.includes(table) ?? true)),
  );
  for (const { table, rows } of dataset.preamble) for (const sink of sinksOf(table)) sink.rows?.(table, rows);
  let done = 0;
  for await (const item of recordsOf(input)) {
    for (const sink of sinks) sink.record?.(item);
    for (const table of [...dataset.normalised, ...dataset.flat]) {
      const rows = table.rowsOf(item);
      if (rows.length > 0) for (const sink of sinksOf(table)) sink.rows?.(table, rows);
    }
    onProgress(++done);
    // A server that writes its downloads keeps answering requests.
    await setImmediate();
  }
  const data: ExportedFile[] = [];
  for (const { format, sink } of writing)
    data.push(...[await sink.finish()].flat().map((file) => listed(format, file)));
  data.sort(foldersLast);
  const all = [...data];
  for (const format of formats.filter(isMetadata)) {
    const file = new TextFile(dir, format.path, format.description);
    file.write(format.text(dataset, data, all));
    all.push(listed(format, file.end(null)));
  }
  return all;
}

const listed = (
  { mediaType, load }: Format,
  file: Omit<ExportedFile, "mediaType" | "examples">,
): ExportedFile => ({
  ...file,
  mediaType,
  examples: load,
});
