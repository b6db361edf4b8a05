/** Days in a month of the proleptic Gregorian calendar; month is 1 to 12. */
const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

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
