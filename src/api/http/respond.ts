import type { Context } from "hono";
import type { Publication, Store } from "../../db/index.ts";
import { dayOf } from "../../model/index.ts";
import { BodyCache, type CachedBody, etagOf, matchesEtag } from "./cache.ts";
import type { Downloads } from "./downloads.ts";
import { Problem, unknownName } from "./problem.ts";

/** How long a browser or a proxy may keep answers: data changes by publishing, a few times a day at most. */
const CACHE_CONTROL = "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800";

/** What routes are given: the query layer, the clock, and where bodies are kept. */
export interface Services {
  store: Store;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: () => string;
  cache: BodyCache;
  publication: PublicationSource;
  /** Where downloads are kept; undefined where this server keeps none. */
  downloads: Downloads | undefined;
}

/** The publication that readers see, remembered for a while, and for longer when the database is down. */
export class PublicationSource {
  readonly #store: Store;
  readonly #milliseconds: number;
  #known: { publication: Publication; at: number } | undefined;

  /** Releases never change, so they are remembered for good. */
  readonly #releases = new Map<string, Publication>();

  constructor(store: Store, milliseconds: number) {
    this.#store = store;
    this.#milliseconds = milliseconds;
  }

  /** @throws {Problem} `unavailable`, when the database cannot be read and never could be */
  async get(): Promise<Publication> {
    const now = Date.now();
    if (this.#known && now - this.#known.at < this.#milliseconds) return this.#known.publication;
    try {
      this.#known = { publication: await this.#store.current(), at: now };
    } catch (error) {
      if (!this.#known)
        throw new Problem("unavailable", error instanceof Error ? error.message : String(error));
    }
    return (this.#known as { publication: Publication }).publication;
  }

  /**
   * The publication of a release.
   * @throws {Problem} `unknown-release`, with the nearest; `unavailable`
   */
  async release(version: string): Promise<Publication> {
    const known = this.#releases.get(version) ?? (await readable(this.#store.release(version)));
    if (!known)
      throw unknownName(
        "unknown-release",
        "release",
        `release: there is no release ${JSON.stringify(version)}.`,
        version,
        await readable(this.#store.releaseVersions()),
        " /releases lists them.",
      );
    this.#releases.set(version, known);
    return known;
  }
}

/** Services with their defaults. `pointerMilliseconds`: how long the publication is remembered. */
export function services(
  store: Store,
  options: {
    today?: () => string;
    pointerMilliseconds?: number;
    cacheCharacters?: number;
    downloads?: Downloads | undefined;
  } = {},
): Services {
  return {
    store,
    today: options.today ?? (() => dayOf(new Date())),
    cache: new BodyCache(options.cacheCharacters),
    publication: new PublicationSource(store, options.pointerMilliseconds ?? 1000),
    downloads: options.downloads,
  };
}

/** The path as it is cached and linked: without the version prefix. */
export const unprefixed = (path: string): string => path.replace(/^\/v1(?=\/|$)/, "") || "/";

/** The canonical request: the path and its parameters in a fixed order, those without a value left out. */
export function canonicalRequest(
  path: string,
  params: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const key of Object.keys(params).sort()) {
    const value = params[key];
    if (value !== undefined && value !== null && value !== "") search.set(key, String(value));
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

/** Sends a serialised body: 304 where the client has it. */
export function send(
  c: Context,
  { body, etag, contentType }: CachedBody,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const all = { ETag: etag, "Cache-Control": CACHE_CONTROL, Vary: "Accept, Accept-Encoding", ...headers };
  if (matchesEtag(c.req.header("If-None-Match"), etag))
    return new Response(null, { status: 304, headers: all });
  return new Response(body, { headers: { "Content-Type": contentType, ...all } });
}

/** Sends text that depends on nothing but the code. */
export const sendText = async (
  c: Context,
  body: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => send(c, { body, etag: await etagOf(body), contentType }, headers);

export const JSON_TYPE = "application/json; charset=utf-8";

/** Sends a value as JSON. */
export const sendJson = (
  c: Context,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> => sendText(c, `${JSON.stringify(value)}\n`, JSON_TYPE, headers);

/** What a request reads: which publication, whether it named a release, and what the day defaults to. */
export interface Reading {
  publication: Publication;
  /** The release that was named; undefined for the current state. */
  release: string | undefined;
  /** The day asked about where none is given: today, or the release's own day. */
  today: string;
}

/** What a request reads, by its `release` parameter. */
export async function reading(s: Services, release?: string): Promise<Reading> {
  if (release === undefined) return { publication: await s.publication.get(), release, today: s.today() };
  const publication = await s.publication.release(release);
  return { publication, release, today: publication.date };
}

/** An answer at a release never changes. */
export const IMMUTABLE = "public, max-age=31536000, immutable";

/** What an answer says of how long it may be kept, where that is not the default. */
export const caching = ({ release }: Reading): Record<string, string> =>
  release === undefined ? {} : { "Cache-Control": IMMUTABLE };

/**
 * The body of a request from the cache, or made and kept.
 * @param request the canonical request; with the publication it determines the body
 */
export async function body(
  s: Services,
  { publication, today }: Reading,
  request: string,
  contentType: string,
  make: (publication: Publication) => Promise<string>,
): Promise<CachedBody> {
  const key = `${publication.id} ${publication.digest} ${publication.reviews ?? ""} ${today} ${request}`;
  const kept = s.cache.get(key);
  if (kept) return kept;
  const text = await readable(make(publication));
  const made = { body: text, etag: await etagOf(text), contentType };
  s.cache.set(key, made);
  return made;
}

/** Answers a data request with JSON. */
export async function answer(
  c: Context,
  s: Services,
  at: Reading,
  request: string,
  compute: (publication: Publication) => Promise<object>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const json = async (publication: Publication) => `${JSON.stringify(await compute(publication))}\n`;
  return send(c, await body(s, at, request, JSON_TYPE, json), { ...headers, ...caching(at) });
}

/** A failing database is a 503 that says so, not an internal error. */
async function readable<T>(computing: Promise<T>): Promise<T> {
  try {
    return await computing;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (
      error instanceof Error &&
      /sqlite|libsql|d1_|drizzle|database|failed query/i.test(`${error.name} ${error.message}`)
    )
      throw new Problem("unavailable", "The database cannot be read just now.");
    throw error;
  }
}
