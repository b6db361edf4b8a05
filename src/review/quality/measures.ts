import { daysBetween, type GRADE, lastDay } from "../../model/index.ts";
import type { Grade } from "../../policy/index.ts";

/** How often something is known, of how many times it could be. */
export interface Known {
  known: number;
  of: number;
}

/** Rules, or shares of answers, by the grade of their evidence. */
export type ByGrade = Record<keyof typeof GRADE, number>;

export const noGrades = (): ByGrade => ({ A: 0, B: 0, C: 0 });

/** Adds to a grade's count; a fact without evidence has no grade. */
export function addGrade(counts: ByGrade, grade: Grade | null, n = 1): void {
  if (grade !== null) counts[grade] += n;
}

/** A date, and what it belongs to. */
export interface Dated {
  day: string;
  what: string;
}

/** A day and how long ago it was. */
export interface Aged {
  day: string;
  days: number;
}

/** How old some things are. */
export interface Age {
  of: number;
  /** Half are as old as this or older. Null where there are none. */
  median: Aged | null;
  oldest: (Aged & { what: string }) | null;
}

/** Days from a date, as late as it can mean, to today; never negative. */
const daysSince = (date: string, today: string): number => Math.max(0, daysBetween(lastDay(date), today));

/** The middle and the oldest of some days; of an even number the older of the two in the middle. */
export function ageOf(dated: readonly Dated[], today: string): Age {
  const sorted = dated
    .map((d) => ({ ...d, days: daysSince(d.day, today) }))
    .sort((a, b) => b.days - a.days || a.what.localeCompare(b.what));
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  return {
    of: sorted.length,
    median: middle ? { day: middle.day, days: middle.days } : null,
    oldest: sorted[0] ?? null,
  };
}
