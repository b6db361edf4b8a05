import type { Context } from "hono";
import type { Publication } from "../../db/index.ts";
import { type CachedBody, finishedBody, matchesEtag } from "./cache.ts";
import { readable } from "./readable.ts";
import { markRepeatable } from "./repeatable.ts";
import type { Services, Snapshot } from "./services.ts";

/** How long a browser or a proxy may cache answers: data changes only by publishing, a few times a day at most. */
export const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";

/** The path as it is cached and linked: without the version prefix. */
export const unprefixed = (path: string): string => path.replace(/^\/v1(?=\/|$)/, "") || "/";

/** Characters that a path of a URI cannot have (RFC 3986, 3.3), and percent signs that encode nothing. */
const NOT_IN_PATH = /[^\w\-.~!$&'()*+,;=:@%/]|%(?![0-9A-Fa-f]{2})/g;

/** The path of a request as a reference, for `instance` of problems (RFC 9457, 3.1.5), without the version prefix. */
export const instanceOf = (url: string): string =>
  unprefixed(new URL(url).pathname).replace(NOT_IN_PATH, encodeURIComponent);

/** The version prefix that a request was sent with: `/v1`, or nothing. */
export const prefixOf = (c: Context): string => /^\/v1(?=\/|$)/.exec(c.req.path)?.[0] ?? "";

/** An answer whose links have the prefix of the request: a client that asks for a version stays with it. */
export function withPrefix<T extends object>(answer: T, prefix: string): T {
  if (prefix === "") return answer;
  const { meta, next } = answer as { meta?: { links: Record<string, string> }; next?: string | null };
  const links = Object.entries(meta?.links ?? {}).map(([name, path]) => [name, prefix + path]);
  return {
    ...answer,
    ...(meta && { meta: { ...meta, links: Object.fromEntries(links) } }),
    ...(typeof next === "string" && { next: prefix + next }),
  };
}

/** The canonical request: the path and its parameters in a fixed order, without those that have no value. */
export function canonicalRequest(
  path: string,
  params: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(params).sort()) {
    const value = params[key];
    const text = String(value ?? "");
    if (text !== "") search.set(key, text);
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

/** Sends a finished body, or 304 where the client has it already. */
export function send(
  c: Context,
  { bytes, etag, contentType }: CachedBody,
  headers: Readonly<Record<string, string>> = {},
): Response {
  markRepeatable(c, bytes);
  const all = { ETag: etag, "Cache-Control": CACHE_CONTROL, ...headers };
  if (matchesEtag(c.req.header("If-None-Match"), etag))
    return new Response(null, { status: 304, headers: all });
  return new Response(bytes, {
    headers: { "Content-Type": contentType, "Content-Length": String(bytes.byteLength), ...all },
  });
}

/** Sends text that depends only on the code. */
export const sendText = async (
  c: Context,
  text: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => send(c, await finishedBody(text, contentType), headers);

export const JSON_TYPE = "application/json; charset=utf-8";

/** Sends a value as JSON. */
export const sendJson = (
  c: Context,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => sendText(c, `${JSON.stringify(value)}\n`, JSON_TYPE, headers);

/** The answer of a release never changes. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** The caching header of an answer, where it is not the default. */
export const caching = ({ release }: Snapshot): Record<string, string> =>
  release === undefined ? {} : { "Cache-Control": IMMUTABLE };

/**
 * The body of a request from the cache, or computed and cached.
 * @param request the canonical request; with the publication it determines the body
 */
export async function body(
  s: Services,
  { publication, today }: Snapshot,
  request: string,
  contentType: string,
  make: (publication: Publication) => Promise<string | Uint8Array<ArrayBuffer>>,
): Promise<CachedBody> {
  const key = `${publication.id} ${publication.digest} ${publication.reviews ?? ""} ${today} ${request}`;
  return s.cache.of(key, async () => finishedBody(await readable(make(publication)), contentType));
}

/** Answers a data request with JSON. */
export async function answer(
  c: Context,
  s: Services,
  at: Snapshot,
  request: string,
  compute: (publication: Publication) => Promise<object>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const prefix = prefixOf(c);
  const json = async (publication: Publication) =>
    `${JSON.stringify(withPrefix(await compute(publication), prefix))}\n`;
  const made = await body(s, at, prefix + request, JSON_TYPE, json);
  const { Link } = headers;
  return send(c, made, {
    ...headers,
    ...(Link !== undefined && { Link: Link.replaceAll("</", `<${prefix}/`) }),
    ...caching(at),
  });
}
