import type { Context, MiddlewareHandler } from "hono";
import { HEADERS, type ResponseType, STRICT_TRANSPORT } from "../../api/http/headers.ts";
import { asksForMarkdown } from "../../api/http/negotiate.ts";
import type { Services } from "../../api/http/services.ts";
import { isForCrawlers, localPath } from "../paths.ts";

/** The types of what is not a page, by path. */
const BY_PATH: readonly [RegExp, ResponseType][] = [
  [/^\/embed\/.*\.json$/, "json"],
  [/^\/embed\//, "embed"],
  [/^\/card\//, "image"],
  [/^\/search\/suggestions$/, "json"],
  [/\.(md|txt|xml)$/, "text"],
];

/** The type of an answer of the site. A 304 has no media type: it is of the type of the answer that the client has. */
function typeOf(c: Context, path: string): ResponseType {
  const { status, headers } = c.res;
  if (status >= 400) return headers.get("Content-Type")?.startsWith("text/html") ? "site" : "problem";
  const byPath = BY_PATH.find(([pattern]) => pattern.test(path));
  if (byPath) return byPath[1];
  const isMarkdown = /^\/platforms\/[^/]+$/.test(path) && asksForMarkdown(c.req.header("Accept"));
  return isMarkdown ? "text" : "site";
}

/** Gives every answer of the site its headers (docs/headers.md). */
export const siteHeaders =
  (s: Pick<Services, "origin">): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { headers } = c.res;
    const { prefix, path } = localPath(c.req.path);
    const row = HEADERS[typeOf(c, path)];
    for (const [name, value] of Object.entries(row)) headers.set(name, value);
    const language = prefix === undefined && !isForCrawlers(path) ? ["Accept-Language"] : [];
    headers.set("Vary", [row["Vary"], ...language, ...s.origin.headers].join(", "));
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (s.origin.of(c).startsWith("https:")) headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
  };
