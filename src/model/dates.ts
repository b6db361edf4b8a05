/** Days in a month of the proleptic Gregorian calendar; month is 1 to 12. */
function daysInMonth(year: number, month: number): number {
  const last = new Date(0);
  // Unlike `Date.UTC`, this does not read the years 0 to 99 as 1900 to 1999.
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The months and days of the calendar as a pattern, for schemas; in February without the 29th. */
const MONTH_DAY =
  "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])";
const LEAP_DAY = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29";
/** What {@link isDay} accepts, as a pattern. */
export const DAY_PATTERN = `^(?:[0-9]{4}-(?:${MONTH_DAY})|${LEAP_DAY})$`;
/** What {@link isPartialDate} accepts, as a pattern. */
export const PARTIAL_DATE_PATTERN = `^(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?|[0-9]{4}-(?:${MONTH_DAY})|${LEAP_DAY})$`;

/** True for `YYYY`, `YYYY-MM` and `YYYY-MM-DD` that exist in the calendar (ISO 8601-1 reduced precision). */
export function isPartialDate(text: string): boolean {
  const m = PARTIAL.exec(text);
  if (!m) return false;
  const [, y, mo, d] = m;
  if (mo === undefined) return true;
  const month = Number(mo);
  if (month < 1 || month > 12) return false;
  return d === undefined || (Number(d) >= 1 && Number(d) <= daysInMonth(Number(y), month));
}

/** True for a full calendar day, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => text.length === 10 && isPartialDate(text);

/** The first day that a partial date can mean: `2024-09` → `2024-09-01`. */
export function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day that a partial date can mean: `2024-09` → `2024-09-30`. */
export function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7)
    return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))).padStart(2, "0")}`;
  return date;
}

/** Whole days from one day to another; negative when `b` is before `a`. Both `YYYY-MM-DD`. */
export const daysBetween = (a: string, b: string): number =>
  Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

/** The day some days after another (before it, where negative). Both `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The day of an instant, in UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
