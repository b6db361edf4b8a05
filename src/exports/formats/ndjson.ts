import { about } from "../about.ts";
import { publicRecord } from "../input.ts";
import { TextFile } from "../sink.ts";
import { type DataFormat, downloaded, jsonLine } from "./format.ts";

/** One record per line; the first line describes the dataset. */
export const ndjson: DataFormat = {
  name: "ndjson",
  mediaType: "application/x-ndjson",
  description: "Every record, one per line.",
  load: [
    { tool: "curl", command: "curl -s {url} | head -n 1" },
    {
      tool: "duckdb",
      command: downloaded(
        `duckdb -c "SELECT kind, count(*) FROM read_json('{name}', union_by_name=true) GROUP BY kind"`,
      ),
    },
    {
      // By default it infers the columns from the first hundred lines, and drops all others without a word.
      tool: "polars",
      command: downloaded(
        `python3 -c 'import polars; print(polars.read_ndjson("{name}", infer_schema_length=None))'`,
      ),
    },
  ],
  sinks(dir, { input }) {
    const file = new TextFile(dir, "ai-data-use.ndjson", ndjson.description);
    file.write(`${jsonLine({ kind: "dataset", ...about(input) })}\n`);
    let records = 0;
    return [
      {
        record(item) {
          file.write(`${jsonLine({ kind: item.kind, ...publicRecord(item) })}\n`);
          records++;
        },
        finish: async () => file.end(records),
      },
    ];
  },
};
