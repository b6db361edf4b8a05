import { z } from "@hono/zod-openapi";
import { fullStop, joinPresent } from "../../../text/lists.ts";
import { type Endpoint, endpoint, type Request } from "../../http/endpoint.ts";
import {
  FEED_FORMATS,
  FEED_NAMES,
  type FeedFormat,
  feedLinks,
  feedOperation,
} from "../../http/feed-links.ts";
import { type FeedAbout, type FeedEntry, writeFeed } from "../../http/feeds.ts";
import { findPlatform, platformErrors } from "../../http/find.ts";
import { idParam } from "../../http/params.ts";
import { body, send } from "../../http/respond.ts";
import { type Services, type Snapshot, snapshotOf } from "../../http/services.ts";
import { presentChanges } from "./present.ts";
import { changesQuery, type Filters, filters, filtersOf, platformFilters } from "./query.ts";
import type { changeSchema } from "./schema.ts";

type Change = z.infer<typeof changeSchema>;

/** How many entries a feed holds. */
const ENTRIES = 100;

const entryOf = (c: Change): FeedEntry => ({
  name: `changes/${c.id}`,
  title: `${c.name} (${c.class}): ${c.summary}`,
  text: joinPresent([
    fullStop(c.summary),
    c.answer && `The answer is now: ${c.answer.headline.after.sentence}`,
  ]),
  path: c.platform ? `/platforms/${c.platform}/history` : `/operators/${c.operator}`,
  day: c.date,
  known: c.date,
  categories: [c.class, ...(c.purpose ? [c.purpose] : [])],
});

/** Which feed is requested. */
interface FeedRequest {
  format: FeedFormat;
  /** The path of the list: `/changes`, or a platform's own. */
  path: string;
  query: Filters;
  /** The filters to apply: those of the query, and the platform where the path names one. */
  wanted: Filters;
}

async function feed(
  s: Services,
  { c }: Pick<Request<unknown>, "c">,
  at: Snapshot,
  { format, path, query, wanted }: FeedRequest,
): Promise<Response> {
  const { origin } = new URL(c.req.url);
  const links = feedLinks(path, filtersOf(query));
  // Feeds contain the server's own address.
  const key = `${origin} ${links[format]}`;
  const made = await body(s, at, key, `${FEED_FORMATS[format].type}; charset=utf-8`, async (publication) => {
    const limited = changesQuery(publication.id, wanted, ENTRIES);
    const rows = await s.store.changes(limited);
    const changes = await presentChanges(s, publication.id, rows, wanted.region);
    const about: FeedAbout = {
      title: "AI Data Use: changes to the dataset",
      description: "Edits of the records: what was added, corrected or changed, release by release.",
      origin,
      self: links[format],
      alternates: links,
    };
    return writeFeed(format, about, changes.map(entryOf), `${publication.date}T00:00:00Z`);
  });
  return send(c, made);
}

/** What the feeds of one format have in common. `of` completes "What we edited". */
const headOf = (format: FeedFormat, of: string) => ({
  tag: "Versions",
  summary: `What we edited${of}, as ${FEED_FORMATS[format].name}`,
  description: `The newest ${ENTRIES} released changes${of}, with the filters of /changes. What platforms did is in the feeds of /events.`,
  answer: z.any().openapi({
    type: format === "json" ? "object" : "string",
    description: FEED_FORMATS[format].name,
  }),
  mediaType: FEED_FORMATS[format].type,
});

const ofAll = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      ...headOf(format, ""),
      id: feedOperation("getChanges", format),
      path: `/changes.${format}`,
      example: `/changes.${format}?class=policy`,
      query: filters,
    },
    async (s, { c, query }) =>
      feed(s, { c }, await snapshotOf(s, query.release), { format, path: "/changes", query, wanted: query }),
  );

const ofPlatform = (format: FeedFormat): Endpoint =>
  endpoint(
    {
      ...headOf(format, " in one record"),
      id: feedOperation("getPlatformChanges", format),
      path: `/platforms/{id}/changes.${format}`,
      example: `/platforms/linkedin/changes.${format}?class=policy`,
      params: idParam("platform", "linkedin"),
      query: platformFilters,
      errors: platformErrors,
    },
    async (s, { c, id, query }) => {
      const at = await snapshotOf(s, query.release);
      await findPlatform(s, at.publication, id);
      const wanted = { ...query, platform: [id] };
      return feed(s, { c }, at, { format, path: `/platforms/${id}/changes`, query, wanted });
    },
  );

/** /changes.atom, .json and .ics, and those of each platform */
export const feedEndpoints: readonly Endpoint[] = FEED_NAMES.flatMap((f) => [ofAll(f), ofPlatform(f)]);
