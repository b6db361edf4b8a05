import { audienceParams } from "../../http/audience.ts";
import { dayParam, recordsParam, required } from "../../http/params.ts";
import { checkPeriod } from "../../http/period.ts";
import { Problem } from "../../http/problem.ts";

/** How many platforms can be compared side by side. */
export const MOST = 10;

/** The platforms to compare. */
export const idsParam = recordsParam("platform", {
  parameter: "ids",
  ordered: true,
  description: `Platforms to compare side by side, separated by commas; at most ${MOST}. Aliases and names work too.`,
  example: ["linkedin", "x", "reddit"],
  most: MOST,
});

/** What platforms are compared for. */
export const sideBySideQuery = { ids: required(idsParam), ...audienceParams };

const { as_of: _, ...people } = audienceParams;

/** The days of a comparison over time. */
export const dayParams = {
  from: dayParam("from", "The earlier day.", "empty-period"),
  to: dayParam("to", "The later day. Default: today; with release, the release's own day.", "empty-period"),
};

/** What one platform is compared for, on two days. */
export const overTimeQuery = { ...dayParams, from: required(dayParams.from), ...people };

type Days = { from: string; to?: string | undefined };

/** The days to compare. @throws {Problem} `empty-period` */
export function daysOf({ from, to }: Days, today: string) {
  const last = to ?? today;
  if (to === undefined && from > last) {
    const detail = `from: ${from} is after today, ${last}: give \`to\`, or an earlier day.`;
    throw new Problem("empty-period", detail, [{ parameter: "from", detail, fix: { from: last } }]);
  }
  checkPeriod(["from", "to"], from, to);
  return { from, to: last };
}
