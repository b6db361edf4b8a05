import type { Platform, When } from "../model/index.ts";

/** Is a record withdrawn on a day? From its withdrawal on, it states nothing; before, it answers as it did. */
export const isWithdrawn = ({ withdrawn }: Pick<Platform, "withdrawn">, asOf: string): boolean =>
  withdrawn !== undefined && withdrawn.date <= asOf;

/** The condition on which the answers of a record that was withdrawn depend: its day. */
export const conditionsOfWithdrawal = ({ withdrawn }: Pick<Platform, "withdrawn">): When[] =>
  withdrawn ? [{ from: withdrawn.date }] : [];
