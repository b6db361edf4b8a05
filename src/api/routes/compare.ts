import { z } from "@hono/zod-openapi";
import { differences } from "../../language/en/index.ts";
import { resolve } from "../../policy/index.ts";
import { compareExample } from "../examples.ts";
import { audienceFrom, audienceParams, audienceQuery, dayParam } from "../params.ts";
import { eventsBetween, meta, presentAnswer } from "../present.ts";
import { Problem } from "../problem.ts";
import { answer, canonicalRequest, reading, type Services } from "../respond.ts";
import { type Api, dataRoute, findPlatform, platformErrors, serve } from "../routing.ts";
import { compareSchema } from "../schemas.ts";

/** How many platforms stand side by side at most. */
const MOST = 10;

const route = dataRoute({
  id: "compare",
  path: "/compare",
  tag: "Versions",
  summary: "One platform over time, or up to ten side by side, for one audience",
  description:
    "With id, from and to: what changed for these people between two days, in words. With ids: their answers beside each other.",
  query: {
    ...audienceParams,
    id: z
      .string()
      .optional()
      .openapi({
        example: "linkedin",
        param: { name: "id", in: "query", description: "One platform, over time." },
      }),
    from: dayParam("from", "The earlier day; with id."),
    to: dayParam("to", "The later day; with id. Left out: today."),
    ids: z
      .string()
      .optional()
      .openapi({
        example: "linkedin,x,reddit",
        param: {
          name: "ids",
          in: "query",
          description: "Platforms to put side by side, separated by commas; ten at most.",
        },
      }),
  },
  answer: compareSchema,
  example: compareExample,
  errors: platformErrors,
});

const fault = (parameter: string, detail: string) =>
  new Problem("invalid-parameter", `${parameter}: ${detail}`, [
    { parameter, detail: `${parameter}: ${detail}` },
  ]);

/** The route /compare. */
export function compareRoutes(api: Api, s: Services): void {
  serve(api, route, async ({ c, path, query }) => {
    const at = await reading(s, query.release);
    const who = audienceFrom(query, at.today);
    const { asOf, ...audience } = who;
    if ((query.id === undefined) === (query.ids === undefined))
      throw fault("id", "give either id, with from and to, or ids.");
    if (query.ids !== undefined) {
      const ids = [...new Set(query.ids.split(",").map((x) => x.trim()))];
      if (ids.length > MOST) throw fault("ids", `are ${ids.length}; ${MOST} at most.`);
      const self = canonicalRequest(path, { ...audienceQuery(who), ids, release: at.release });
      return answer(c, s, at, self, async (publication) => {
        const found = await Promise.all(ids.map((id) => findPlatform(s, publication, id)));
        return {
          meta: meta(publication, { self }),
          audience,
          overTime: null,
          sideBySide: found.map(({ platform, operator }) => ({
            id: platform.id,
            name: platform.name,
            resolved: presentAnswer(resolve(platform, who, operator)),
          })),
        };
      });
    }
    const [id, from, to] = [query.id as string, query.from, query.to ?? asOf];
    if (from === undefined) throw fault("from", "is missing; give the earlier day, YYYY-MM-DD.");
    if (from > to) throw fault("from", `${from} is after ${to}.`);
    const { as_of: _, ...rest } = audienceQuery(who);
    const self = canonicalRequest(path, { ...rest, id, from, to, release: at.release });
    return answer(c, s, at, self, async (publication) => {
      const { platform, operator } = await findPlatform(s, publication, id);
      const [before, after] = [from, to].map((day) => resolve(platform, { ...who, asOf: day }, operator)) as [
        ReturnType<typeof resolve>,
        ReturnType<typeof resolve>,
      ];
      const overTime = {
        platform: { id: platform.id, name: platform.name },
        from,
        to,
        overall: { before: before.overall, after: after.overall },
        practices: differences(before.practices, after.practices),
        events: eventsBetween(platform, who, from, to),
      };
      return {
        meta: meta(publication, { self, platform: `/platforms/${id}` }),
        audience,
        overTime,
        sideBySide: null,
      };
    });
  });
}
