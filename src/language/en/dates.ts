import { countInWords, joinPresent } from "../../text/lists.ts";

const DATE_FORMS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: "numeric" },
  7: { month: "long", year: "numeric" },
  10: { day: "numeric", month: "long", year: "numeric" },
};

/** Formats by the length of a date. Making one takes longer than using it a hundred times. */
const FORMATS = new Map<number, Intl.DateTimeFormat>();

function formatFor(length: number): Intl.DateTimeFormat {
  const known = FORMATS.get(length);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", { ...DATE_FORMS[length], timeZone: "UTC" });
  FORMATS.set(length, made);
  return made;
}

/** A date as precise as it is known: `3 November 2025`, `November 2025`, `2025`. */
export const dateInWords = (date: string): string => formatFor(date.length).format(new Date(date));

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
