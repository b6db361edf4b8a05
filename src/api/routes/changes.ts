import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ChangesQuery } from "../../db/index.ts";
import { CATEGORY, CHANGE_CLASS, type Platform, PURPOSE } from "../../model/index.ts";
import { changesExample } from "../examples.ts";
import { atomFeed, calendar, type FeedAbout, jsonFeed } from "../feeds.ts";
import { dayParam, regionParam, termsParam } from "../params.ts";
import { meta, presentChange } from "../present.ts";
import { answer, body, canonicalRequest, reading, type Services, send } from "../respond.ts";
import { type Api, dataRoute, knownFilters, serve } from "../routing.ts";
import { changeSchema, listOf } from "../schemas.ts";

const shape = {
  since: dayParam("since", "Released on this day or later."),
  until: dayParam("until", "Released before this day."),
  platform: z
    .string()
    .optional()
    .openapi({ example: "linkedin", param: { name: "platform", in: "query", description: "Only this platform's; several, separated by commas." } }),
  operator: z
    .string()
    .optional()
    .openapi({ example: "meta", param: { name: "operator", in: "query", description: "Only this operator's platforms and documents." } }),
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
  region: regionParam,
  class: termsParam(CHANGE_CLASS, "class", "Why it changed.", "policy"),
  purpose: termsParam(PURPOSE, "purpose", "The purpose of the practice that changed.", "train-generative-ai"),
};
const paged = {
  ...shape,
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, "is no whole number from 1 to 100.")
    .transform(Number)
    .optional()
    .openapi({ type: "integer", minimum: 1, maximum: 100, param: { name: "limit", in: "query", description: "Items a page. Left out: 50." } }),
  cursor: z
    .string()
    .regex(/^\d+$/, "is not one that this API gave. Take it from `next`, as it is.")
    .optional()
    .openapi({ param: { name: "cursor", in: "query", description: "Where the page before ended: take `next` as it is." } }),
};

const route = dataRoute({
  id: "listChanges",
  path: "/changes",
  tag: "Versions",
  summary: "What changed, newest first",
  description:
    "Released changes, field by field. The same filters work for the feeds: /changes.atom, /changes.json (JSON Feed 1.1) and /changes.ics (calendar, with what is announced and still ahead).",
  query: paged,
  answer: listOf(changeSchema, "ChangeList"),
  example: changesExample,
});

type Query = z.infer<z.ZodObject<typeof shape>>;

const queryOf = (upTo: number, query: Query, limit: number, after?: number): ChangesQuery => ({
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

const FORMATS = {
  atom: { type: "application/atom+xml; charset=utf-8", name: "Atom feed (RFC 4287)" },
  json: { type: "application/feed+json; charset=utf-8", name: "JSON Feed 1.1" },
  ics: { type: "text/calendar; charset=utf-8", name: "calendar (RFC 5545)" },
} as const;

async function feed(c: Context, s: Services, format: keyof typeof FORMATS, query: Query): Promise<Response> {
  const at = await reading(s);
  const { origin } = new URL(c.req.url);
  const request = (f: keyof typeof FORMATS) => canonicalRequest(`/changes.${f}`, params(query));
  // Feeds name the server that they come from; what is still ahead depends on the day.
  const key = `${origin} ${request(format)} ${format === "ics" ? at.today : ""}`;
  const made = await body(s, at, key, FORMATS[format].type, async (publication) => {
    const wanted = queryOf(publication.id, query, ENTRIES);
    await knownFilters(s, publication, wanted);
    const changes = (await s.store.changes(wanted)).map(presentChange);
    const about: FeedAbout = { origin, self: request(format), alternates: { atom: request("atom"), json: request("json") }, updated: changes[0]?.date ?? null };
    if (format === "atom") return atomFeed(about, changes);
    if (format === "json") return jsonFeed(about, changes);
    const ahead = (await s.store.ahead(publication.id, at.today))
      .filter((a) => wanted.platform?.includes(a.platform) ?? true)
      .map((a) => JSON.parse(a.record) as Platform);
    return calendar(about, changes, ahead, at.today, `${publication.date}T00:00:00Z`);
  });
  return send(c, made);
}

/** /changes and its feeds. */
export function changeRoutes(api: Api, s: Services): void {
  serve(api, route, async ({ c, path, query }) => {
    const at = await reading(s);
    const limit = query.limit ?? 50;
    const request = { ...params(query), limit, cursor: query.cursor };
    const self = canonicalRequest(path, request);
    return answer(c, s, at, self, async (publication) => {
      const wanted = queryOf(publication.id, query, limit + 1, query.cursor === undefined ? undefined : Number(query.cursor));
      await knownFilters(s, publication, wanted);
      const rows = await s.store.changes(wanted);
      const items = rows.slice(0, limit);
      const next = rows.length > limit ? canonicalRequest(path, { ...request, cursor: String(items.at(-1)?.id) }) : null;
      return {
        meta: meta(publication, {
          self,
          ...(next ? { next } : {}),
          atom: canonicalRequest("/changes.atom", params(query)),
          json: canonicalRequest("/changes.json", params(query)),
          ics: canonicalRequest("/changes.ics", params(query)),
        }),
        total: await s.store.countChanges(wanted),
        next,
        items: items.map(presentChange),
      };
    });
  });
  for (const format of Object.keys(FORMATS) as (keyof typeof FORMATS)[]) {
    const { type, name } = FORMATS[format];
    const one = dataRoute({
      id: `getChanges${format[0]?.toUpperCase()}${format.slice(1)}`,
      path: `/changes.${format}`,
      tag: "Versions",
      summary: `What changed, as ${name}`,
      description: `The newest ${ENTRIES} released changes, with the filters of /changes.`,
      query: shape,
      answer: z.any().openapi({ type: "string", description: name }),
      mediaType: type.split(";")[0] as string,
      example: "…",
    });
    serve(api, one, ({ c, query }) => feed(c, s, format, query));
  }
}
