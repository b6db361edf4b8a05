import type * as z from "zod";
import { audienceParams } from "../../http/audience.ts";
import { dayParam, recordParam, recordsParam } from "../../http/params.ts";
import { checkPeriod } from "../../http/period.ts";
import { Problem } from "../../http/problem.ts";

/** How many platforms can be compared side by side. */
export const MOST = 10;

const fault = (parameter: string, detail: string) =>
  new Problem("invalid-parameter", `${parameter}: ${detail}`, [
    { parameter, detail: `${parameter}: ${detail}` },
  ]);

/** What a comparison is about. */
export const compareQuery = {
  ...audienceParams,
  id: recordParam("platform", {
    parameter: "id",
    problem: "unknown-platform",
    description: "One platform, over time: its id, an alias or its name.",
    example: "linkedin",
  }),
  from: dayParam("from", "The earlier day; with id."),
  to: dayParam("to", "The later day; with id. Default: today; with release, the release's own day."),
  ids: recordsParam("platform", {
    parameter: "ids",
    problem: "unknown-platform",
    ordered: true,
    description: `Platforms to compare side by side, separated by commas; at most ${MOST}. Aliases and names work too.`,
    example: "linkedin,x,reddit",
    most: MOST,
  }),
};

type Asked = z.infer<z.ZodObject<typeof compareQuery>>;

/** The days to compare. @throws {Problem} `invalid-parameter` */
export function daysOf({ from, to }: Pick<Asked, "from" | "to">, today: string) {
  const last = to ?? today;
  if (from === undefined) throw fault("from", "is missing; give the earlier day, YYYY-MM-DD.");
  if (to === undefined && from > last) throw fault("from", `${from} is after today, ${last}: give \`to\`.`);
  checkPeriod(["from", "to"], from, to);
  return { from, to: last };
}

/**
 * Refuses parameters that would be ignored: a comparison over time has its own days, one side by side has one day.
 * @throws {Problem} `invalid-parameter`
 */
export function refuseUnused({ id, ids, from, to, as_of }: Asked): void {
  if ((id === undefined) === (ids === undefined))
    throw fault("id", "give either id, with from and to, or ids.");
  if (id !== undefined && as_of !== undefined)
    throw fault("as_of", "is not used with id; from and to are the days to compare.");
  if (ids !== undefined && from !== undefined) throw fault("from", "is only for id; with ids, give as_of.");
  if (ids !== undefined && to !== undefined) throw fault("to", "is only for id; with ids, give as_of.");
}
