import { audienceParams } from "../../../api/http/audience.ts";
import { recordParam, recordsParam } from "../../../api/http/params.ts";
import { Problem } from "../../../api/http/problem.ts";
import { dayParams, idsParam, MOST } from "../../../api/routes/compare/query.ts";

/** What the page compares: platforms (`ids`) on one day, or one (`id`) on two. */
export const compareQuery = {
  ...audienceParams,
  id: recordParam("platform", {
    parameter: "id",
    description: "One platform, over time: its id, an alias or its name.",
    example: "linkedin",
  }),
  ...dayParams,
  ids: idsParam,
  add: recordsParam("platform", {
    parameter: "add",
    description: "Platforms to add to `ids`.",
    example: ["reddit"],
    most: MOST,
  }),
};

export type Query = { [K in "id" | "from" | "to" | "as_of"]?: string | undefined } & {
  [K in "ids" | "add"]?: string[] | undefined;
};

const fault = (parameter: string, detail: string, fix?: Record<string, string | null>) =>
  new Problem("invalid-parameter", `${parameter}: ${detail}`, [
    { parameter, detail: `${parameter}: ${detail}`, fix },
  ]);

/** The earlier day. @throws {Problem} `invalid-parameter` where there is none */
export function fromOf({ from }: Query): string {
  if (from === undefined) throw fault("from", "is missing; give the earlier day, YYYY-MM-DD.");
  return from;
}

/**
 * Refuses parameters that would be ignored: a comparison over time has its own days, one side by side has one day.
 * @throws {Problem} `invalid-parameter`
 */
export function refuseUnused({ id, ids, from, to, as_of }: Query): void {
  if (id !== undefined && ids !== undefined) throw fault("id", "give either id, with from and to, or ids.");
  if (id !== undefined && as_of !== undefined)
    throw fault("as_of", "is not used with id; from and to are the days to compare.", { as_of: null });
  if (ids !== undefined && from !== undefined)
    throw fault("from", "is only for id; with ids, give as_of.", { from: null });
  if (ids !== undefined && to !== undefined)
    throw fault("to", "is only for id; with ids, give as_of.", { to: null });
}
