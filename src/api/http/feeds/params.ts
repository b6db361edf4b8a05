import * as z from "zod";
import "../openapi-method.ts";
import { trusted } from "../../../text/trusted.ts";
import type { FeedFormat } from "../feed-links.ts";
import { numberCursorParam } from "../params.ts";

/** A number of days: `7d`, at most a year. */
const days = z
  .string()
  .regex(/^([1-9]\d?|[12]\d\d|3[0-5]\d|36[0-6])d$/, "is not a number of days from 1d to 366d.")
  .transform((text) => Number(text.slice(0, -1)))
  .optional();

/** A parameter that takes a number of days. */
export const daysParam = (name: string, description: string, example: string) =>
  days.openapi({ type: "string", example, param: { name, in: "query", description }, description });

const reminderParam = daysParam(
  "reminder",
  "Reminds of what is to come, so many days before, at nine in the morning. Default: no reminders.",
  "7d",
);

/** The parameters of feeds; those that a format does not have are never given. */
type FeedShape = { cursor: typeof numberCursorParam; reminder: typeof reminderParam };

/** The parameters that feeds of a format have in addition to the filters of their list. */
export const feedParams = (format: FeedFormat, { reminders = false } = {}): FeedShape =>
  trusted<FeedShape>(
    format === "ics" ? (reminders ? { reminder: reminderParam } : {}) : { cursor: numberCursorParam },
  );

/** The values of {@link feedParams}. */
export interface FeedParams {
  cursor?: number | undefined;
  reminder?: number | undefined;
}
