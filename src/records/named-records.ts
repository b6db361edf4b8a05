import { existsSync } from "node:fs";
import { basename, resolve } from "node:path";
import { didYouMean } from "../text/nearest.ts";
import { folderOf, type RecordFile } from "./files.ts";
import { keyOf } from "./problems.ts";

/** Is this file meant by what was written: a path, or a record's id? */
const means = (file: RecordFile, written: string): boolean =>
  resolve(file.path) === resolve(written) || file.id === written || keyOf(file) === written;

/** The records that names on a command line mean; with none, every one. Or what is wrong with a name. */
export function namedRecords(
  names: readonly string[],
  files: readonly RecordFile[],
  dataDir: string,
): { records: readonly RecordFile[] } | { error: string } {
  for (const name of names) {
    if (files.some((f) => means(f, name))) continue;
    const near = didYouMean(
      basename(name, ".json"),
      files.map((f) => f.id),
    );
    const elsewhere = existsSync(name)
      ? ` Records are in ${folderOf(dataDir, "platform")} and ${folderOf(dataDir, "operator")}.`
      : "";
    return { error: `${name} is not a record under ${dataDir}/.${near || elsewhere}` };
  }
  return { records: names.length === 0 ? files : files.filter((f) => names.some((name) => means(f, name))) };
}
