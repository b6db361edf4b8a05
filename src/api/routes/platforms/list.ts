import type { z } from "@hono/zod-openapi";
import type { ListedPlatform, ListQuery, Publication, SortKey } from "../../../db/index.ts";
import type { Audience, Platform } from "../../../model/index.ts";
import { type Resolved, resolve } from "../../../policy/index.ts";
import { presentHeadlineSummary, presentKindSummaries } from "../../answer/present.ts";
import { AUDIENCE_NAMES, audienceFrom, audienceQuery } from "../../http/audience.ts";
import { decodeCursor, encodeCursor } from "../../http/cursor.ts";
import { endpoint } from "../../http/endpoint.ts";
import { meta } from "../../http/envelope.ts";
import { knownFilters } from "../../http/find.ts";
import { PAGE } from "../../http/params.ts";
import { Problem } from "../../http/problem.ts";
import { answer, canonicalRequest } from "../../http/respond.ts";
import { select } from "../../http/select.ts";
import { type Services, snapshotOf } from "../../http/services.ts";
import { listQuery } from "./list-query.ts";
import { type AnswerFilters, answerFiltersOf, hasFilters, matchesAnswer } from "./matching.ts";
import { type listedPlatformSchema, platformListSchema } from "./schema.ts";

/** A platform of the list with its record and answer. */
interface Found {
  listed: ListedPlatform;
  record: Platform;
  resolved: Resolved;
}

const itemOf = ({ listed, record, resolved }: Found): z.infer<typeof listedPlatformSchema> => ({
  id: listed.id,
  name: listed.name,
  operator: listed.operator,
  category: record.category,
  domains: listed.domains,
  summary: listed.summary,
  verified: listed.verified,
  withdrawn: listed.withdrawn,
  headline: presentHeadlineSummary(record, resolved),
  kinds: presentKindSummaries(resolved),
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

/** Some listed platforms with their answers. */
async function withAnswers(
  s: Services,
  publication: Publication,
  items: readonly ListedPlatform[],
  who: Audience,
): Promise<Found[]> {
  const records = await s.store.platformsById(
    publication.id,
    items.map((p) => p.id),
  );
  return items.flatMap((listed) => {
    const record = records.get(listed.id);
    return record ? [{ listed, record, resolved: resolve(record, who) }] : [];
  });
}

/** How many platforms are read at once where answers are filtered. */
const BATCH = 100;

/** Every platform that matches, in order. The query layer does not know the filters for answers. */
async function allMatching(
  s: Services,
  publication: Publication,
  request: ListQuery,
  filters: AnswerFilters,
): Promise<Found[]> {
  const found: Found[] = [];
  let after: ListQuery["after"];
  for (let more = true; more; ) {
    const page = await s.store.list(publication.id, { ...request, limit: BATCH, after });
    const answered = await withAnswers(s, publication, page.items, request.audience);
    found.push(...answered.filter(({ resolved }) => matchesAnswer(resolved, filters)));
    const last = page.items.at(-1);
    more = page.more && last !== undefined;
    after = last && { key: last.sortKey, id: last.id };
  }
  return found;
}

/** A page of the platforms that match, and how many match in all. */
async function pageOf(
  s: Services,
  publication: Publication,
  request: ListQuery,
  filters: AnswerFilters,
): Promise<{ items: Found[]; total: number; more: boolean }> {
  if (!hasFilters(filters)) {
    const { items, total, more } = await s.store.list(publication.id, request);
    return { items: await withAnswers(s, publication, items, request.audience), total, more };
  }
  const { after, limit } = request;
  const all = await allMatching(s, publication, request, filters);
  const start = after === undefined ? 0 : all.findIndex(({ listed }) => isBeyond(listed, request));
  const items = start === -1 ? [] : all.slice(start, start + limit);
  return { items, total: all.length, more: start !== -1 && start + limit < all.length };
}

/** Is a platform after the end of the previous page? */
function isBeyond({ sortKey, id }: ListedPlatform, { after, descending }: ListQuery): boolean {
  if (after === undefined) return true;
  const compared = sortKey === after.key ? compare(id, after.id) : compare(sortKey, after.key);
  return descending ? compared < 0 : compared > 0;
}

/** Compares as SQLite does: text by its code points. */
const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

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
    answer: platformListSchema,
  },
  async (s, { c, query }) => {
    const at = await snapshotOf(s, query.release);
    const who = audienceFrom(query, at.today);
    const order = orderOf(query);
    const limit = query.limit ?? PAGE;
    const params = { ...query, ...audienceQuery(who), sort: order, limit };
    const request: ListQuery = {
      audience: who,
      category: query.category,
      operator: query.operator,
      q: query.q,
      updatedSince: query.updated_since,
      sort: order.replace(/^-/, "") as SortKey,
      descending: order.startsWith("-"),
      limit,
      after: query.cursor === undefined ? undefined : decodeCursor(query.cursor, order),
    };
    const self = canonicalRequest("/platforms", params);
    return answer(c, s, at, self, async (publication) => {
      await knownFilters(s, publication, { operator: query.operator });
      const { items, total, more } = await pageOf(s, publication, request, answerFiltersOf(query));
      const last = items.at(-1)?.listed;
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
        items: items.map((found) => select(itemOf(found), query.fields)),
      };
    });
  },
);
