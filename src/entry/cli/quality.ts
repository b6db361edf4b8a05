import { dayOf, isDay } from "../../model/index.ts";
import { InvalidDataset, loadDataset } from "../../records/load.ts";
import { qualityMarkdown, qualityText } from "../../review/quality/print.ts";
import { qualityOf } from "../../review/quality/quality.ts";

/** Options of the command line, already parsed. */
export interface QualityOptions {
  data: string;
  json: boolean;
  markdown: boolean;
  /** The day that ages are counted to; left out: today (UTC). */
  today?: string | undefined;
  staleAfter: string;
}

/** What is wrong with a call, in a line; undefined where nothing is. */
function wrongCall({ json, markdown, today, staleAfter }: QualityOptions): string | undefined {
  if (json && markdown) return "--json or --markdown, not both.";
  if (today !== undefined && !isDay(today)) return `--today ${today}: expected a day, YYYY-MM-DD.`;
  if (!/^[1-9]\d*$/.test(staleAfter))
    return `--stale-after ${staleAfter}: expected a number of days, such as 180.`;
  return undefined;
}

/** Measures the dataset; prints, and gives the exit code. */
export function runQuality(options: QualityOptions): number {
  const wrong = wrongCall(options);
  if (wrong !== undefined) {
    console.error(wrong);
    return 2;
  }
  try {
    const quality = qualityOf(
      loadDataset(options.data),
      options.today ?? dayOf(new Date()),
      Number(options.staleAfter),
    );
    console.log(
      options.json
        ? JSON.stringify(quality, null, 2)
        : options.markdown
          ? qualityMarkdown(quality)
          : qualityText(quality),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidDataset)) throw error;
    console.error(error.message);
    return 1;
  }
}
