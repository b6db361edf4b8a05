import { unambiguousMatch } from "../../text/nearest.ts";
import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";

/** IDS001: a record's id is its file's name. */
export const IDS001: DatasetCheck = {
  code: "IDS001",
  description: "A record's id is its file's name.",
  why: "Everything finds a record by its file; two names for one record would split its history.",
  scope: "dataset",
  fix: "writes the file’s name where the id is an unambiguous typing error",
  *run(dataset) {
    for (const { file, record } of [...dataset.platforms.values(), ...dataset.operators.values()])
      if (record.id !== file.id)
        yield {
          file,
          path: ["id"],
          found: show(record.id),
          expected: show(file.id),
          fix: `Write ${show(file.id)}, or rename the file to ${record.id}.json.`,
          edits: unambiguousMatch(record.id, [file.id]) === undefined ? [] : [{ path: ["id"], set: file.id }],
        };
  },
};
