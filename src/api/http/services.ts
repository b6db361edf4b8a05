import type { Publication, Store } from "../../db/index.ts";
import { dayOf } from "../../model/index.ts";
import { BodyCache } from "./cache.ts";
import { CurrentPublication } from "./current.ts";
import type { Downloads } from "./downloads.ts";
import { NameSource } from "./names.ts";
import { type OriginSource, REQUESTED } from "./origin.ts";
import { unknownName } from "./problem.ts";
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

/** The current publication and those of releases. */
export class PublicationSource {
  readonly #store: Store;
  readonly #current: CurrentPublication;

  /** Releases never change, so they are remembered as long as the process runs. */
  readonly #releases = new Map<string, Publication>();

  constructor(store: Store, milliseconds: number, shares: boolean) {
    this.#store = store;
    this.#current = new CurrentPublication(milliseconds, shares);
  }

  readonly #read = (): Promise<Publication> => this.#store.current();

  /** The current publication without waiting, if it was read a short while ago; the same object as long as it is the same. */
  recent(): Publication | undefined {
    return this.#current.recent(this.#read);
  }

  /** @throws {Problem} `unavailable`, when the database cannot be read and was never read before */
  get(): Promise<Publication> {
    return this.#current.get(this.#read);
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
    /**
     * Whether a request may wait for what another one reads or computes. Not on Workers: there, what a request
     * began ends with it, and others would wait for ever. Default: no.
     */
    sharesWork?: boolean;
    downloads?: Downloads | undefined;
    notReady?: () => string | undefined;
    origin?: OriginSource | undefined;
    feedEntries?: number;
  } = {},
): Services {
  const shares = options.sharesWork ?? false;
  return {
    store,
    today: options.today ?? utcToday(),
    cache: new BodyCache(options.cacheBytes, shares),
    publication: new PublicationSource(store, options.pointerMilliseconds ?? 1000, shares),
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
