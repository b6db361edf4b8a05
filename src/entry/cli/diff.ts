import { writeFileSync } from "node:fs";
import { dayOf, isDay } from "../../model/index.ts";
import { escapeJson } from "../../review/diff/escape.ts";
import { diffDatasets } from "../../review/diff/records.ts";
import { renderMarkdown, renderText } from "../../review/diff/render.ts";
import {
  DiffCallError,
  type Place,
  placeOfDirectory,
  placesOfRange,
  readSide,
} from "../../review/diff/sides.ts";
import { didYouMean } from "../../text/nearest.ts";

const FORMATS = {
  text: renderText,
  markdown: renderMarkdown,
  json: (diff: unknown) => `${escapeJson(diff)}\n`,
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
    throw new DiffCallError("Give a range of revisions, or --base DIR and --head DIR, not both.");
  if (range !== undefined) return placesOfRange(range, data);
  if (base === undefined || head === undefined)
    throw new DiffCallError(
      "Nothing to compare: give <base>..<head>, for example main..HEAD; <base> alone for the work tree; or --base DIR and --head DIR.",
    );
  return [placeOfDirectory(base), placeOfDirectory(head)];
}

/** Tells what changes for people between two states of the records; prints, and gives the exit code: 0 node, 2 wrong call. */
export async function runDiff(range: string | undefined, options: DiffOptions): Promise<number> {
  try {
    const { format, asOf = dayOf(new Date()) } = options;
    if (!Object.hasOwn(FORMATS, format))
      throw new DiffCallError(
        `--format ${format}: it is text, markdown or json.${didYouMean(format, Object.keys(FORMATS))}`,
      );
    if (!isDay(asOf)) throw new DiffCallError(`--as-of ${asOf}: a day is YYYY-MM-DD.`);
    const [base, head] = placesOf(range, options);
    const diff = diffDatasets(await readSide(base, options.data), await readSide(head, options.data), asOf);
    const page = FORMATS[format as keyof typeof FORMATS](diff);
    if (options.out === undefined) console.log(page.trimEnd());
    else writeFileSync(options.out, page);
    return 0;
  } catch (error) {
    if (!(error instanceof DiffCallError)) throw error;
    console.error(error.message);
    return 2;
  }
}
