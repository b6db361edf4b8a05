import { type Meant, meaning } from "../meant.ts";

/** Numbers that people write in words. */
const WORDS: readonly string[] = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, fifty: 50, hundred: 100 };

/** A number in digits or in words; undefined for other text. */
function numberIn(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (/^[+-]?\d{1,15}(\.0*)?$/.test(word)) return Number(word);
  const index = WORDS.indexOf(word);
  return index < 0 ? (Object.hasOwn(TENS, word) ? TENS[word] : undefined) : index;
}

/** The whole number that is meant: as it is, or the nearest that is allowed. */
export function numberMeant(text: string, least: number, most: number): Meant {
  const number = /^(all|max|maximum|unlimited|\*)$/i.test(text.trim())
    ? Number.MAX_SAFE_INTEGER
    : numberIn(text);
  return number === undefined ? meaning(undefined) : meaning(String(Math.min(Math.max(number, least), most)));
}

/** The days of units of time. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(d|days?|tage?)?$/, 1],
  [/^(w|weeks?|wochen?)$/, 7],
  [/^(m|mo|months?|monate?)$/, 30],
  [/^(y|yr|years?|jahre?)$/, 365],
];

/** The number of days that is meant by a length of time: `30`, `4 weeks`, `P30D` (ISO 8601). */
export function daysMeant(text: string, most: number): Meant {
  const [, amount = "", unit = ""] =
    /^p?\s*(\d{1,6}|[a-z]+)[\s-]*([a-z]*)$/.exec(text.trim().toLowerCase()) ?? [];
  // A unit alone is one of it.
  const [count, days] =
    numberIn(amount) === undefined ? [1, daysIn(amount)] : [numberIn(amount) ?? 0, daysIn(unit)];
  return amount === "" || days === undefined
    ? meaning(undefined)
    : meaning(`${Math.min(Math.max(count * days, 1), most)}d`);
}

const daysIn = (unit: string): number | undefined => UNITS.find(([names]) => names.test(unit))?.[1];
