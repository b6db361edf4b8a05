import { z } from "@hono/zod-openapi";
import type { ListedPlatform, ListQuery } from "../../db/index.ts";
import { SORT_KEYS, type SortKey } from "../../db/index.ts";
import { type Audience, CATEGORY, CONTROL_KIND, DEFAULT, PURPOSE, USE, VERDICT } from "../../model/index.ts";
import { nearest } from "../../text/nearest.ts";
import { decodeCursor, encodeCursor } from "../cursor.ts";
import { historyExample, listExample, optOutExample, platformExample } from "../examples.ts";
import { feedHeader, feedLinks } from "../feed-links.ts";
import {
  audienceFrom,
  audienceParams,
  audienceQuery,
  cursorParam,
  dayParam,
  idParam,
  limitParam,
  numberCursorParam,
  PAGE,
  releaseParam,
  termsParam,
} from "../params.ts";
import {
  meta,
  presentHistory,
  presentOptOut,
  presentPlatform,
  presentResolved,
  presentReview,
} from "../present.ts";
import { Problem } from "../problem.ts";
import { answer, canonicalRequest, type Reading, reading, type Services } from "../respond.ts";
import { type Api, dataRoute, findPlatform, knownFilters, platformErrors, serve } from "../routing.ts";
import {
  historyItemSchema,
  listedPlatformSchema,
  listOf,
  optOutSchema,
  platformAnswerSchema,
} from "../schemas.ts";
import { select, selectable } from "../select.ts";

const FIELDS = selectable(listedPlatformSchema);

const sortParam = z
  .string()
  .refine(
    (text) => SORT_KEYS.includes(text.replace(/^-/, "") as SortKey),
    `is none of ${SORT_KEYS.flatMap((k) => [k, `-${k}`]).join(", ")}.`,
  )
  .optional()
  .openapi({
    type: "string",
    enum: SORT_KEYS.flatMap((k) => [k, `-${k}`]),
    param: {
      name: "sort",
      in: "query",
      description:
        "The order; `-` before it turns it round. `severity` is worst first. Left out: `relevance` with `q`, else `name`.",
    },
  });

const fieldsParam = z
  .string()
  .transform((text, ctx): string[] => {
    const fields = [...new Set(text.split(",").map((f) => f.trim()))];
    for (const field of fields) {
      if (FIELDS.includes(field)) continue;
      const near = nearest(field, FIELDS);
      ctx.addIssue({
        code: "custom",
        message: `${JSON.stringify(field)} is none of ${FIELDS.join(", ")}.`,
        params: { nearest: near ? [near] : [] },
      });
      return z.NEVER;
    }
    return fields.sort();
  })
  .optional()
  .openapi({
    type: "string",
    example: "id,name,resolved.overall",
    param: {
      name: "fields",
      in: "query",
      description: `Only these fields of each item, separated by commas: ${FIELDS.join(", ")}.`,
    },
  });

const listShape = {
  ...audienceParams,
  category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
  operator: z
    .string()
    .optional()
    .openapi({
      example: "meta",
      param: {
        name: "operator",
        in: "query",
        description: "Who runs it, or owns who runs it: an id of /operators.",
      },
    }),
  purpose: termsParam(
    PURPOSE,
    "purpose",
    "Only platforms with a practice for this purpose; `verdict`, `use`, `default` and `control` then speak of that practice.",
    "train-generative-ai",
  ),
  verdict: termsParam(
    VERDICT,
    "verdict",
    "What it means for this person: of the `purpose` asked for, else overall.",
    "on-by-default",
  ),
  use: termsParam(
    USE,
    "use",
    "What the documents say: of the `purpose` asked for, else of any training.",
    "uses",
  ),
  default: termsParam(
    DEFAULT,
    "default",
    "The default: of the `purpose` asked for, else of any training.",
    "on",
  ),
  control: termsParam(
    CONTROL_KIND,
    "control",
    "Only where this person has a control of this kind.",
    "setting",
  ),
  q: z
    .string()
    .min(1, "is empty; give words to find, or leave it out.")
    .max(200, "is longer than 200 characters.")
    .optional()
    .openapi({
      example: "spotify",
      param: {
        name: "q",
        in: "query",
        description: "Words to find in names, domains, operators, summaries, controls and events.",
      },
    }),
  updated_since: dayParam("updated_since", "Only records checked on this day or later."),
  sort: sortParam,
  fields: fieldsParam,
  limit: limitParam,
  cursor: cursorParam,
};

const listRoute = dataRoute({
  id: "listPlatforms",
  path: "/platforms",
  tag: "Platforms",
  summary: "The platforms, with their answers for one audience",
  description:
    "Filters can be combined; all of them must hold. Verdicts are for the audience that region, plan, age, account and as_of describe.",
  query: listShape,
  answer: listOf(listedPlatformSchema.partial(), "PlatformList"),
  example: listExample,
});

const itemOf = (who: Audience, p: ListedPlatform) => ({
  id: p.id,
  name: p.name,
  operator: p.operator,
  category: p.category,
  domains: p.domains,
  summary: p.summary,
  verified: p.verified,
  withdrawn: p.withdrawn,
  resolved: {
    audience: who,
    overall: p.overall,
    practices: p.practices.map(({ gradeUse, ...rest }) => ({ ...rest, grade: { use: gradeUse } })),
  },
});

/** The list's route. */
function list(api: Api, s: Services): void {
  serve(api, listRoute, async ({ c, query }) => {
    const at = await reading(s, query.release);
    const who = audienceFrom(query, at.today);
    const order = query.sort ?? (query.q === undefined ? "name" : "relevance");
    if (order.endsWith("relevance") && query.q === undefined)
      throw new Problem("invalid-parameter", "sort: relevance needs q.", [
        { parameter: "sort", detail: "sort: relevance needs q." },
      ]);
    const limit = query.limit ?? PAGE;
    const params = { ...query, ...audienceQuery(who), sort: order, limit };
    const request: ListQuery = {
      ...query,
      audience: who,
      updatedSince: query.updated_since,
      sort: order.replace(/^-/, "") as SortKey,
      descending: order.startsWith("-"),
      limit,
      after: query.cursor === undefined ? undefined : decodeCursor(query.cursor, order),
    };
    const self = canonicalRequest("/platforms", params);
    return answer(c, s, at, self, async (publication) => {
      await knownFilters(s, publication, { operator: query.operator });
      const { items, total, more } = await s.store.list(publication.id, request);
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
        total,
        next,
        items: items.map((p) => select(itemOf(who, p), query.fields)),
      };
    });
  });
}

const platformRoute = dataRoute({
  id: "getPlatform",
  path: "/platforms/{id}",
  tag: "Platforms",
  summary: "A platform's record, and what it means for one audience",
  description:
    "The record's fields at the root; `resolved` is the answer for the audience asked about, with the controls that these people have and the answers that differ for others.",
  params: idParam("platform", "linkedin"),
  query: audienceParams,
  answer: platformAnswerSchema,
  example: platformExample,
  errors: platformErrors,
});

const optOutRoute = dataRoute({
  id: "getOptOut",
  path: "/platforms/{id}/opt-out",
  tag: "Platforms",
  summary: "What to do: the steps for this person, easiest first",
  description: "Only what these people can do, and what nothing stops.",
  params: idParam("platform", "linkedin"),
  query: audienceParams,
  answer: optOutSchema,
  example: optOutExample,
  errors: platformErrors,
});

const historyRoute = dataRoute({
  id: "getHistory",
  path: "/platforms/{id}/history",
  tag: "Platforms",
  summary: "What happened, newest first",
  description:
    "Events (what happened, with dates and evidence) and released changes (what was recorded, and when), each labelled by `kind`. `day` is the day by which they are put in order: of an event the last that its best date can mean, of a change the day of its release.",
  params: idParam("platform", "linkedin"),
  query: { release: releaseParam, limit: limitParam, cursor: numberCursorParam },
  answer: listOf(historyItemSchema, "History"),
  example: historyExample,
  errors: platformErrors,
});

type Found = Awaited<ReturnType<typeof findPlatform>>;

const links = (id: string, self: string) => ({
  self,
  platform: `/platforms/${id}`,
  optOut: `/platforms/${id}/opt-out`,
  history: `/platforms/${id}/history`,
  ...feedLinks(`/platforms/${id}`),
});

/** What a body about one platform is made from: its record, who asks, and what is read. */
interface Personal extends Found {
  who: Audience;
  at: Reading;
}

/** What the watch last said of a platform; null for a past release. */
async function watchOf(
  s: Services,
  { publication: { reviews }, today }: Reading,
  id: string,
): Promise<Parameters<typeof presentReview>[1]> {
  return reviews === undefined ? null : { watched: await s.store.watched(reviews, id), today };
}

/** The routes under /platforms. */
export function platformRoutes(api: Api, s: Services): void {
  list(api, s);
  /** A route about one platform, for one person. */
  const personal = (
    route: Parameters<typeof serve<typeof audienceParams>>[1],
    body: (found: Personal) => object | Promise<object>,
  ) =>
    serve(api, route, async ({ c, path, id, query }) => {
      const at = await reading(s, query.release);
      const who = audienceFrom(query, at.today);
      const self = canonicalRequest(path, { ...audienceQuery(who), release: at.release });
      return answer(
        c,
        s,
        at,
        self,
        async (publication) => ({
          ...(await body({ ...(await findPlatform(s, publication, id)), who, at })),
          meta: meta(publication, links(id, self)),
        }),
        feedHeader(`/platforms/${id}`),
      );
    });
  personal(platformRoute, async ({ platform, operator, who, at }) => ({
    ...presentPlatform(platform, operator, presentReview(platform, await watchOf(s, at, platform.id))),
    resolved: presentResolved(platform, operator, who),
  }));
  personal(optOutRoute, ({ platform, operator, who }) => presentOptOut(platform, operator, who));
  serve(api, historyRoute, async ({ c, path, id, query }) => {
    const at = await reading(s, query.release);
    const limit = query.limit ?? PAGE;
    const request = { release: at.release, limit: query.limit, cursor: query.cursor };
    const self = canonicalRequest(path, request);
    return answer(
      c,
      s,
      at,
      self,
      async (publication) => {
        const { platform } = await findPlatform(s, publication, id);
        const all = presentHistory(platform, await s.store.allChanges(publication.id, id));
        // Counted from the oldest, so that what is released in the meantime moves no page.
        const from = Math.min(query.cursor ?? all.length, all.length);
        const items = all.slice(all.length - from, all.length - from + limit);
        const left = from - items.length;
        const next = left > 0 ? canonicalRequest(path, { ...request, cursor: left }) : null;
        return {
          meta: meta(publication, { ...links(id, self), ...(next ? { next } : {}) }),
          total: all.length,
          next,
          items,
        };
      },
      feedHeader(`/platforms/${id}`),
    );
  });
}
