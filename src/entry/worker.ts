import type { AnyD1Database } from "drizzle-orm/d1";
import { getConnInfo } from "hono/cloudflare-workers";
import { createApp, originSource, proxies, rateLimitFrom, services } from "../api/index.ts";
import { openD1 } from "../db/d1.ts";
import { type Database, DatabaseError, Store } from "../db/index.ts";
import { readLibsql } from "../db/read.ts";
import { type Bucket, R2Downloads } from "./downloads/r2.ts";
import { type Handler, platformRateLimit, type RateLimitBinding } from "./limits/platform-rate.ts";
import { withSite } from "./site/compose.ts";

/** What wrangler.toml binds: D1, or Turso's address and token; R2 for downloads. */
interface Env {
  DB?: AnyD1Database;
  DOWNLOADS?: Bucket;
  TURSO_DATABASE_URL?: string;
  TURSO_AUTH_TOKEN?: string;
  /** The public origin, and whose forwarded headers are believed (docs/deploy.md). */
  PUBLIC_URL?: string;
  TRUST_PROXY?: string;
  /** The rate limit for each client: what counts, and its numbers (docs/limits.md). */
  RATE_LIMITER?: RateLimitBinding;
  RATE_LIMIT?: string;
}

async function openDatabase(env: Env): Promise<Database> {
  if (env.DB) return openD1(env.DB);
  if (env.TURSO_DATABASE_URL) {
    const [{ createClient }, { drizzle }] = await Promise.all([
      import("@libsql/client/http"),
      import("drizzle-orm/libsql/http"),
    ]);
    const client = createClient({
      url: env.TURSO_DATABASE_URL,
      ...(env.TURSO_AUTH_TOKEN ? { authToken: env.TURSO_AUTH_TOKEN } : {}),
    });
    return Object.assign(drizzle(client), { read: readLibsql(client) });
  }
  throw new DatabaseError("No database is bound: bind D1 as DB, or set TURSO_DATABASE_URL (docs/deploy.md).");
}

/** The API, and the site for browsers, which is loaded when the first page is asked for; behind the rate limit where one is bound. */
async function handlerOf(env: Env): Promise<Handler> {
  const given = services(new Store(await openDatabase(env)), {
    downloads: env.DOWNLOADS && new R2Downloads(env.DOWNLOADS),
    origin: originSource({ publicUrl: env.PUBLIC_URL, trustProxy: env.TRUST_PROXY }, getConnInfo),
  });
  const app = createApp(given);
  const load = async () => (await import("../site/index.ts")).createSite(given);
  const handle: Handler = withSite((request, current) => app.fetch(request, current), load);
  const limit = rateLimitFrom(env.RATE_LIMIT);
  if (!env.RATE_LIMITER || !limit) return handle;
  return platformRateLimit({ binding: env.RATE_LIMITER, limit, proxies: proxies(env.TRUST_PROXY) }, handle);
}

/** One handler an isolate: the routes are built once, the cache of bodies outlives a request. */
let handler: Handler | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    // Not the promise: requests must not wait for work of another request, which ends with it.
    handler ??= await handlerOf(env);
    return handler(request, env);
  },
};
