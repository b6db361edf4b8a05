import * as z from "zod";
import { show } from "../../../text/show.ts";
import { trusted } from "../../../text/trusted.ts";
import { numberCursorParam } from "../cursor-params.ts";
import { documented } from "../documented.ts";
import type { FeedFormat } from "../feed-links.ts";
import { meanings } from "../meanings.ts";
import { reject } from "../reject.ts";

/** The most days: a leap year. */
const MOST_DAYS = 366;

/** A number of days: `7d`, at most a year. */
const FORM = "^([1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])d$";

const readDays = (text: string, ctx: z.core.$RefinementCtx): number =>
  new RegExp(FORM).test(text)
    ? Number(text.slice(0, -1))
    : reject(ctx, `${show(text)} is not a number of days from 1d to ${MOST_DAYS}d, such as 30d.`, {
        meant: async () => (await meanings()).daysMeant(text, MOST_DAYS),
      });

/** A parameter that takes a number of days. */
export const daysParam = (name: string, description: string, example: string) =>
  documented(z.string().transform(readDays).optional(), {
    name,
    description,
    value: { form: { type: "string", pattern: FORM } },
    example,
  });

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
