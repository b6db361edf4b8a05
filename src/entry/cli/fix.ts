import { writeFileSync } from "node:fs";
import { readExceptions, readRecords } from "../../records/files.ts";
import { fix } from "../../records/fix.ts";
import { namedRecords } from "../../records/named-records.ts";
import { IDS004 } from "../../records/released.ts";
import { humanReport, showsColour } from "../../records/report/index.ts";
import { lint } from "../../records/validate.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";
import { readWrittenFiles } from "./written-files.ts";

/** Fixes records, or with `check` only says what it would change; prints, and gives the exit code: 0 clean, 1 something is left (or would change), 2 wrong call. */
export function runFix(names: readonly string[], { data, check }: { data: string; check: boolean }): number {
  const files = readRecords(data);
  const exceptions = readExceptions(data);
  const named = namedRecords(names, files, data);
  if ("error" in named) return reportError(new UsageError(named.error));
  const chosen = new Set([
    ...named.records.map((f) => f.path),
    ...(names.length === 0 && exceptions ? [exceptions.path] : []),
  ]);
  const after = fix(files, exceptions, undefined, (file) => chosen.has(file.path));
  for (const { file, done } of after.fixed) {
    if (!check) writeFileSync(file.path, file.text);
    print([file.path, ...done.map((line) => `    ${line}`)].join("\n"));
  }
  const all = lint(after.files, after.exceptions, undefined, readWrittenFiles(data).released);
  const left = all.filter((p) => chosen.has(p.file) || (names.length === 0 && p.code === IDS004.code));
  if (left.length > 0) {
    const texts = new Map(
      [...after.files, ...(after.exceptions ? [after.exceptions] : [])].map((f) => [f.path, f.text]),
    );
    printEscaped(
      `\nLeft for you:\n\n${humanReport({ problems: left, texts, records: named.records.length, colour: showsColour(process.stdout) })}`,
    );
  } else print(summary(after.fixed.length, check));
  return left.length > 0 || (check && after.fixed.length > 0) ? 1 : 0;
}

const summary = (changed: number, check: boolean): string => {
  if (changed === 0) return "Nothing to fix.";
  const files = `${changed} file${changed === 1 ? "" : "s"}`;
  return check
    ? `${files} would change; without --check they are written.`
    : `${files} written, nothing left.`;
};

export const program = command(
  "fix",
  "Applies fixes that have exactly one correct result, and writes records in their canonical form.",
  [
    ["", "every record, and data/exceptions.json"],
    ["linkedin operators/meta", "only these"],
    ["--check", "say what would change, and write nothing"],
  ],
)
  .argument("[records...]", "ids or files")
  .option("--check", "write nothing; exit 1 if something would change or is left", false)
  .option(...DATA_OPTION)
  .action(exits(runFix));
