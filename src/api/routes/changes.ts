import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ChangesQuery } from "../../db/index.ts";
import { CATEGORY, CHANGE_CLASS, type Platform, PURPOSE } from "../../model/index.ts";
import { ahead } from "../ahead.ts";
import { changesExample } from "../examples.ts";
import { FEED_FORMATS, FEED_NAMES, type FeedFormat, feedHeader, feedLinks } from "../feed-links.ts";
import { atomFeed, calendar, type FeedAbout, jsonFeed } from "../feeds.ts";
import {
  dayParam,
  idParam,
  limitParam,
  numberCursorParam,
  PAGE,
  regionParam,
  releaseParam,
  termsParam,
} from "../params.ts";
import { meta, presentChange } from "../present.ts";
import { answer, body, canonicalRequest, type Reading, reading, type Services, send } from "../respond.ts";
import { type Api, dataRoute, findPlatform, knownFilters, platformErrors, serve } from "../routing.ts";
import { changeSchema, listOf } from "../schemas.ts";

/** The filters that a list of one platform's changes has too. */
const shared = {
  since: dayParam("since", "Released on this day or later."),
  until: dayParam("until", "Released before this day."),
  region: regionParam,
  class: termsParam(CHANGE_CLASS, "class", "Why it changed.", "policy"),
  purpose: termsParam(PURPOSE, "purpose", "The purpose of the practice that changed.", "train-generative-ai"),
  release: releaseParam,
};
const shape = {
  ...shared,
  platform: z
    .string()
    .optional()
    .openapi({
      example: "linkedin",
      param: {
        name: "platform",
        in: "query",
        description: "Only this platform's; several, separated by commas.",
      },
    }),
  operator: z
    .string()
    .optional()
    .openapi({
      example: "meta",
      param: { name: "operator", in: "query", description: "Only this operator's platforms and documents." },
    }),
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
};

const route = dataRoute({
  id: "listChanges",
  path: "/changes",
  tag: "Versions",
  summary: "What changed, newest first",
  description:
    "Released changes, field by field. The same filters work for the feeds: /changes.atom, /changes.json (JSON Feed 1.1) and /changes.ics (calendar, with what is announced and still ahead). A platform's own feeds are /platforms/{id}/changes.atom, .json and .ics.",
  query: { ...shape, limit: limitParam, cursor: numberCursorParam },
  answer: listOf(changeSchema, "ChangeList"),
  example: changesExample,
});

type Query = Partial<z.infer<z.ZodObject<typeof shape>>>;

const queryOf = (
  upTo: number,
  { release: _, ...query }: Query,
  limit: number,
  after?: number,
): ChangesQuery => ({
  ...query,
  upTo,
  platform: query.platform?.split(",").map((p) => p.trim()),
  limit,
  after,
});

/** The filters as a canonical query. */
const params = (query: Query) => Object.fromEntries(Object.entries(query).filter(([key]) => key in shape));

/** How many entries a feed holds. */
const ENTRIES = 100;

/** Which feed is asked for. */
interface FeedRequest {
  format: FeedFormat;
  base: string;
  query: Query;
  /** Only what these filters let through. */
  wanted: Query;
}

async function feed(
  c: Context,
  s: Services,
  at: Reading,
  { format, base, query, wanted }: FeedRequest,
): Promise<Response> {
  const { origin } = new URL(c.req.url);
  const links = feedLinks(base, params(query));
  // Feeds name the server that they come from.
  const key = `${origin} ${links[format]}`;
  const made = await body(s, at, key, `${FEED_FORMATS[format].type}; charset=utf-8`, async (publication) => {
    const filters = queryOf(publication.id, wanted, ENTRIES);
    await knownFilters(s, publication, filters);
    const changes = (await s.store.changes(filters)).map(presentChange);
    const about: FeedAbout = {
      origin,
      self: links[format],
      alternates: links,
      updated: changes[0]?.date ?? null,
    };
    if (format === "atom") return atomFeed(about, changes);
    if (format === "json") return jsonFeed(about, changes);
    const coming = (await s.store.upcoming(publication.id, at.today)).map(
      (a) => JSON.parse(a.record) as Platform,
    );
    return calendar(about, changes, ahead(coming, at.today, filters), `${publication.date}T00:00:00Z`);
  });
  return send(c, made);
}

/** A feed's route. */
const feedRoute = <Q extends Record<string, z.ZodType>, P extends z.ZodObject | undefined = undefined>(
  format: FeedFormat,
  {
    id,
    path,
    of,
    query,
    params: inPath,
    errors,
  }: { id: string; path: string; of: string; query: Q; params?: P; errors?: object },
) =>
  dataRoute({
    id: `${id}${format[0]?.toUpperCase()}${format.slice(1)}`,
    path: `${path}/changes.${format}`,
    tag: "Versions",
    summary: `What changed${of}, as ${FEED_FORMATS[format].name}`,
    description: `The newest ${ENTRIES} released changes${of}, with the filters of /changes.`,
    ...(inPath ? { params: inPath } : {}),
    query,
    answer: z.any().openapi({ type: "string", description: FEED_FORMATS[format].name }),
    mediaType: FEED_FORMATS[format].type,
    example: "…",
    errors,
  });

/** /changes and its feeds, and those of each platform. */
export function changeRoutes(api: Api, s: Services): void {
  serve(api, route, async ({ c, path, query }) => {
    const at = await reading(s, query.release);
    const limit = query.limit ?? PAGE;
    const request = { ...params(query), limit, cursor: query.cursor };
    const self = canonicalRequest(path, request);
    const compute = async (publication: Reading["publication"]) => {
      const wanted = queryOf(publication.id, params(query), limit + 1, query.cursor);
      await knownFilters(s, publication, wanted);
      const rows = await s.store.changes(wanted);
      const items = rows.slice(0, limit);
      const next =
        rows.length > limit ? canonicalRequest(path, { ...request, cursor: items.at(-1)?.id }) : null;
      return {
        meta: meta(publication, { self, ...(next ? { next } : {}), ...feedLinks("", params(query)) }),
        total: await s.store.countChanges(wanted),
        next,
        items: items.map(presentChange),
      };
    };
    return answer(c, s, at, self, compute, feedHeader("", params(query)));
  });
  for (const format of FEED_NAMES) {
    serve(
      api,
      feedRoute(format, { id: "getChanges", path: "", of: "", query: shape }),
      async ({ c, query }) =>
        feed(c, s, await reading(s, query.release), { format, base: "", query, wanted: query }),
    );
    const ofPlatform = {
      id: "getPlatformChanges",
      path: "/platforms/{id}",
      of: " in one record",
      query: shared,
      params: idParam("platform", "linkedin"),
      errors: platformErrors,
    };
    serve(api, feedRoute(format, ofPlatform), async ({ c, id, query }) => {
      const at = await reading(s, query.release);
      await findPlatform(s, at.publication, id);
      return feed(c, s, at, { format, base: `/platforms/${id}`, query, wanted: { ...query, platform: id } });
    });
  }
}
