import { dayOf, isDay, STALE_AFTER_DAYS } from "../../model/index.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { loadDataset } from "../../records/load.ts";
import { qualityMarkdown, qualityText } from "../../review/quality/print.ts";
import { qualityOf } from "../../review/quality/quality.ts";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";

/** Options of the command line, already parsed. */
export interface QualityOptions {
  data: string;
  json: boolean;
  markdown: boolean;
  /** The day that ages are counted to; default: today (UTC). */
  today?: string | undefined;
  staleAfter: string;
}

function check({ json, markdown, today, staleAfter }: QualityOptions): void {
  if (json && markdown) throw new UsageError("--json or --markdown, not both.");
  if (today !== undefined && !isDay(today))
    throw new UsageError(`--today ${today}: expected a day, YYYY-MM-DD.`);
  if (!/^[1-9]\d*$/.test(staleAfter))
    throw new UsageError(`--stale-after ${staleAfter}: expected a number of days, such as 180.`);
}

/** Measures the dataset; prints, and gives the exit code. */
export function runQuality(options: QualityOptions): number {
  try {
    check(options);
    const quality = qualityOf(
      loadDataset(options.data),
      options.today ?? dayOf(new Date()),
      Number(options.staleAfter),
    );
    if (options.json) printEscaped(terminalJson(quality));
    else print(options.markdown ? qualityMarkdown(quality) : qualityText(quality));
    return 0;
  } catch (error) {
    return reportError(error, [InvalidDataset]);
  }
}

export const program = command(
  "quality",
  "How good the dataset is, as far as that can be counted, and what to do next.",
  [
    ["", "coverage, headlines, what is known, grades, ages; the worst records first"],
    ["--markdown", "for a page or an issue"],
    ["--json", "for a program"],
    ["--stale-after 90", "records are overdue after 90 days without a check"],
  ],
)
  .option("--json", "as JSON", false)
  .option("--markdown", "as Markdown", false)
  .option(
    "--stale-after <days>",
    "after how many days without a check a record is overdue",
    String(STALE_AFTER_DAYS),
  )
  .option("--today <day>", "the day that ages are counted to, YYYY-MM-DD; default: today (UTC)")
  .option(...DATA_OPTION)
  .action(exits(runQuality));
