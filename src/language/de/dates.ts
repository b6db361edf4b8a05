import { joinPresent } from "../../text/lists.ts";
import { dateFormat } from "../dates.ts";

/** A date as precise as it is known: `3. November 2025`, `November 2025`, `2025`. */
export const dateInGerman = dateFormat("de-DE");

const ON: Readonly<Record<number, string>> = { 4: "im Jahr", 7: "im", 10: "am" };

/** A date after a preposition that fits: `am 3. November 2025`, `im November 2025`, `im Jahr 2025`. */
export const onDateInGerman = (date: string): string => `${ON[date.length]} ${dateInGerman(date)}`;

/** A date after `ab`, `bis`: `dem 3. November 2025`, `November 2025`. */
const bound = (date: string): string => `${date.length === 10 ? "dem " : ""}${dateInGerman(date)}`;

/** From when: `ab dem 3. November 2025`, `ab November 2025`. */
export const fromDateInGerman = (date: string): string => `ab ${bound(date)}`;

/** A half-open time: `ab dem 3. November 2025`, `bis November 2025`; empty for always. */
export const periodInGerman = (from: string | undefined, until: string | undefined): string =>
  joinPresent([
    from && fromDateInGerman(from),
    until && `bis ${until.length === 10 ? "zum " : ""}${dateInGerman(until)}`,
  ]);

/** A number of days: `1 Tag`, `12 Tage`, `etwa 5 Monate`, `etwa 3 Jahre`. */
export function daysInGerman(days: number): string {
  if (days < 60) return days === 1 ? "1 Tag" : `${days} Tage`;
  if (days < 730) return `etwa ${Math.round(days / 30.44)} Monate`;
  return `etwa ${Math.round(days / 365.25)} Jahre`;
}
