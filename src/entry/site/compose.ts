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
  return async (request, env) => {
    const part = partFor(request);
    if (part === "page") return (await site()).fetch(request, env);
    const response = await api(request, env);
    if (part === "none" || !response.headers.get("Content-Type")?.startsWith("application/problem+json"))
      return response;
    return (await site()).errorPage(request, await response.json(), env);
  };
}
