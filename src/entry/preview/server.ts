import { services } from "../../api/index.ts";
import { type Published, publishHistory, Store } from "../../db/index.ts";
import type { LibsqlDatabase } from "../../db/libsql.ts";
import { type History, historyOf, loadHistory, stateAt } from "../../history/history.ts";
import { readReleases } from "../../history/releases.ts";
import { InvalidDataset } from "../../records/invalid-dataset.ts";
import { datasetOf, hashOf } from "../../records/load.ts";
import type { Problem } from "../../records/problems.ts";
import { handlerOf } from "../node.ts";
import { OWN, previewed, problemsPage, RELOAD } from "./pages.ts";

type Fetch = (request: Request) => Response | Promise<Response>;

/** What changed when the records were read again. */
export type Rebuilt =
  | { state: "published"; records: number }
  | { state: "unchanged" }
  | { state: "fixed" }
  /** `serving`: is there a valid state to show meanwhile? */
  | { state: "invalid"; problems: Problem[]; serving: boolean };

/** The last release; undefined where there is none. */
function lastRelease(data: string): History | undefined {
  const ledgers = readReleases(data);
  if (ledgers.length === 0) return undefined;
  const { release, platforms, operators } = stateAt(historyOf(datasetOf([], []), ledgers));
  return historyOf({ release, platforms, operators }, ledgers);
}

/** Serves the records on disk; while they are invalid, their last valid state. */
export class Preview {
  readonly #database: LibsqlDatabase;
  readonly #data: string;
  readonly #readers = new Set<ReadableStreamDefaultController<string>>();
  #problems: Problem[] = [];
  #answer: Fetch | undefined;
  /** Requests wait for the first reading of the records. */
  readonly #first = Promise.withResolvers<void>();

  /** @param database a scratch database, which is written to */
  constructor(database: LibsqlDatabase, data: string) {
    this.#database = database;
    this.#data = data;
  }

  /** Reads the records again and publishes what changed; pages that are open load again where anything did. */
  async rebuild(): Promise<Rebuilt> {
    const before = JSON.stringify(this.#problems);
    const rebuilt = await this.#read().finally(() => this.#first.resolve());
    const wrong = this.#problems.length > 0;
    this.#problems = rebuilt.state === "invalid" ? rebuilt.problems : [];
    if (rebuilt.state === "published" || JSON.stringify(this.#problems) !== before)
      for (const reader of this.#readers) reader.enqueue("data: changed\n\n");
    return rebuilt.state === "unchanged" && wrong ? { state: "fixed" } : rebuilt;
  }

  async #read(): Promise<Rebuilt> {
    try {
      const { changed, records } = await this.#publish(loadHistory(this.#data));
      return changed ? { state: "published", records } : { state: "unchanged" };
    } catch (error) {
      if (!(error instanceof InvalidDataset)) throw error;
      const released = this.#answer ? undefined : lastRelease(this.#data);
      if (released) await this.#publish(released);
      return { state: "invalid", problems: error.problems, serving: this.#answer !== undefined };
    }
  }

  async #publish(history: History): Promise<Published> {
    const published = await publishHistory(this.#database.db, history, { hash: hashOf });
    // A new handler has empty caches: it cannot answer from before.
    if (published.changed || !this.#answer) this.#answer = handlerOf(services(new Store(this.#database.db)));
    return published;
  }

  /** Answers a request. */
  async fetch(request: Request): Promise<Response> {
    await this.#first.promise;
    const { pathname } = new URL(request.url);
    if (pathname === OWN.events) return this.#events();
    if (pathname === OWN.script)
      return new Response(RELOAD, {
        headers: { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": "no-store" },
      });
    if (pathname === OWN.problems || !this.#answer)
      return new Response(await problemsPage(this.#problems, this.#answer !== undefined), {
        status: pathname === OWN.problems ? 200 : 503,
        headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
      });
    return previewed(request, await this.#answer(request), this.#problems);
  }

  /** A stream of server-sent events: one for each change. */
  #events(): Response {
    let mine: ReadableStreamDefaultController<string> | undefined;
    const stream = new ReadableStream<string>({
      start: (controller) => {
        mine = controller;
        this.#readers.add(controller);
        controller.enqueue(": watching\n\n");
      },
      cancel: () => {
        if (mine) this.#readers.delete(mine);
      },
    });
    return new Response(stream.pipeThrough(new TextEncoderStream()), {
      headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
    });
  }
}
