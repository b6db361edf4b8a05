import { createClient } from "@libsql/client/web";
import type { AnyD1Database } from "drizzle-orm/d1";
import { drizzle } from "drizzle-orm/libsql/web";
import { getConnInfo } from "hono/cloudflare-workers";
import { createApp, originSource, services } from "../api/index.ts";
import { openD1 } from "../db/d1.ts";
import { type Database, DatabaseError, Store } from "../db/index.ts";
import type { Fetch } from "./compress.ts";
import { type Bucket, R2Downloads } from "./downloads/r2.ts";
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
}

function openDatabase(env: Env): Database {
  if (env.DB) return openD1(env.DB);
  if (env.TURSO_DATABASE_URL)
    return drizzle(
      createClient({
        url: env.TURSO_DATABASE_URL,
        ...(env.TURSO_AUTH_TOKEN ? { authToken: env.TURSO_AUTH_TOKEN } : {}),
      }),
    );
  throw new DatabaseError("No database is bound: bind D1 as DB, or set TURSO_DATABASE_URL (docs/deploy.md).");
}

/** The API, and the site for browsers, which is loaded when the first page is asked for. */
function handlerOf(env: Env): Fetch {
  const given = services(new Store(openDatabase(env)), {
    downloads: env.DOWNLOADS && new R2Downloads(env.DOWNLOADS),
    origin: originSource({ publicUrl: env.PUBLIC_URL, trustProxy: env.TRUST_PROXY }, getConnInfo),
  });
  const app = createApp(given);
  const load = async () => (await import("../site/index.ts")).createSite(given);
  return withSite((request, more) => app.fetch(request, more), load);
}

/** One an isolate: the routes are built once, the cache of bodies outlives a request. */
let answer: Fetch | undefined;

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    answer ??= handlerOf(env);
    return answer(request, env);
  },
};
