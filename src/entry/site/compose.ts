import { partFor } from "../../site/paths.ts";
import type { Fetch } from "../compress.ts";

/** The site, as src/site makes it. */
type Site = import("../../site/index.ts").Site;

/**
 * Answers browsers with pages and programs with JSON, at the same URLs.
 * @param load makes the site; called when the first page is asked for
 */
export function withSite(api: Fetch, load: () => Promise<Site>): Fetch {
  let loading: Promise<Site> | undefined;
  const site = (): Promise<Site> => {
    loading ??= load();
    // What failed is tried again.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  /** An answer of the API, whose errors become pages. */
  const withErrorPages = async (request: Request, env?: object): Promise<Response> => {
    const response = await api(request, env);
    // A redirect that replaced a problem still has its media type.
    const isProblem =
      response.status >= 400 && response.headers.get("Content-Type")?.startsWith("application/problem+json");
    return isProblem ? (await site()).errorPage(request, await response.json(), env) : response;
  };
  return async (request, env) => {
    const part = partFor(request);
    if (part === "page") return (await site()).fetch(request, env);
    if (part === "none") return api(request, env);
    if (request.method !== "HEAD") return withErrorPages(request, env);
    // The page is made from the body of a problem, which HEAD would not give.
    const response = await withErrorPages(new Request(request, { method: "GET" }), env);
    await response.body?.cancel();
    return new Response(null, response);
  };
}
