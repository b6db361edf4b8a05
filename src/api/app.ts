import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import { requestId } from "hono/request-id";
import { readDocument } from "#documents";
import { trusted } from "../text/trusted.ts";
import { type ErrorEvent, errorEvent } from "./error-event.ts";
import { EXPOSED, responseHeaders } from "./http/headers.ts";
import { Problem, problemResponse } from "./http/problem.ts";
import { throwIfRefused } from "./http/refused.ts";
import { instanceOf, sendText, unprefixed } from "./http/respond.ts";
import type { Services } from "./http/services.ts";
import { suggestions } from "./http/suggested.ts";
import { pages } from "./pages.ts";
import { ENDPOINTS } from "./routes/index.ts";
import { unknownPath } from "./unknown-path.ts";

const json = "application/json; charset=utf-8";

/** The most characters of a path with its query: what RFC 9110, 4.1 recommends to support at least. */
export const LONGEST_URL = 8000;

/** A path with a slash too many leads to the one without it, under the public origin. */
const withoutSlash = (s: Services) => async (c: Context, next: () => Promise<void>) => {
  await next();
  const { pathname, search } = new URL(c.req.url);
  if (c.res.status === 404 && pathname.length > 1 && pathname.endsWith("/"))
    c.res = c.redirect(`${s.origin.of(c)}${pathname.slice(0, -1)}${search}`, 301);
};

/** Receives what is logged of a request that failed, and the error itself. */
export type LogError = (event: ErrorEvent, error: Error) => void;

/**
 * The problem that an error is answered with, without internal details. What failed is logged.
 * @param unexpected the words for an error that is not a problem
 */
export function problemOf(
  error: Error,
  c: Context,
  log: LogError,
  unexpected = "An internal error occurred.",
): Problem {
  const failure = error instanceof Problem ? error.cause : error;
  if (failure instanceof Error)
    log(
      errorEvent(failure, { requestId: c.get("requestId") as string, method: c.req.method, url: c.req.url }),
      failure,
    );
  return error instanceof Problem ? error : new Problem("internal", unexpected);
}

export const toStandardError: LogError = (event) => console.error(JSON.stringify(event));

/**
 * The whole API as a fetch handler.
 * @param log receives unexpected errors; the default writes one line of JSON each
 */
export function createApp(s: Services, log: LogError = toStandardError): Hono {
  const app = new Hono();
  app.use(responseHeaders(s.origin));
  app.use(requestId());
  app.use(
    cors({
      origin: "*",
      allowMethods: ["GET", "HEAD", "OPTIONS"],
      exposeHeaders: EXPOSED,
      maxAge: 86_400,
    }),
  );
  app.use(async (c, next) => {
    if (!["GET", "HEAD", "OPTIONS"].includes(c.req.method))
      throw new Problem("method-not-allowed", `${c.req.method} is not allowed: the API is read-only.`);
    const { pathname, search } = new URL(c.req.url);
    if (pathname.length + search.length > LONGEST_URL)
      throw new Problem(
        "uri-too-long",
        `The path and the query have ${pathname.length + search.length} characters: at most ${LONGEST_URL} are read. Ask for fewer records or filters at once.`,
      );
    throwIfRefused(c.env);
    await next();
  });
  app.use(withoutSlash(s));
  const routes = new Hono();
  for (const { add } of ENDPOINTS) add(routes, s);
  for (const name of ["openapi.json", "openapi-3.0.json"] as const)
    routes.get(`/${name}`, async (c) => {
      const document = trusted<{ servers: readonly object[] }>(await readDocument(name));
      const servers = [{ ...document.servers[0], url: s.origin.of(c) }];
      return sendText(c, `${JSON.stringify({ ...document, servers })}\n`, json);
    });
  pages(routes);
  app.route("/v1", routes);
  app.route("/", routes);
  const suggested = suggestions((request) => app.fetch(request, {}));
  app.notFound(async (c) => {
    const path = unprefixed(c.req.path);
    const problem = await unknownPath(s, path, [], c.req.path.startsWith("/v1/") ? "/v1" : "");
    return problemResponse(problem, instanceOf(c.req.url), await suggested.of(problem, c.req.raw));
  });
  app.onError(async (error, c) => {
    const problem = problemOf(error, c, suggested.tries(c.req.raw) ? () => undefined : log);
    const suggestion = await suggested.of(problem, c.req.raw);
    return problemResponse(problem, instanceOf(c.req.url), suggestion);
  });
  return app;
}
