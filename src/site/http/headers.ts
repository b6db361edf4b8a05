import type { MiddlewareHandler } from "hono";
import { HEADERS, STRICT_TRANSPORT } from "../../api/http/headers.ts";
import type { Services } from "../../api/http/services.ts";
import { localPath } from "../paths.ts";

/** Gives every answer of the site its headers (docs/headers.md). */
export const siteHeaders =
  (s: Pick<Services, "origin">): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(HEADERS.site)) headers.set(name, value);
    const { prefix } = localPath(c.req.path);
    const language = prefix === undefined ? ["Accept-Language"] : [];
    headers.set("Vary", [HEADERS.site["Vary"], ...language, ...s.origin.headers].join(", "));
    if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
    if (s.origin.of(c).startsWith("https:")) headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
  };
