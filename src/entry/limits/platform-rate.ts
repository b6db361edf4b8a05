import {
  clientOf,
  isAboutServer,
  type Proxies,
  problemOutside,
  type RateLimit,
  rateLimited,
  rateLimitLeft,
  rateLimitPolicy,
} from "../../api/index.ts";

/** Cloudflare's rate limiting binding: counts by key, in each of its locations. */
export interface RateLimitBinding {
  limit(options: { key: string }): Promise<{ success: boolean }>;
}

interface PlatformRateOptions {
  binding: RateLimitBinding;
  /** The same numbers as the binding has in wrangler.toml: it does not tell them. */
  limit: RateLimit;
  proxies: Proxies;
}

/** Answers a request with what the platform binds. */
export type Handler = (request: Request, env: object) => Response | Promise<Response>;

/** Who sent a request to the platform. */
const peerOf = ({ headers }: Request): string => headers.get("CF-Connecting-IP") ?? "";

/**
 * Limits how many requests each client may send, on Workers. The platform tells only whether the limit is
 * exceeded, so what remains is sent only then.
 */
export function platformRateLimit(
  { binding, limit, proxies }: PlatformRateOptions,
  handle: Handler,
): Handler {
  return async (request, env) => {
    const client = clientOf(proxies, (name) => request.headers.get(name) ?? undefined, peerOf(request));
    const { pathname } = new URL(request.url);
    if (client === undefined || isAboutServer(pathname)) return handle(request, env);
    const { success } = await binding.limit({ key: client });
    if (success) {
      const response = await handle(request, env);
      const headers = new Headers(response.headers);
      headers.set("RateLimit-Policy", rateLimitPolicy(limit));
      return new Response(response.body, { status: response.status, headers });
    }
    const { status, headers, body } = problemOutside(rateLimited(limit, limit.seconds), pathname);
    return new Response(request.method === "HEAD" ? null : body, {
      status,
      headers: {
        ...headers,
        "X-Request-Id": crypto.randomUUID(),
        "Retry-After": String(limit.seconds),
        "RateLimit-Policy": rateLimitPolicy(limit),
        RateLimit: rateLimitLeft(0, limit.seconds),
      },
    });
  };
}
