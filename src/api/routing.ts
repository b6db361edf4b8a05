import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Publication } from "../db/index.ts";
import type { Operator, Platform } from "../model/index.ts";
import { commonErrors, notFound, Problem, unknownName } from "./problem.ts";
import { type Services, unprefixed } from "./respond.ts";
import { invalid } from "./validation.ts";

type Shape = Record<string, z.ZodType>;

/** What a data route says of itself. */
interface RouteHead<P extends z.ZodObject | undefined, Q extends Shape, R extends z.ZodType> {
  /** The operation's id, also the name of a generated client's method. */
  id: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  params?: P;
  query: Q;
  answer: R;
  /** What is answered, where it is not JSON. */
  mediaType?: string;
  /** A real answer, shortened where it is long. */
  example: unknown;
  errors?: object;
}

/** Declares a data route: parameters are strict, so that a misspelt one is an error and not ignored. */
export const dataRoute = <
  Q extends Shape,
  R extends z.ZodType,
  P extends z.ZodObject | undefined = undefined,
>(
  head: RouteHead<P, Q, R>,
) => ({
  shape: head.query,
  route: createRoute({
    method: "get",
    path: head.path,
    operationId: head.id,
    tags: [head.tag],
    summary: head.summary,
    description: head.description,
    request: {
      ...(head.params ? { params: head.params as P extends undefined ? z.ZodObject : P } : {}),
      query: z.strictObject(head.query),
    },
    responses: {
      200: {
        description: head.summary,
        content: {
          [(head.mediaType ?? "application/json") as "application/json"]: {
            schema: head.answer,
            example: head.example,
          },
        },
      },
      304: { description: "What the client has (If-None-Match) is current." },
      ...(commonErrors as typeof commonErrors),
      ...(head.errors ?? {}),
    },
  }),
});

/** What a handler gets: the request, already validated. */
export interface Request<Q> {
  c: Context;
  /** The path without the version prefix. */
  path: string;
  id: string;
  params: Readonly<Record<string, string>>;
  query: Q;
}

/**
 * Puts a data route on the API. Parameters that are unknown or wrong become a problem
 * that names them.
 *
 * The one cast of the API: bodies are sent serialised, from the cache, so their type is
 * not checked against the route's schema here; the tests parse every route's answer with it.
 */
export function serve<Q extends Shape>(
  api: Api,
  { route, shape }: { route: { path: string }; shape: Q },
  handle: (request: Request<z.infer<z.ZodObject<Q>>>) => Promise<Response>,
): void {
  const handler = (c: Context) => {
    const params = c.req.param() as Record<string, string>;
    const valid = (c.req as unknown as { valid(target: "query"): z.infer<z.ZodObject<Q>> }).valid("query");
    return handle({ c, path: unprefixed(c.req.path), id: params["id"] ?? "", params, query: valid });
  };
  const hook = (result: { success: boolean }) => {
    if (!result.success) throw invalid(result as Parameters<typeof invalid>[0], Object.keys(shape));
  };
  api.openapi(route as never, handler as never, hook as never);
}

/** Refuses parameters where none are taken. */
export const refuseUnknown = (query: Readonly<Record<string, string>>): void => {
  const names = Object.keys(query);
  if (names.length > 0)
    throw new Problem(
      "unknown-parameter",
      `${names.join(", ")}: this path takes no parameters.`,
      names.map((parameter) => ({ parameter, detail: `${parameter}: this path takes no parameters.` })),
    );
};

/** A problem for an id that is not there, with the nearest that is. */
export const unknownId = (what: "platform" | "operator", id: string, known: readonly string[]): Problem =>
  unknownName(`unknown-${what}`, "id", `There is no ${what} ${JSON.stringify(id)}.`, id, known);

/**
 * Refuses a filter that names an operator or a platform that is not there: an empty list
 * would look like an answer.
 * @throws {Problem} `invalid-parameter`, with the nearest
 */
export async function knownFilters(
  s: Services,
  publication: Publication,
  { operator, platform }: { operator?: string | undefined; platform?: readonly string[] | undefined },
): Promise<void> {
  const check = (parameter: string, id: string, known: readonly string[]) => {
    if (!known.includes(id))
      throw unknownName(
        "invalid-parameter",
        parameter,
        `${parameter}: there is no ${parameter} ${JSON.stringify(id)}.`,
        id,
        known,
      );
  };
  if (operator !== undefined)
    check(
      "operator",
      operator,
      (await s.store.operators(publication.id)).map((o) => o.operator.id),
    );
  if (platform) for (const id of platform) check("platform", id, await s.store.platformNames(publication.id));
}

/** What was asked for stands under another id. */
export class Moved extends Error {
  override name = "Moved";
  readonly from: string;
  readonly to: string;
  constructor(from: string, to: string) {
    super(`${from} is ${to}`);
    this.from = from;
    this.to = to;
  }
}

/**
 * Finds a platform by its id.
 * @throws {Moved} for an alias or another spelling
 * @throws {Problem} `unknown-platform`, with the nearest id
 */
export async function findPlatform(
  s: Services,
  publication: Publication,
  id: string,
): Promise<{ platform: Platform; operator: Operator | undefined }> {
  const found = await s.store.platform(publication.id, id);
  if (found) return found;
  const lower = id.toLowerCase();
  const alias = await s.store.alias(publication.id, lower);
  if (alias !== undefined) throw new Moved(id, alias);
  const names = await s.store.platformNames(publication.id);
  if (names.includes(lower)) throw new Moved(id, lower);
  throw unknownId("platform", id, names);
}

/** The errors of routes about one platform. */
export const platformErrors = {
  ...notFound("unknown-platform", 'There is no platform "linkdin". Did you mean linkedin?', ["linkedin"]),
  308: { description: "An alias or former id: the same path under the platform's id." },
} as const;

/** Where a {@link Moved} leads: the same path and parameters under the other id. */
export function redirectMoved(c: Context, { from, to }: Moved): Response {
  const url = new URL(c.req.url);
  const path = url.pathname
    .split("/")
    .map((part) => (decodeURIComponent(part) === from ? to : part))
    .join("/");
  return new Response(null, {
    status: 308,
    headers: { Location: `${path}${url.search}`, "Cache-Control": "public, max-age=3600" },
  });
}

export type Api = OpenAPIHono;
