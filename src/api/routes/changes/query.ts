import type * as z from "zod";
import type { ChangesQuery } from "../../../db/index.ts";
import { CATEGORY, CHANGE_CLASS, PURPOSE } from "../../../model/index.ts";
import { regionParam } from "../../http/audience.ts";
import { periodParams, platformsParam, recordParam, termsParam } from "../../http/params.ts";
import { releaseParam } from "../../http/release-param.ts";

/** The filters that a list of one platform's changes has too. */
export const platformFilters = {
  ...periodParams("Released on this day or later.", "Released before this day."),
  region: regionParam,
  class: termsParam(CHANGE_CLASS, "class", "Why it changed.", "policy"),
  purpose: termsParam(PURPOSE, "purpose", "The purpose of the practice that changed.", "train-ai"),
  release: releaseParam,
};

/** The filters of /changes. */
export const filters = {
  ...platformFilters,
  platform: platformsParam,
  operator: recordParam("operator", {
    description: "Only this operator's platforms and documents.",
    example: "meta",
  }),
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
};

/** The filters of a request. */
export type Filters = Partial<z.infer<z.ZodObject<typeof filters>>>;

/** The filters as the query layer takes them; a query's other parameters are dropped. */
export const changesQuery = (
  upTo: number,
  query: Filters & Pick<ChangesQuery, "added" | "version">,
  limit: number,
  after?: number,
): ChangesQuery => {
  const { release: _, ...wanted } = filtersOf(query);
  return { ...wanted, added: query.added, version: query.version, upTo, limit, after };
};

/** Only the filters of a query, for canonical requests. */
export const filtersOf = (query: Filters): Filters =>
  Object.fromEntries(Object.entries(query).filter(([key]) => Object.hasOwn(filters, key)));
