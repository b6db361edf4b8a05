import { getConnInfo } from "hono/cloudflare-workers";
import { readAsset } from "../../api/documents/assets.ts";
import { SUBDIVISIONS_FILE } from "../../api/documents/name.ts";
import { createApp, originSource, proxies, rateLimitFrom, services } from "../../api/index.ts";
import { type Reader, Store } from "../../db/reading.ts";
import type { ServeMcp } from "../../mcp/app.ts";
import type { Fetch } from "../compress.ts";
import { type Bucket, R2Downloads } from "../downloads/r2.ts";
import { type Handler, platformRateLimit, type RateLimitBinding } from "../limits/platform-rate.ts";
import { withMcp } from "../mcp.ts";
import { BucketPictures, type PictureBucket } from "../pictures/bucket.ts";
import { withSite } from "../site/compose.ts";
import type { McpBinding } from "./mcp.ts";
import { withSubdivisions } from "./places.ts";

/** What wrangler.toml binds for every database: R2 for downloads and pictures, and limits. */
export interface Bindings {
  DOWNLOADS?: Bucket & PictureBucket;
  /** The public origin, and whose forwarded headers are believed (docs/deploy.md). */
  PUBLIC_URL?: string;
  TRUST_PROXY?: string;
  /** The rate limit for each client: what counts, and its numbers (docs/limits.md). */
  RATE_LIMITER?: RateLimitBinding;
  RATE_LIMIT?: string;
  /** The Worker that answers /mcp (docs/mcp.md). */
  MCP?: McpBinding;
}

/** Answers /mcp by another Worker, whose script has the SDK. */
const serveBy =
  (mcp: McpBinding): ServeMcp =>
  (request, { ask, origin = "" }) =>
    mcp.serve(request, ask, origin);

/** The API, and the site for browsers, which is loaded when the first page is asked for; behind the rate limit where one is bound. */
function handlerOf(env: Bindings, database: Reader): Handler {
  const given = services(new Store(database), {
    downloads: env.DOWNLOADS && new R2Downloads(env.DOWNLOADS),
    pictures: env.DOWNLOADS && new BucketPictures(env.DOWNLOADS),
    origin: originSource({ publicUrl: env.PUBLIC_URL, trustProxy: env.TRUST_PROXY }, getConnInfo),
  });
  const app = createApp(given);
  const load = async () => (await import("../../site/index.ts")).createSite(given);
  const api: Fetch = (request, current) => app.fetch(request, current);
  const answer = withMcp(withSite(api, load), given, {
    api,
    serve: env.MCP && serveBy(env.MCP),
    // The platform passes on only requests for the Worker's own hosts, so pages cannot reach it under other names.
    isPublic: true,
  });
  const handle = withSubdivisions(answer, async () => (await readAsset(SUBDIVISIONS_FILE)).text());
  const limit = rateLimitFrom(env.RATE_LIMIT);
  if (!env.RATE_LIMITER || !limit) return handle;
  return platformRateLimit({ binding: env.RATE_LIMITER, limit, proxies: proxies(env.TRUST_PROXY) }, handle);
}

/**
 * A Worker that reads one database.
 * @param open opens the database that is bound; it throws if none is
 */
export function workerOn<Env extends Bindings>(open: (env: Env) => Reader) {
  // One handler an isolate: the routes are built once, the cache of bodies outlives a request.
  let handler: Handler | undefined;
  return {
    fetch(request: Request, env: Env): Response | Promise<Response> {
      handler ??= handlerOf(env, open(env));
      return handler(request, env);
    },
  };
}
