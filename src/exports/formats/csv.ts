import { csvLines } from "../../text/csv.ts";
import { type Sink, TextFile } from "../sink.ts";
import type { ExportTable } from "../tables.ts";
import { type DataFormat, duckdb, pandas, tableSinks } from "./format.ts";

function csvSink(dir: string, path: string, table: ExportTable): Sink {
  const file = new TextFile(dir, path, table.description);
  file.write(csvLines([table.columns.map((c) => c.name)]));
  let count = 0;
  return {
    tables: [table],
    rows(_, rows) {
      file.write(csvLines(rows));
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
    pandas('pandas.read_csv("{url}", keep_default_na=False).head()'),
    { tool: "r", command: `Rscript -e 'head(read.csv("{url}"))'` },
  ],
  sinks: (dir, dataset) => tableSinks(dataset, "csv", (path, table) => csvSink(dir, path, table)),
};
