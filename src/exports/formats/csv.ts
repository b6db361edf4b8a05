import { stringify } from "csv-stringify/sync";
import { type Sink, TextFile } from "../sink.ts";
import type { ExportTable, Value } from "../tables.ts";
import { type DataFormat, duckdb, pandas, tableSinks } from "./format.ts";

/**
 * Rows as RFC 4180 writes them. A line break in a cell is quoted, also a lone LF or CR, which
 * csv-stringify 6.9.0 leaves bare where records end with CRLF.
 */
const lines = (rows: readonly (readonly Value[])[]): string =>
  stringify(
    rows.map((cells) => cells.map((c) => (typeof c === "boolean" ? String(c) : c))),
    { record_delimiter: "\r\n", quoted_match: /[\r\n]/ },
  );

function csvSink(dir: string, path: string, table: ExportTable): Sink {
  const file = new TextFile(dir, path, table.description);
  file.write(lines([table.columns.map((c) => c.name)]));
  let count = 0;
  return {
    rows(of, rows) {
      if (of !== table) return;
      file.write(lines(rows));
      count += rows.length;
    },
    finish: async () => file.end(count),
  };
}

/** A table per file, RFC 4180, with a header row. */
export const csv: DataFormat = {
  name: "csv",
  mediaType: "text/csv",
  description: "A table.",
  load: [
    { tool: "curl", command: "curl -s {url} | head -n 3" },
    duckdb,
    pandas('pandas.read_csv("{url}").head()'),
    { tool: "r", command: `Rscript -e 'head(read.csv("{url}"))'` },
  ],
  sinks: (dir, dataset) => tableSinks(dataset, "csv", (path, table) => csvSink(dir, path, table)),
};
