import { addDays, dayOf, isDay } from "../../../model/index.ts";
import { type Meant, meaning } from "../meant.ts";

/** The beginnings of the names of months in English and German, without accents. */
const MONTHS: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  maer: 3,
  mrz: 3,
  apr: 4,
  may: 5,
  mai: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  okt: 10,
  nov: 11,
  dec: 12,
  dez: 12,
};

const monthNamed = (name: string): number | undefined => {
  const plain = name.toLowerCase().replace("ä", "a");
  return MONTHS[plain.slice(0, 3)] ?? MONTHS[plain.slice(0, 4)];
};

/** Days by name, as their distance from today. */
const RELATIVE: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  heute: 0,
  yesterday: -1,
  gestern: -1,
  tomorrow: 1,
  morgen: 1,
};

interface Parts {
  year: number;
  month: number;
  day: number;
}

const parts = (year: string, month: number | undefined, day: string): Parts | undefined =>
  month === undefined ? undefined : { year: Number(year), month, day: Number(day) };

/** A day and a month in either order, which only a number above 12 tells apart; undefined where both can be months. */
function eitherOrder(first: number, second: number, year: string): Parts | undefined {
  if (first > 12 && second <= 12) return parts(year, second, String(first));
  if (second > 12 && first <= 12) return parts(year, first, String(second));
  return first === second ? parts(year, first, String(second)) : undefined;
}

type Reader = (match: readonly string[]) => Parts | undefined;

/** How people and programs write a day. The year comes first, or last. */
const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})(?:[T ].*)?$/, ([, y = "", m, d = ""]) => parts(y, Number(m), d)],
  [/^(\d{4})(\d{2})(\d{2})$/, ([, y = "", m, d = ""]) => parts(y, Number(m), d)],
  [/^(\d{4})[-./ ]?(\d{2})$/, ([, y = "", m]) => parts(y, Number(m), "1")],
  [/^(\d{4})$/, ([, y = ""]) => parts(y, 1, "1")],
  // With points the day is first, everywhere.
  [/^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/, ([, d = "", m, y = ""]) => parts(y, Number(m), d)],
  [/^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/, ([, a, b, y = ""]) => eitherOrder(Number(a), Number(b), y)],
  [
    /^(\d{1,2})(?:\.|st|nd|rd|th)?[- ](?:of )?([A-Za-zä]{3,9})\.?,?[- ](\d{4})$/,
    ([, d = "", m = "", y = ""]) => parts(y, monthNamed(m), d),
  ],
  [
    /^([A-Za-zä]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    ([, m = "", d = "", y = ""]) => parts(y, monthNamed(m), d),
  ],
  [/^([A-Za-zä]{3,9})\.? (\d{4})$/, ([, m = "", y = ""]) => parts(y, monthNamed(m), "1")],
];

const written = ({ year, month, day }: Parts): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** The last day of a month that has no such day: `2024-02-30` is `2024-02-29`. */
function lastOfMonth({ year, month, day }: Parts): Meant {
  if (month < 1 || month > 12 || day < 29 || day > 31) return meaning(undefined);
  const last = [31, 30, 29, 28].find((d) => isDay(written({ year, month, day: d }))) ?? 28;
  const value = written({ year, month, day: last });
  return meaning(value, `That month has ${last} days: its last day is ${value}.`);
}

/**
 * The day that is meant by text that is not one: another order or other signs (`17.9.2024`), a month, `today`.
 * @param today `YYYY-MM-DD`
 */
export function dayMeant(text: string, today: string): Meant {
  const plain = text.trim();
  const relative = plain.toLowerCase();
  if (Object.hasOwn(RELATIVE, relative)) {
    const day = addDays(today, RELATIVE[relative] ?? 0);
    return meaning(day, `Days are given as dates (UTC): ${relative} is ${day}.`);
  }
  // Seconds or milliseconds since 1970.
  if (/^\d{10}(\d{3})?$/.test(plain))
    return meaning(dayOf(new Date(Number(plain) * (plain.length === 10 ? 1000 : 1))));
  for (const [form, read] of FORMS) {
    const match = form.exec(plain);
    const found = match && read(match);
    if (!found) continue;
    const day = written(found);
    return isDay(day) ? meaning(day) : lastOfMonth(found);
  }
  return meaning(undefined);
}
