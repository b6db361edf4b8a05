import { type Context, Hono } from "hono";
import { requestId } from "hono/request-id";
import { type LogError, problemOf, toStandardError } from "../api/app.ts";
import { asksForHtml } from "../api/http/negotiate.ts";
import { PROBLEMS, type Problem, problemBody, problemResponse } from "../api/http/problem.ts";
import { instanceOf } from "../api/http/respond.ts";
import type { Services } from "../api/http/services.ts";
import { type Suggestions, suggestions } from "../api/http/suggested.ts";
import { unknownPath } from "../api/unknown-path.ts";
import { audience } from "../model/index.ts";
import { siteHeaders } from "./http/headers.ts";
import { pageResponse } from "./http/page.ts";
import { languageOf } from "./http/resource.ts";
import { PAGES } from "./pages/index.ts";
import { type ProblemBody, problemPage } from "./pages/problem.tsx";
import { localPath } from "./paths.ts";
import { addCrawlerFiles, REACH } from "./reach/index.ts";
import { viewOf } from "./view.ts";

/** The site as a server composes it with the API. */
export interface Site {
  /** Answers a request for a page. */
  fetch(request: Request, env?: object): Response | Promise<Response>;
  /** The page for an error of the API. */
  errorPage(request: Request, body: ProblemBody, env?: object): Promise<Response>;
}

/** The paths of pages that need nothing else. */
const OWN_PATHS = PAGES.map(({ path }) => path).filter((path) => !path.includes(":"));

/** An error as a page. It needs no database. */
async function errorResponse(c: Context, s: Services, body: ProblemBody): Promise<Response> {
  const view = viewOf({
    ...languageOf(c),
    who: audience({}, s.today()),
    today: s.today(),
    publication: undefined,
    release: undefined,
    origin: s.origin.of(c),
    address: { path: localPath(c.req.path).path, params: {} },
  });
  return pageResponse(problemPage(view, body, new URL(c.req.url)), body.status);
}

/** A problem as a page, or for programs as the API says it. */
async function answerProblem(
  c: Context,
  s: Services,
  problem: Problem,
  suggested: Suggestions,
): Promise<Response> {
  const path = localPath(instanceOf(c.req.url)).path;
  if (suggested.tries(c.req.raw)) return problemResponse(problem, path);
  const suggestion = await suggested.of(problem, c.req.raw);
  return asksForHtml(c.req.header("Accept"))
    ? errorResponse(c, s, problemBody(problem, path, suggestion))
    : problemResponse(problem, path, suggestion);
}

/**
 * The site: pages for people, made on the server from the same data as the API's answers.
 * @param log receives unexpected errors; the default writes one line of JSON each
 */
export function createSite(s: Services, log: LogError = toStandardError): Site {
  /** The errors of the API whose pages are asked for. */
  const errors = new WeakMap<Request, ProblemBody>();
  const app = new Hono();
  const suggested = suggestions((request) => app.fetch(request, {}));
  app.use(siteHeaders(s));
  app.use(requestId());
  app.use(async (c, next) => {
    const error = errors.get(c.req.raw);
    if (error) return errorResponse(c, s, error);
    await next();
    const { pathname, search } = new URL(c.req.url);
    if (c.res.status === 404 && pathname.length > 1 && pathname.endsWith("/"))
      c.res = c.redirect(`${pathname.replace(/\/+$/, "") || "/"}${search}`, 301);
    return;
  });
  const pages = new Hono();
  // First: what programs ask for at the path of a page is not the page.
  for (const page of [...REACH, ...PAGES]) page.add(pages, s);
  addCrawlerFiles(app, s);
  app.route("/", pages);
  app.route("/:language{[a-z]{2}}", pages);
  app.notFound(async (c) => {
    const { path } = localPath(c.req.path);
    const problem = await unknownPath(s, path, OWN_PATHS);
    // Only for programs, who use no language.
    const isOfTheApi = problem.faults.some(({ nearest }) => nearest?.includes(path));
    if (isOfTheApi && path !== c.req.path && !c.req.path.endsWith("/"))
      return c.redirect(`${path}${new URL(c.req.url).search}`, 302);
    return answerProblem(c, s, problem, suggested);
  });
  app.onError((error, c) =>
    answerProblem(
      c,
      s,
      problemOf(error, c, suggested.tries(c.req.raw) ? () => undefined : log, PROBLEMS.internal.title),
      suggested,
    ),
  );
  return {
    fetch: (request, env) => app.fetch(request, env),
    async errorPage(request, body, env) {
      errors.set(request, body);
      return app.fetch(request, env);
    },
  };
}
