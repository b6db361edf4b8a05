import { getConnInfo } from "hono/cloudflare-workers";
import { createApp, originSource, proxies, rateLimitFrom, services } from "../../api/index.ts";
import { type Reader, Store } from "../../db/reading.ts";
import { type Bucket, R2Downloads } from "../downloads/r2.ts";
import { type Handler, platformRateLimit, type RateLimitBinding } from "../limits/platform-rate.ts";
import { BucketPictures, type PictureBucket } from "../pictures/bucket.ts";
import { withSite } from "../site/compose.ts";
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
}

/** The API, and the site for browsers, which is loaded when the first page is asked for; behind the rate limit where one is bound. */
function handlerOf(env: Bindings, database: Reader): Handler {
  const given = services(new Store(database), {
    downloads: env.DOWNLOADS && new R2Downloads(env.DOWNLOADS),
    pictures: env.DOWNLOADS && new BucketPictures(env.DOWNLOADS),
    origin: originSource({ publicUrl: env.PUBLIC_URL, trustProxy: env.TRUST_PROXY }, getConnInfo),
  });
  const app = createApp(given);
  const load = async () => (await import("../../site/index.ts")).createSite(given);
  const handle = withSubdivisions(withSite((request, current) => app.fetch(request, current), load));
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
