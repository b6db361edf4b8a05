import type { Context, Hono } from "hono";
import * as z from "zod";
import { withCorrection } from "./corrected.ts";
import { saidOf, unknownIn } from "./documented.ts";
import { nothingNamed } from "./documented-errors.ts";
import { Moved, withIds } from "./find.ts";
import { isIgnored } from "./ignored.ts";
import { idRequestsOf, type PathParams } from "./params.ts";
import { Problem } from "./problem.ts";
import { prefixOf, unprefixed } from "./respond.ts";
import { type Services, snapshotOf } from "./services.ts";
import { invalid } from "./validation.ts";

type Shape = Record<string, z.ZodType>;

/** What a handler gets of a query. */
type Query<Q extends Shape> = z.output<z.ZodObject<Q, z.core.$strict>>;

/** One path of the index page. */
export interface Listed {
  path: string;
  /** What it answers, in one line. */
  about: string;
  /** A request that shows it. */
  example: string;
}

/** An answer that is not JSON with fields, as OpenAPI writes it. */
export interface AnswerSchema {
  type: "string" | "object";
  format?: string;
  additionalProperties?: true;
  description?: string;
}

/** Documented responses by status; {@link AnswerSchema} and the problems' schema are added to them. */
export type Responses = Readonly<
  Record<number, { description: string; content?: Record<string, { example: unknown }> }>
>;

/** What an endpoint declares about itself. */
export interface EndpointHead<Q extends Shape> {
  /** The operation's id, also the name of a generated client's method. */
  id: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  /** Its line on the index page; without one it is not listed there. */
  about?: string;
  /** A request that shows it, path and query: the index links it, and the OpenAPI documents show its answer. */
  example: string;
  params?: PathParams;
  /** The path's parameters for a record's id, where they are not just that `id`. */
  paramsOf?: (id: string, asked: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
  query: Q;
  /** The answer, where it is not JSON with a schema of its own in description/answers.ts. */
  answer?: AnswerSchema;
  /** The media type of the answer. Default: JSON. */
  mediaType?: string;
  /** Documented responses in addition to the answer, 304 and the errors that all have. */
  errors?: Responses;
  /** All documented responses, where the usual ones do not fit. */
  responses?: Responses;
  /** Whether the documents show the answer to `example`. Default: yes; no where it is not text, or too long. */
  exampleAnswered?: boolean;
  /** The path and query that answer what this path answered earlier; undefined for other queries. */
  movedTo?: (query: URLSearchParams) => string | undefined;
}

/** What a handler gets: the request, already validated. */
export interface Request<Q> {
  c: Context;
  /** The path without the version prefix. */
  path: string;
  /** The path's parameters. */
  params: Readonly<Record<string, string>>;
  /** The path's `id`; empty where it has none. */
  id: string;
  query: Q;
}

/** One documented path of the API. */
export interface Endpoint {
  id: string;
  path: string;
  about: string | undefined;
  example: string;
  /** Whether the OpenAPI documents show the answer to the example; otherwise `responses` has its own. */
  exampleAnswered: boolean;
  /** Whether the path alone is a request: it has no parameters, and needs no query. */
  complete: boolean;
  /** What it declares, for the OpenAPI documents. */
  head: EndpointHead<Shape>;
  /** The schema of its query. */
  query: z.ZodObject;
  /** Adds it to an app. */
  add(app: Hono, s: Services): void;
}

/**
 * A request's query, without the parameters that no path reads. A list can be written in one
 * parameter, separated by commas, or in several, as many clients do. Another parameter that is given more than
 * once has all its values, which no schema accepts.
 * @param known the parameters of the path
 */
export const queryOf = (
  c: Context,
  known: Readonly<Record<string, z.ZodType>> = {},
): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(c.req.queries())
      .filter(([name]) => !isIgnored(name))
      .map(([name, values]) => {
        const isList = Object.hasOwn(known, name) && saidOf(known[name])?.list !== undefined;
        return [name, values.length > 1 && !isList ? values : values.join(",")];
      }),
  );

/** Sends the client to another path and query, under the version prefix that it used. */
const redirect = (c: Context, to: string): Response =>
  new Response(null, {
    status: 308,
    headers: { Location: `${prefixOf(c)}${to}`, "Cache-Control": "public, max-age=3600" },
  });

const withParams = (template: string, params: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));

/**
 * An answer that belongs to another URL: it says where (RFC 9110, 8.7; RFC 6596). A redirect would say so too, but
 * many generated clients do not follow one.
 * @param path of this answer, without the version prefix
 */
function answerOf(c: Context, path: string, response: Response): Response {
  const at = `${prefixOf(c)}${path}${new URL(c.req.url).search}`;
  response.headers.set("Content-Location", at);
  response.headers.append("Link", `<${at}>; rel="canonical"`);
  return response;
}

/** The errors of a path: those that it declares, and that a value of its query can name nothing. */
function errorsOf({ errors = {}, query }: EndpointHead<Shape>): Responses {
  const [inQuery, inPath] = [nothingNamed(unknownIn(query)), errors[404]];
  if (!inQuery) return errors;
  if (!inPath) return { ...errors, 404: inQuery };
  const titles = [inPath.description, ...inQuery.description.split(". ")].map((t) => t.replace(/\.$/, ""));
  return { ...errors, 404: { ...inPath, description: `${[...new Set(titles)].join(". ")}.` } };
}

/**
 * Declares one path: its description and its handler. Query parameters are strict: an unknown or
 * wrong one becomes a problem that names it. Records may be named by an alias or another spelling: the handler
 * gets their ids. Where the path names one so, the answer says what its own path is.
 *
 * Bodies are sent serialised, from the cache, so the compiler does not check them against their schema;
 * the tests parse every answer with it.
 */
export function endpoint<Q extends Shape>(
  head: EndpointHead<Q>,
  handle: (s: Services, request: Request<Query<Q>>) => Promise<Response>,
): Endpoint {
  const { id, path, about, example, exampleAnswered = true, paramsOf = (to) => ({ id: to }) } = head;
  const query = z.strictObject(head.query);
  const idRequests = idRequestsOf(head.query);
  const named = async (s: Services, given: Query<Q>): Promise<Query<Q>> => {
    const wanted = idRequests.filter(({ parameter }) => Object.hasOwn(given as object, parameter));
    if (wanted.length === 0) return given;
    const { release } = given as { release?: string };
    const kinds = [...new Set(wanted.map(({ kind }) => kind))];
    const { publication } = await snapshotOf(s, release, kinds);
    return withIds(s, publication, given as Query<Q> & Record<string, unknown>, wanted);
  };
  const answered = async (s: Services, c: Context): Promise<Response> => {
    const inPath: Record<string, string> = c.req.param();
    const given = queryOf(c, head.query);
    const parsed = query.safeParse(given);
    if (!parsed.success) throw await invalid(parsed.error, { s, id: inPath["id"], known: head.query, given });
    const asked = await named(s, parsed.data);
    const answerAt = (at: string, params: Readonly<Record<string, string>>) =>
      handle(s, { c, query: asked, path: at, params, id: params["id"] ?? "" });
    try {
      return await answerAt(unprefixed(c.req.path), inPath);
    } catch (error) {
      if (!(error instanceof Moved)) throw error;
      const params = { ...inPath, ...paramsOf(error.to, inPath) };
      const at = withParams(path, params);
      return answerOf(c, at, await answerAt(at, params));
    }
  };
  const add = (app: Hono, s: Services) => {
    app.get(path.replace(/\{(\w+)\}/g, ":$1"), async (c) => {
      const moved = head.movedTo?.(new URL(c.req.url).searchParams);
      if (moved !== undefined) return redirect(c, moved);
      try {
        return await answered(s, c);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        const { searchParams: search } = new URL(c.req.url);
        throw withCorrection(error, { template: prefixOf(c) + path, params: c.req.param(), search });
      }
    });
  };
  const described = { ...head, errors: errorsOf(head) };
  return {
    ...{ id, path, about, example, exampleAnswered, head: described, query, add },
    // Not when it is declared: few programs ask, and to parse is a part of a Worker's time to start.
    get complete() {
      return !path.includes("{") && query.safeParse({}).success;
    },
  };
}
