import type { Routes } from "./api.ts";
import { type Cache, freshUntil, isKept, memoryCache } from "./cache.ts";
import { problemOf } from "./problem.ts";
import { type RetryOptions, withRetries } from "./retry.ts";
import { type Parameters, urlOf } from "./url.ts";

/** A path of the API, as the description writes it: `/platforms/{id}`. */
export type Path = keyof Routes;

/** What a path answers; a `Response` for what is not JSON. */
export type Answer<P extends Path> = Routes[P]["answer"];

/** The paths that answer with JSON. */
export type JsonPath = { [P in Path]: Answer<P> extends Response ? never : P }[Path];

/** The paths that answer with pages of a list. */
export type ListPath = {
  [P in Path]: Answer<P> extends { items: unknown[]; next: string | null } ? P : never;
}[Path];

/** An item of a list. */
export type Item<P extends ListPath> = Answer<P>["items"][number];

/** How one request is made. */
export interface RequestOptions {
  /** Aborts the request and the waiting between attempts. */
  signal?: AbortSignal | undefined;
}

type Given<P extends Path> = Routes[P]["parameters"];

/** Parameters can be omitted where none is required. */
type Arguments<P extends Path> =
  Record<never, never> extends Given<P>
    ? [parameters?: Given<P>, options?: RequestOptions]
    : [parameters: Given<P>, options?: RequestOptions];

/** How a client makes its requests. */
export interface ClientOptions extends RetryOptions {
  /** The server, with the prefix of a version if you want one: `https://example.org/v1`. */
  baseUrl: string;
  /** Sent with every request. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** Where answers are kept; false keeps none. Default: the last 100 answers in memory. */
  cache?: Cache | false | undefined;
  /** Makes the requests. Default: the global `fetch`. */
  fetch?: typeof fetch | undefined;
}

/** A client of one server. */
export interface Client {
  /**
   * Asks for an answer.
   * @throws {ProblemError} for an error that the server reports
   * @example
   * const answer = await client.get("/platforms/{id}", { id: "linkedin", region: "DE" });
   * answer.headline.sentence;
   */
  get<P extends JsonPath>(path: P, ...given: Arguments<P>): Promise<Answer<P>>;
  /**
   * The pages of a list, each asked for when it is reached.
   * @example
   * for await (const page of client.pages("/changes", { limit: 100 })) console.log(page.total, page.items.length);
   */
  pages<P extends ListPath>(path: P, ...given: Arguments<P>): AsyncGenerator<Answer<P>, void, undefined>;
  /**
   * The items on all pages of a list.
   * @example
   * for await (const event of client.items("/events", { platform: ["reddit"] })) console.log(event.event.title);
   */
  items<P extends ListPath>(path: P, ...given: Arguments<P>): AsyncGenerator<Item<P>, void, undefined>;
  /**
   * Asks for anything, also for downloads, feeds and badges, and gives the response with its headers and its body
   * as it arrives. Repeated and aborted like every request, not kept.
   * @throws {ProblemError} for an error that the server reports
   */
  fetch<P extends Path>(path: P, ...given: Arguments<P>): Promise<Response>;
}

const JSON_TYPES = "application/json, application/feed+json, application/schema+json";

/** The parameters of the next page. Links are relative to the server, so only what they ask for is taken. */
const parametersOf = (next: string): Parameters =>
  Object.fromEntries(new URL(next, "http://localhost").searchParams);

/**
 * A client of the API.
 * @example
 * const client = createClient({ baseUrl: "http://localhost:8787" });
 */
export function createClient(options: ClientOptions): Client {
  const { baseUrl, headers = {}, cache = memoryCache() } = options;

  /** Makes a request and reads what `read` reads of the answer, until both succeed. */
  const send = <T>(
    url: string,
    { more, signal }: { more?: Readonly<Record<string, string>> } & RequestOptions,
    read: (response: Response) => T | Promise<T>,
  ): Promise<T> =>
    withRetries(
      async (limit) => {
        const request = { headers: { ...headers, ...more }, signal: limit };
        const response = await (options.fetch ?? fetch)(url, request);
        if (response.status >= 400) throw await problemOf(response);
        return read(response);
      },
      options,
      signal,
    );

  /** The text of a JSON answer: kept, confirmed as current, or new. */
  async function textOf(url: string, { signal }: RequestOptions): Promise<string> {
    const kept = cache ? await cache.get(url) : undefined;
    if (kept && kept.freshUntil > Date.now()) return kept.text;
    const more = { Accept: JSON_TYPES, ...(kept?.etag ? { "If-None-Match": kept.etag } : {}) };
    const got = await send(url, { more, signal }, async (response) => ({
      status: response.status,
      headers: response.headers,
      text: await response.text(),
    }));
    const isSame = got.status === 304 && kept !== undefined;
    const type = got.headers.get("Content-Type");
    if (!isSame && !/[/+]json\b/.test(type ?? ""))
      throw new TypeError(`${url} answered ${type}, not JSON. Is baseUrl the address of the API?`);
    const text = isSame ? kept.text : got.text;
    const etag = got.headers.get("ETag") ?? kept?.etag ?? null;
    if (cache && isKept(got.headers))
      await cache.set(url, { text, etag, freshUntil: freshUntil(got.headers, Date.now()) });
    return text;
  }

  const answer = async <A>(path: string, parameters: object, request: RequestOptions): Promise<A> =>
    JSON.parse(await textOf(urlOf(baseUrl, path, parameters as Parameters), request)) as A;

  async function* pages<A extends { next: string | null }>(
    path: string,
    parameters: object,
    request: RequestOptions,
  ): AsyncGenerator<A, void, undefined> {
    let page = await answer<A>(path, parameters, request);
    yield page;
    while (page.next !== null) {
      page = await answer<A>(path, { ...parameters, ...parametersOf(page.next) }, request);
      yield page;
    }
  }

  return {
    get: (path, parameters = {}, request = {}) => answer(path, parameters, request),
    pages: (path, parameters = {}, request = {}) => pages(path, parameters, request),
    async *items(path, parameters = {}, request = {}) {
      for await (const { items } of pages<Answer<ListPath>>(path, parameters, request))
        yield* items as never[];
    },
    fetch: async (path, parameters = {}, request: RequestOptions = {}) =>
      send(urlOf(baseUrl, path, parameters as Parameters), request, (response) => response),
  };
}
