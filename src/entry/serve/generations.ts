import type { Services } from "../../api/index.ts";
import { services } from "../../api/index.ts";
import { Store } from "../../db/index.ts";
import type { LibsqlDatabase } from "../../db/libsql.ts";
import { DirectoryDownloads } from "../downloads/directory.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** What answers requests from one database. */
class Generation {
  readonly #database: LibsqlDatabase;
  readonly #downloads: DirectoryDownloads;
  readonly #fetch: Fetch;
  #underWay = 0;
  readonly #idle = Promise.withResolvers<void>();
  #retired = false;

  constructor(
    database: LibsqlDatabase,
    handlerOf: (given: Services) => Fetch,
    notReady: () => string | undefined,
  ) {
    this.#database = database;
    const store = new Store(database.db);
    this.#downloads = new DirectoryDownloads(store);
    this.#fetch = handlerOf(services(store, { downloads: this.#downloads, notReady }));
  }

  async fetch(request: Request): Promise<Response> {
    this.#underWay++;
    try {
      return await this.#fetch(request);
    } finally {
      this.#underWay--;
      this.#endIfIdle();
    }
  }

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
  #current: Generation;

  constructor(
    database: LibsqlDatabase,
    handlerOf: (given: Services) => Fetch,
    notReady: () => string | undefined,
  ) {
    this.#make = (given) => new Generation(given, handlerOf, notReady);
    this.#current = this.#make(database);
  }

  readonly fetch: Fetch = (request) => this.#current.fetch(request);

  /** Serves another database from now on. */
  readonly show = (database: LibsqlDatabase): void => {
    const before = this.#current;
    this.#current = this.#make(database);
    void before.retire();
  };

  /** Waits for the requests under way, and ends. */
  close(): Promise<void> {
    return this.#current.retire();
  }
}
