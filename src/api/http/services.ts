import type { Publication, Store } from "../../db/index.ts";
import { dayOf } from "../../model/index.ts";
import { BodyCache } from "./cache.ts";
import type { Downloads } from "./downloads.ts";
import { NameSource } from "./names.ts";
import { type OriginSource, REQUESTED } from "./origin.ts";
import { Problem, unknownName } from "./problem.ts";
import { readable } from "./readable.ts";

/** What endpoints use: the query layer, the clock, the cache and the downloads. */
export interface Services {
  store: Store;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: () => string;
  cache: BodyCache;
  publication: PublicationSource;
  names: NameSource;
  /** The downloads; undefined where this server has none. */
  downloads: Downloads | undefined;
  /** Why new requests should go to another server; undefined while this one should get them. */
  notReady: () => string | undefined;
  /** The origin of absolute URLs. */
  origin: OriginSource;
  /** The most entries on a page of a feed. */
  feedEntries: number;
}

/** The most entries on a page of a feed, where nothing else is configured. */
const FEED_ENTRIES = 50;

/** Are two readings of the pointer the same state of the dataset? */
const isSame = (a: Publication, b: Publication): boolean =>
  a.id === b.id && a.digest === b.digest && a.reviews === b.reviews;

/**
 * The current publication, remembered for a while, and for longer when the database is down. It is read by one
 * query at a time, at most once in that while.
 */
export class PublicationSource {
  readonly #store: Store;
  readonly #milliseconds: number;
  #known: { publication: Publication; at: number } | undefined;
  #reading: Promise<void> | undefined;
  #failure: unknown;

  /** Releases never change, so they are remembered as long as the process runs. */
  readonly #releases = new Map<string, Publication>();

  constructor(store: Store, milliseconds: number) {
    this.#store = store;
    this.#milliseconds = milliseconds;
  }

  async #read(): Promise<void> {
    // Not the time of day, which can be set back.
    const at = performance.now();
    try {
      const publication = await this.#store.current();
      const before = this.#known?.publication;
      this.#known = { publication: before && isSame(before, publication) ? before : publication, at };
    } catch (error) {
      this.#failure = error;
      if (this.#known) this.#known.at = at;
    }
  }

  #refresh(): Promise<void> {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /**
   * The current publication without waiting, the same object as long as it is the same; undefined if it was not
   * read for a while. It is read in the background before that, so that frequent callers always get it.
   */
  recent(): Publication | undefined {
    const age = this.#known ? performance.now() - this.#known.at : Number.POSITIVE_INFINITY;
    if (age >= this.#milliseconds / 2) void this.#refresh();
    return age < this.#milliseconds ? this.#known?.publication : undefined;
  }

  /** @throws {Problem} `unavailable`, when the database cannot be read and was never read before */
  async get(): Promise<Publication> {
    const recent = this.recent();
    if (recent) return recent;
    await this.#refresh();
    if (this.#known) return this.#known.publication;
    const error = this.#failure;
    throw new Problem("unavailable", error instanceof Error ? error.message : String(error), [], error);
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

/** Today in UTC. The text is made once a day: it is asked for with every request. */
function utcToday(): () => string {
  let known = { day: Number.NaN, text: "" };
  return () => {
    const now = Date.now();
    const day = Math.floor(now / 86_400_000);
    if (day !== known.day) known = { day, text: dayOf(new Date(now)) };
    return known.text;
  };
}

/** Services with their defaults. `pointerMilliseconds`: how long the publication is remembered. */
export function services(
  store: Store,
  options: {
    today?: () => string;
    pointerMilliseconds?: number;
    cacheBytes?: number;
    downloads?: Downloads | undefined;
    notReady?: () => string | undefined;
    origin?: OriginSource | undefined;
    feedEntries?: number;
  } = {},
): Services {
  return {
    store,
    today: options.today ?? utcToday(),
    cache: new BodyCache(options.cacheBytes),
    publication: new PublicationSource(store, options.pointerMilliseconds ?? 1000),
    names: new NameSource(store),
    downloads: options.downloads,
    notReady: options.notReady ?? (() => undefined),
    origin: options.origin ?? REQUESTED,
    feedEntries: options.feedEntries ?? FEED_ENTRIES,
  };
}

/** The state of the dataset that a request asks about. */
export interface Snapshot {
  publication: Publication;
  /** The release that the request names; undefined for the current state. */
  release: string | undefined;
  /** The default of the day asked about: today, or the release's own day. */
  today: string;
}

/**
 * The state of the dataset that a `release` parameter names; the current one without it.
 * @throws {Problem} `unknown-release`, `unavailable`
 */
export async function snapshotOf(s: Services, release?: string): Promise<Snapshot> {
  if (release === undefined) return { publication: await s.publication.get(), release, today: s.today() };
  const publication = await s.publication.release(release);
  return { publication, release, today: publication.date };
}
