import type * as z from "zod";
import type { ListedPlatform, ListQuery, Publication, SortKey } from "../../../db/index.ts";
import type { Audience } from "../../../model/index.ts";
import { AUDIENCE_NAMES, audienceFrom, audienceQuery } from "../../http/audience.ts";
import { decodeCursor, encodeCursor } from "../../http/cursor.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { PAGE } from "../../http/params.ts";
import { Problem } from "../../http/problem.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { select } from "../../http/select.ts";
import { snapshotOf } from "../../http/services.ts";
import { listQuery } from "./list-query.ts";

/** A platform as the list shows it. */
const itemOf = ({
  headline: { verdict, certainty, lead, sentence, control },
  sortKey: _,
  ...platform
}: ListedPlatform) => ({
  ...platform,
  headline: {
    verdict,
    certainty,
    lead,
    sentence,
    control: control && { id: control.id, name: control.name, url: control.url },
  },
});

type Query = z.infer<z.ZodObject<typeof listQuery>>;

/** The order: as requested, else by relevance for a search, else by name. @throws {Problem} `invalid-parameter` */
function orderOf({ sort, q }: Query): string {
  const order = sort ?? (q === undefined ? "name" : "relevance");
  if (order.endsWith("relevance") && q === undefined)
    throw new Problem("invalid-parameter", "sort: relevance needs q.", [
      { parameter: "sort", detail: "sort: relevance needs q." },
    ]);
  return order;
}

/** What the number of items depends on: all but the page, its order and its fields. */
function totalKey(publication: Publication, query: Query, who: Audience): string {
  const { sort: _, fields: __, limit: ___, cursor: ____, ...filters } = query;
  return `${publication.id} ${publication.digest} ${canonicalRequest("/platforms", { ...filters, ...audienceQuery(who) })}`;
}

/** /platforms */
export const list = endpoint(
  {
    id: "listPlatforms",
    path: "/platforms",
    tag: "Platforms",
    summary: "The platforms, with their answers for one audience",
    description: `Filters can be combined; all of them must match. Answers are for the audience that ${AUDIENCE_NAMES} describe: the headline, and the verdict by kind of data.`,
    about: "The platforms with their answers: filters, sorting, search, pages.",
    example: "/platforms?region=DE&verdict=on-by-default",
    query: listQuery,
    answer: async () => (await import("./schema.ts")).platformListSchema,
  },
  async (s, { c, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const order = orderOf(query);
    const limit = query.limit ?? PAGE;
    const params = { ...query, ...audienceQuery(who), sort: order, limit };
    const request: ListQuery = {
      ...query,
      audience: who,
      dataUse: query.data_use,
      defaultState: query.default_state,
      updatedSince: query.updated_since,
      changedSince: query.changed_since,
      sort: order.replace(/^-/, "") as SortKey,
      descending: order.startsWith("-"),
      limit,
      after: query.cursor === undefined ? undefined : decodeCursor(query.cursor, order),
    };
    const self = canonicalRequest("/platforms", params);
    return answer(c, s, at, self, async (publication) => {
      const counted = totalKey(publication, query, who);
      const { items, total, more } = await s.store.list(publication.id, {
        ...request,
        total: s.totals.get(counted),
      });
      s.totals.set(counted, total);
      const last = items.at(-1);
      const next =
        more && last
          ? canonicalRequest("/platforms", {
              ...params,
              cursor: encodeCursor({ sort: order, key: last.sortKey, id: last.id }),
            })
          : null;
      return {
        meta: meta(publication, { self, ...(next ? { next } : {}) }),
        audience: who,
        total,
        next,
        items: items.map((p) => select(itemOf(p), query.fields)),
      };
    });
  },
);
