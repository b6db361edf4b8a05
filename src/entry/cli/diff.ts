import { writeFileSync } from "node:fs";
import { dayOf, isDay } from "../../model/index.ts";
import { diffDatasets } from "../../review/diff/records.ts";
import { renderMarkdown, renderText } from "../../review/diff/render.ts";
import { type Place, placeOfDirectory, placesOfRange, readSide } from "../../review/diff/sides.ts";
import { didYouMean } from "../../text/nearest.ts";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { printEscaped } from "./print.ts";

const FORMATS = {
  text: renderText,
  markdown: renderMarkdown,
  json: (diff: unknown) => `${terminalJson(diff)}\n`,
} as const;

/** Options of the command line, already parsed. */
export interface DiffOptions {
  data: string;
  base?: string | undefined;
  head?: string | undefined;
  format: string;
  asOf?: string | undefined;
  out?: string | undefined;
}

function placesOf(range: string | undefined, { base, head, data }: DiffOptions): [Place, Place] {
  const folders = base !== undefined || head !== undefined;
  if (range !== undefined && folders)
    throw new UsageError("Give a range of revisions, or --base DIR and --head DIR, not both.");
  if (range !== undefined) return placesOfRange(range, data);
  if (base === undefined || head === undefined)
    throw new UsageError(
      "Nothing to compare: give <base>..<head>, for example main..HEAD; <base> alone for the work tree; or --base DIR and --head DIR.",
    );
  return [placeOfDirectory(base), placeOfDirectory(head)];
}

/** Says what changes for people between two states of the records; prints, and gives the exit code: 0 done, 2 wrong call. */
export async function runDiff(range: string | undefined, options: DiffOptions): Promise<number> {
  try {
    const { format, asOf = dayOf(new Date()) } = options;
    if (!Object.hasOwn(FORMATS, format))
      throw new UsageError(
        `--format ${format}: must be text, markdown or json.${didYouMean(format, Object.keys(FORMATS))}`,
      );
    if (!isDay(asOf)) throw new UsageError(`--as-of ${asOf}: a day is YYYY-MM-DD.`);
    const [base, head] = placesOf(range, options);
    const diff = diffDatasets(await readSide(base, options.data), await readSide(head, options.data), asOf);
    const page = FORMATS[format as keyof typeof FORMATS](diff);
    // Each form escapes what it shows.
    if (options.out === undefined) printEscaped(page.trimEnd());
    else writeFileSync(options.out, page);
    return 0;
  } catch (error) {
    return reportError(error);
  }
}

export const program = command(
  "diff",
  "Says in plain words what changes for people between two states of the records.",
  [
    ["main..HEAD", "between two revisions; nothing is checked out"],
    ["main...HEAD", "since the two diverged, as in a pull request"],
    ["HEAD", "what the work tree changes"],
    ["--base old/data --head new/data", "between two data directories"],
    ["main..HEAD --format markdown", "as a comment on a pull request"],
  ],
)
  .argument("[range]", "<base>..<head>, <base>...<head>, or <base> to compare with the work tree")
  .option("--base <dir>", "a data directory, instead of a revision")
  .option("--head <dir>", "a data directory, instead of a revision")
  .option("--format <format>", "text, markdown or json", "text")
  .option("--out <file>", "write to a file instead of the terminal")
  .option("--as-of <day>", "the day that separates past, present and future; default: today (UTC)")
  .option(...DATA_OPTION)
  .action(exits(runDiff));
