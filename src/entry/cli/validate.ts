import { dayOf } from "../../model/index.ts";
import { readExceptions, readRecords } from "../../records/files.ts";
import { namedRecords } from "../../records/named-records.ts";
import { keyOf, type Problem } from "../../records/problems.ts";
import { REPORTS, type ReportFormat, showsColour } from "../../records/report/index.ts";
import { lintSince } from "../../records/validate.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { printEscaped } from "./print.ts";
import { knownOf } from "./validated.ts";
import { readWrittenFiles } from "./written-files.ts";

/** Options of the command line, already parsed. */
export interface ValidateOptions {
  data: string;
  json: boolean;
  format?: string | undefined;
}

const FORMATS = Object.keys(REPORTS) as ReportFormat[];

/** Runs the validation; prints, and gives the exit code: 0 clean, 1 problems, 2 wrong call. */
export function runValidate(
  names: readonly string[],
  { data, json, format = json ? "json" : "human" }: ValidateOptions,
): number {
  const known = FORMATS.find((f) => f === format);
  if (!known)
    return reportError(
      new UsageError(
        `--format ${format}: expected one of ${FORMATS.join(", ")}.${didYouMean(format, FORMATS)}`,
      ),
    );
  const today = dayOf(new Date());
  const unchanged = knownOf(data, today);
  if (names.length === 0 && unchanged.records !== undefined)
    return report(known, { problems: [], texts: new Map(), records: unchanged.records });
  const files = readRecords(data);
  const exceptions = readExceptions(data);
  const written = unchanged.written ?? readWrittenFiles(data);
  const named = namedRecords(names, files, data);
  if ("error" in named) return reportError(new UsageError(named.error));
  const keys = new Set(named.records.map(keyOf));
  const wanted = (p: Problem) =>
    names.length === 0 || [p.record, ...(p.concerns ?? [])].some((key) => key !== undefined && keys.has(key));
  const { problems: found, sound } = lintSince(files, exceptions, today, written.released, unchanged.sound);
  unchanged.note({
    records: found.length + written.problems.length === 0 ? files.length : null,
    written: written.problems.length === 0 ? written : null,
    sound: [...sound],
  });
  const problems = [...found, ...written.problems].filter(wanted);
  const texts = new Map(
    [...files, ...(exceptions ? [exceptions] : []), ...written.files].map((f) => [f.path, f.text]),
  );
  return report(known, { problems, texts, records: named.records.length });
}

/** Prints the report, and gives the exit code. */
function report(
  format: ReportFormat,
  found: Omit<Parameters<(typeof REPORTS)[ReportFormat]>[0], "colour">,
): number {
  printEscaped(REPORTS[format]({ ...found, colour: showsColour(process.stdout) }));
  return found.problems.length === 0 ? 0 : 1;
}

export const program = command("validate", "Validates the records. docs/checks.md lists the checks.", [
  ["", "every record under data/"],
  ["linkedin operators/meta", "only what is wrong in these (the others are read for references)"],
  ["--json", "problems as JSON"],
  ["--format github", "annotations at the lines of a pull request"],
  ["--format sarif", "SARIF 2.1.0, for code-scanning services"],
])
  .argument("[records...]", "ids or files")
  .option("--json", "the same as --format json", false)
  .option("--format <form>", "human, json, sarif or github (default: human)")
  .option(...DATA_OPTION)
  .action(exits(runValidate));
