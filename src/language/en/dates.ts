import { countInWords, joinPresent } from "../../text/lists.ts";
import { dateFormat } from "../dates.ts";

/** A date as precise as it is known: `3 November 2025`, `November 2025`, `2025`. */
export const dateInWords = dateFormat("en-GB");

/** A date after a preposition that fits: `on 3 November 2025`, `in November 2025`. */
export const onDateInWords = (date: string): string =>
  `${date.length === 10 ? "on" : "in"} ${dateInWords(date)}`;

/** A half-open time: `from 3 November 2025`, `until 2026`; empty for always. */
export const periodInWords = (from: string | undefined, until: string | undefined): string =>
  joinPresent([from && `from ${dateInWords(from)}`, until && `until ${dateInWords(until)}`]);

/** A number of days: `12 days`, `about 5 months`, `about 3 years`. */
export function daysInWords(days: number): string {
  if (days < 60) return countInWords(days, "day");
  if (days < 730) return `about ${Math.round(days / 30.44)} months`;
  return `about ${Math.round(days / 365.25)} years`;
}
