import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileOf, type RecordFile, readRecords } from "./files.ts";
import { nearest } from "./nearest.ts";
import { formatProblem, validate } from "./validate.ts";

/** Is this file meant by what was written: a path, or a record's id? */
const means = (file: RecordFile, written: string): boolean =>
  resolve(file.path) === resolve(written) || file.id === written || `${file.kind}s/${file.id}` === written;

/** Runs the validation; prints, and gives the exit code: 0 clean, 1 problems, 2 wrong call. */
export function runValidate(names: readonly string[], options: { data: string; json: boolean }): number {
  const files = readRecords(options.data);
  for (const name of names) {
    if (files.some((f) => means(f, name))) continue;
    const near = nearest(
      basename(name, ".json"),
      files.map((f) => f.id),
    );
    console.error(
      `${name} is no record under ${options.data}/.${near ? ` Did you mean ${near}?` : existsSync(name) ? ` Records stand in ${dirname(fileOf(options.data, "platform", "x"))} and ${dirname(fileOf(options.data, "operator", "x"))}.` : ""}`,
    );
    return 2;
  }
  const { problems } = validate(files);
  const wanted = names.length === 0 ? problems : problems.filter((p) => files.some((f) => f.path === p.file && names.some((n) => means(f, n))));
  if (options.json) console.log(JSON.stringify(wanted, null, 2));
  else {
    for (const p of wanted) console.log(formatProblem(p));
    console.log(wanted.length === 0 ? `${names.length || files.length} records, no problems.` : `${wanted.length} problem${wanted.length === 1 ? "" : "s"}.`);
  }
  return wanted.length === 0 ? 0 : 1;
}
