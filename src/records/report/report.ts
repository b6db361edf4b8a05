import { countInWords } from "../../text/lists.ts";
import type { Problem } from "../problems.ts";

/** What a report is made of. */
export interface Reported {
  problems: readonly Problem[];
  /** Texts of the files, by the paths that problems name. */
  texts: ReadonlyMap<string, string>;
  /** How many records were looked at. */
  records: number;
  /** Is the output a terminal that shows colours, and are they wanted? */
  colour: boolean;
}

/** Writes problems for a person, a program or a service. */
export type Report = (reported: Reported) => string;

/** The line at the end of a report. */
export const summary = (problems: number, records: number): string =>
  problems === 0
    ? `${countInWords(records, "record")}, no problems.`
    : `${countInWords(problems, "problem")}.`;
