import { type Services, services } from "../../api/index.ts";
import type { LibsqlDatabase } from "../../db/libsql.ts";
import { Store } from "../../db/store.ts";
import type { Fetch } from "../compress.ts";
import { DirectoryDownloads } from "../downloads/directory.ts";
import { DrawnPictures } from "../pictures/drawn.ts";
import { HotAnswers } from "./hot/index.ts";
import type { Step } from "./step.ts";

/** What is the same for all databases that a server answers from. */
export interface GenerationOptions {
  /** Why new requests should go to another server. */
  notReady: () => string | undefined;
  /** The origin of absolute URLs. */
  origin?: Services["origin"];
  /** The origin that is configured, for links in the metadata of downloads. */
  publicUrl?: string | undefined;
}

/** For bodies before they are compressed, in bytes: most requests are answered from the finished responses. */
const BODY_BYTES = 8_000_000;

/** What answers requests from one database. */
class Generation {
  readonly #database: LibsqlDatabase;
  readonly #downloads: DirectoryDownloads;
  readonly hot: HotAnswers;
  readonly #given: Services;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();
  #retired = false;

  constructor(
    database: LibsqlDatabase,
    handlerOf: (given: Services) => Fetch,
    { publicUrl, pictures, ...options }: GenerationOptions & Pick<Services, "pictures">,
  ) {
    this.#database = database;
    const store = new Store(database.db);
    this.#downloads = new DirectoryDownloads(store, publicUrl);
    const given = services(store, {
      ...options,
      downloads: this.#downloads,
      pictures,
      cacheBytes: BODY_BYTES,
      sharesWork: true,
    });
    this.#given = given;
    this.hot = new HotAnswers(given, handlerOf(given));
  }

  /** The release that it answers from; undefined while the database cannot be read. */
  async release(): Promise<string | undefined> {
    const publication = await this.#given.publication.get().catch(() => undefined);
    return publication?.version;
  }

  readonly fetch: Fetch = async (request, env) => {
    this.#underWay++;
    try {
      return await this.hot.fetch(request, env);
    } finally {
      this.#underWay--;
      this.#endIfIdle();
    }
  };

  #endIfIdle(): void {
    if (this.#retired && this.#underWay === 0) this.#idle.resolve();
  }

  /** Waits for its requests, and ends. */
  async retire(): Promise<void> {
    this.#retired = true;
    this.#endIfIdle();
    await this.#idle.promise;
    await this.#downloads.close();
    this.#database.close();
  }
}

/**
 * Answers requests from a database that can be replaced: each request is answered by the one that was
 * current when it arrived. Caches and downloads belong to one database, so none is served from another.
 */
export class Generations {
  readonly #make: (database: LibsqlDatabase) => Generation;
  /** The same answer has the same picture, whatever the database. */
  readonly #pictures = new DrawnPictures();
  #current: Generation;

  constructor(database: LibsqlDatabase, handlerOf: (given: Services) => Fetch, options: GenerationOptions) {
    this.#make = (given) => new Generation(given, handlerOf, { ...options, pictures: this.#pictures });
    this.#current = this.#make(database);
  }

  /** Answers requests that were answered before. */
  readonly step: Step = (req, res, next) => this.#current.hot.step(req, res, next);

  readonly fetch: Fetch = (request, env) => this.#current.fetch(request, env);

  /** The release that is served; undefined while the database cannot be read. */
  readonly release = (): Promise<string | undefined> => this.#current.release();

  /** Serves another database from now on. */
  readonly show = (database: LibsqlDatabase): void => {
    const before = this.#current;
    this.#current = this.#make(database);
    void before.retire();
  };

  /** Waits for the requests under way, and ends. */
  async close(): Promise<void> {
    await this.#current.retire();
    await this.#pictures.close();
  }
}
