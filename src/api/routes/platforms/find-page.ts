import type * as z from "zod";
import type { ListedPlatform, Publication, SortKey } from "../../../db/index.ts";
import { type Audience, FACETS, type Facet } from "../../../model/index.ts";
import { audienceQuery } from "../../http/audience.ts";
import { decodeCursor, encodeCursor } from "../../http/cursor.ts";
import { PAGE } from "../../http/params.ts";
import { canonicalRequest } from "../../http/respond.ts";
import type { Services } from "../../http/services.ts";
import type { listQuery } from "./list-query.ts";

/** The filters, order and page of a request for /platforms. */
export type Query = z.output<z.ZodObject<typeof listQuery>>;

/** The same, and other people whose headlines are wanted too. */
type PageQuery = Query & { beside?: readonly Audience[] };

/** The order: as requested, else by relevance for a search, else by name. Without a search, relevance is the name. */
export function orderOf({ sort = "relevance", q }: Pick<Query, "sort" | "q">): string {
  return q === undefined ? sort.replace("relevance", "name") : sort;
}

/** What the number of items depends on: all but the page, its order and its fields. */
function totalKey(publication: Publication, query: PageQuery, who: Audience): string {
  const { sort: _, fields: __, limit: ___, cursor: ____, beside: _____, ...filters } = query;
  return `${publication.id} ${publication.digest} ${canonicalRequest("/platforms", { ...filters, ...audienceQuery(who) })}`;
}

/** The filters of a request: without what describes the audience, and the fields of the answer. */
function filtersOf(query: Query): Omit<Query, Facet | "as_of" | "release" | "fields" | "cursor"> {
  const { as_of: _, release: __, fields: ___, cursor: ____, ...rest } = query;
  const filters: Partial<Query> = rest;
  for (const facet of FACETS) delete filters[facet];
  return filters;
}

/** A page of the list, how many items there are on all pages, and the cursor of the next page. */
export interface FoundPage {
  items: ListedPlatform[];
  total: number;
  cursor: string | undefined;
}

/**
 * Finds a page of the platforms that a request asks for. Their number is not counted again for every page.
 * @throws {Problem} `unknown-page`
 */
export async function findPage(
  s: Services,
  publication: Publication,
  who: Audience,
  query: PageQuery,
): Promise<FoundPage> {
  const order = orderOf(query);
  const counted = totalKey(publication, query, who);
  const { items, total, more } = await s.store.list(publication.id, {
    ...filtersOf(query),
    audience: who,
    dataUse: query.data_use,
    defaultState: query.default_state,
    updatedSince: query.updated_since,
    changedSince: query.changed_since,
    sort: order.replace(/^-/, "") as SortKey,
    descending: order.startsWith("-"),
    limit: query.limit ?? PAGE,
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor, order),
    total: s.totals.get(counted),
    state: `${publication.id} ${publication.digest}`,
  });
  s.totals.set(counted, total);
  const last = items.at(-1);
  const cursor = more && last ? encodeCursor({ sort: order, key: last.sortKey, id: last.id }) : undefined;
  return { items, total, cursor };
}
