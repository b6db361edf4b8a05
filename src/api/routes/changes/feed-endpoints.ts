import { z } from "@hono/zod-openapi";
import type { Platform } from "../../../model/index.ts";
import { type Endpoint, endpoint, type Request } from "../../http/endpoint.ts";
import { FEED_FORMATS, FEED_NAMES, type FeedFormat, feedLinks } from "../../http/feed-links.ts";
import { findPlatform, knownFilters, platformErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { body, send } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { atomFeed, calendar, type FeedAbout, jsonFeed } from "./feeds.ts";
import { presentChange } from "./present.ts";
import { changesQuery, type Filters, filters, filtersOf, platformFilters } from "./query.ts";
import { upcoming } from "./upcoming.ts";

/** How many entries a feed holds. */
const ENTRIES = 100;

/** Which feed is requested. */
interface FeedRequest {
  format: FeedFormat;
  /** The path before `/changes`: empty, or a platform's path. */
  base: string;
  query: Filters;
  /** The filters to apply: those of the query, and the platform where the path names one. */
  wanted: Filters;
}

async function feed(
  s: Services,
  { c }: Pick<Request<unknown>, "c">,
  at: Snapshot,
  { format, base, query, wanted }: FeedRequest,
): Promise<Response> {
  const { origin } = new URL(c.req.url);
  const links = feedLinks(base, filtersOf(query));
  // Feeds contain the server's own address.
  const key = `${origin} ${links[format]}`;
  const made = await body(s, at, key, `${FEED_FORMATS[format].type}; charset=utf-8`, async (publication) => {
    const limited = changesQuery(publication.id, wanted, ENTRIES);
    await knownFilters(s, publication, limited);
    const changes = (await s.store.changes(limited)).map(presentChange);
    const about: FeedAbout = {
      origin,
      self: links[format],
      alternates: links,
      updated: changes[0]?.date ?? null,
    };
    if (format === "atom") return atomFeed(about, changes);
    if (format === "json") return jsonFeed(about, changes);
    const platforms = (await s.store.upcoming(publication.id, at.today)).map(
      (row) => JSON.parse(row.record) as Platform,
    );
    return calendar(about, changes, upcoming(platforms, at.today, limited), `${publication.date}T00:00:00Z`);
  });
  return send(c, made);
}

/** What the feeds of one format have in common. `of` completes "What changed". */
const headOf = (format: FeedFormat, of: string) => ({
  tag: "Versions",
  summary: `What changed${of}, as ${FEED_FORMATS[format].name}`,
  description: `The newest ${ENTRIES} released changes${of}, with the filters of /changes.`,
  answer: z.any().openapi({
    type: format === "json" ? "object" : "string",
    description: FEED_FORMATS[format].name,
  }),
  mediaType: FEED_FORMATS[format].type,
});

const idOf = (id: string, format: FeedFormat) => `${id}${format[0]?.toUpperCase()}${format.slice(1)}`;

const ofAll = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      ...headOf(format, ""),
      id: idOf("getChanges", format),
      path: `/changes.${format}`,
      example: `/changes.${format}?class=policy`,
      query: filters,
    },
    async (s, { c, query }) =>
      feed(s, { c }, await snapshotOf(s, query.release), { format, base: "", query, wanted: query }),
  );

const ofPlatform = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      ...headOf(format, " in one record"),
      id: idOf("getPlatformChanges", format),
      path: `/platforms/{id}/changes.${format}`,
      example: `/platforms/linkedin/changes.${format}?class=policy`,
      params: idParam("platform", "linkedin"),
      query: platformFilters,
      errors: platformErrors,
    },
    async (s, { c, id, query }) => {
      const at = await snapshotOf(s, query.release);
      await findPlatform(s, at.publication, id);
      const wanted = { ...query, platform: id };
      return feed(s, { c }, at, { format, base: `/platforms/${id}`, query, wanted });
    },
  );

/** /changes.atom, .json and .ics, and those of each platform */
export const feedEndpoints: readonly Endpoint[] = FEED_NAMES.flatMap((f) => [ofAll(f), ofPlatform(f)]);
