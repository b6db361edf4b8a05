import { dirname, join } from "node:path";
import type { CheckHead } from "./check.ts";
import { fileOf, parseRecord, type RecordFile, type RecordKind } from "./files.ts";
import { keyOf, type Problem, problem } from "./problems.ts";

/** The records that the last release has. The caller reads it from the ledgers: records do not know of releases. */
export interface Released {
  version: string;
  /** `platforms/<id>` and `operators/<id>`. */
  records: readonly string[];
}

/** IDS004: a record that was released stays. It is no check of records that are there, so it is run by itself. */
export const IDS004: CheckHead = {
  code: "IDS004",
  description: "Every record of the last release is there, under its id or as an alias of another record.",
  why: "Records are never deleted: links and citations lead to them. Restore the file; withdraw the record with a reason, or list its id in `aliases` of the record that it became.",
  scope: "dataset",
};

/** The names that other records have taken over, as keys. Invalid records count too: they are there. */
const aliasesOf = ({ kind, value }: RecordFile): string[] => {
  const aliases = value !== null && typeof value === "object" ? Reflect.get(value, "aliases") : undefined;
  return Array.isArray(aliases) ? aliases.map((alias) => keyOf({ kind, id: String(alias) })) : [];
};

/** A file where a record should be. */
function placeOf(key: string, files: readonly RecordFile[]): RecordFile {
  const [folder = "", id = ""] = key.split("/");
  const kind = folder.replace(/s$/, "") as RecordKind;
  const beside = files.find((file) => file.kind === kind);
  const path = beside ? join(dirname(beside.path), `${id}.json`) : fileOf("data", kind, id);
  return { ...parseRecord(kind, id, path, ""), faults: [] };
}

/** The released records that are gone. */
export function missingRecords(files: readonly RecordFile[], { version, records }: Released): Problem[] {
  const known = new Set([...files.map(keyOf), ...files.flatMap(aliasesOf)]);
  return records
    .filter((key) => !known.has(key))
    .map((key) =>
      problem(IDS004.code, placeOf(key, files), {
        path: [],
        found: `nothing; release ${version} has ${key}`,
        expected: `${key}, or a record with its id in \`aliases\``,
        fix: "Restore the file: `git log --diff-filter=D -- <file>` finds it. A platform can be withdrawn, or its id can be one of the `aliases` of the record that replaces it.",
      }),
    );
}
