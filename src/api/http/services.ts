import type { NamedPublication, Publication, RecordKind, Store } from "../../db/index.ts";
import { dayOf } from "../../model/index.ts";
import { Bounded } from "../../text/bounded.ts";
import { show } from "../../text/show.ts";
import { BodyCache } from "./cache.ts";
import { CurrentPublication } from "./current.ts";
import type { Downloads } from "./downloads.ts";
import { NameSource } from "./names.ts";
import { type OriginSource, REQUESTED } from "./origin.ts";
import type { Pictures } from "./pictures.ts";
import { type Problem, unknownThing } from "./problem.ts";
import { readable } from "./readable.ts";
import { RecordSource } from "./records.ts";

/** What endpoints use: the query layer, the clock, the cache and the downloads. */
export interface Services {
  store: Store;
  /** Today in UTC, `YYYY-MM-DD`. */
  today: () => string;
  cache: BodyCache;
  publication: PublicationSource;
  names: NameSource;
  records: RecordSource;
  /** How many items lists have, by publication and filters: they are not counted again for every page. */
  totals: Bounded<number>;
  /** The downloads; undefined where this server has none. */
  downloads: Downloads | undefined;
  /** The pictures of answers; undefined where this server has none. */
  pictures: Pictures | undefined;
  /** Why new requests should go to another server; undefined while this one should get them. */
  notReady: () => string | undefined;
  /** The origin of absolute URLs. */
  origin: OriginSource;
  /** The most entries on a page of a feed. */
  feedEntries: number;
}

/** The most entries on a page of a feed, where nothing else is configured. */
const FEED_ENTRIES = 50;

/** How long the publication is remembered where nothing else is configured, in milliseconds. */
const POINTER_MILLISECONDS = 1000;

/** How long the current publication is remembered, and whether requests may share what one of them reads. */
interface Remembering {
  milliseconds: number;
  shares: boolean;
}

/**
 * The current publication and those of releases. What requests need to read names is read with them, in one round
 * trip.
 */
export class PublicationSource {
  readonly #store: Store;
  readonly #names: NameSource;
  readonly #current: CurrentPublication;

  /** Releases never change, so they are remembered as long as the process runs. */
  readonly #releases = new Map<string, Publication>();

  constructor(store: Store, names: NameSource, { milliseconds, shares }: Remembering) {
    this.#store = store;
    this.#names = names;
    this.#current = new CurrentPublication(milliseconds, shares);
  }

  #keep({ publication, names }: NamedPublication): Publication {
    for (const [kind, named] of names) this.#names.keep(publication, kind, named);
    return publication;
  }

  /** The kinds of records whose names are not known yet. Those of a new publication are read when they are needed. */
  #unread(kinds: readonly RecordKind[]): RecordKind[] {
    const { last } = this.#current;
    return kinds.filter((kind) => last === undefined || !this.#names.has(last, kind));
  }

  readonly #read = async (kinds: readonly RecordKind[] = []): Promise<Publication> =>
    this.#keep(await this.#store.currentWith(this.#unread(kinds)));

  /** The current publication without waiting, if it was read a short while ago; the same object as long as it is the same. */
  recent(): Publication | undefined {
    return this.#current.recent(this.#read);
  }

  /**
   * @param kinds the kinds of records whose names the request needs
   * @throws {Problem} `unavailable`, when the database cannot be read and was never read before
   */
  get(kinds: readonly RecordKind[] = []): Promise<Publication> {
    return this.#current.get(() => this.#read(kinds));
  }

  /** The problem for a version that is not a release. */
  async #unknown(version: string): Promise<Problem> {
    const versions = await readable(this.#store.releaseVersions());
    const { releaseMeant } = await import("./meanings/releases.ts");
    return unknownThing(
      "unknown-release",
      "release",
      `release: there is no release ${show(version)}.`,
      version,
      releaseMeant(version, versions),
      " /releases lists them.",
    );
  }

  /**
   * The publication of a release.
   * @param kinds the kinds of records whose names the request needs
   * @throws {Problem} `unknown-release`, with the nearest; `unavailable`
   */
  async release(version: string, kinds: readonly RecordKind[] = []): Promise<Publication> {
    const known = this.#releases.get(version);
    if (known) return known;
    const read = await readable(this.#store.releaseWith(version, kinds));
    if (!read) throw await this.#unknown(version);
    const publication = this.#keep(read);
    this.#releases.set(version, publication);
    return publication;
  }

  /**
   * The publications of two releases.
   * @throws {Problem} `unknown-release`, with the nearest; `unavailable`
   */
  async releases(versions: readonly [string, string]): Promise<[Publication, Publication]> {
    const unread = versions.filter((version) => !this.#releases.has(version));
    if (unread.length > 0)
      for (const publication of await readable(this.#store.releasesNamed(unread)))
        this.#releases.set(publication.version, publication);
    const last = await this.release(versions[1]);
    return [await this.release(versions[0]), last];
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

/** How many totals of lists are remembered. */
const TOTALS = 2000;

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
    pictures?: Pictures | undefined;
    notReady?: () => string | undefined;
    origin?: OriginSource | undefined;
    feedEntries?: number;
  } = {},
): Services {
  const shares = options.sharesWork ?? false;
  const milliseconds = options.pointerMilliseconds ?? POINTER_MILLISECONDS;
  const names = new NameSource(store);
  return {
    store,
    today: options.today ?? utcToday(),
    cache: new BodyCache(options.cacheBytes, shares),
    publication: new PublicationSource(store, names, { milliseconds, shares }),
    names,
    records: new RecordSource(store),
    totals: new Bounded(TOTALS),
    downloads: options.downloads,
    pictures: options.pictures,
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
 * @param kinds the kinds of records whose names the request needs
 * @throws {Problem} `unknown-release`, `unavailable`
 */
export async function snapshotOf(
  s: Services,
  release?: string,
  kinds?: readonly RecordKind[],
): Promise<Snapshot> {
  if (release === undefined)
    return { publication: await s.publication.get(kinds), release, today: s.today() };
  const publication = await s.publication.release(release, kinds);
  return { publication, release, today: publication.date };
}
