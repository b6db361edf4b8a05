import { Worker } from "node:worker_threads";
import type { Card, Pictures } from "../../api/index.ts";
import { Bounded } from "../../text/bounded.ts";
import { keyOf } from "./key.ts";

/** What the thread answers. */
interface Answer {
  id: number;
  png?: Uint8Array<ArrayBuffer>;
  error?: string;
}

/** For pictures that were drawn, in bytes. */
const KEPT = 8_000_000;

/** More than these do not wait: a picture is not worth more. */
const WAITING = 64;

/** Pictures on Node: drawn when they are first asked for, in a thread that starts with the first. */
export class DrawnPictures implements Pictures {
  readonly #known = new Bounded<Uint8Array<ArrayBuffer>>(KEPT, (png) => png.byteLength);
  readonly #drawing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  readonly #waiting = new Map<number, PromiseWithResolvers<Uint8Array<ArrayBuffer>>>();
  #thread: Worker | undefined;
  #last = 0;

  #failed(error: Error): void {
    this.#thread = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #started(): Worker {
    if (this.#thread) return this.#thread;
    const thread = new Worker(new URL("./thread.ts", import.meta.url));
    // It does not keep the process alive.
    thread.unref();
    thread.on("message", ({ id, png, error }: Answer) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (png) waiting?.resolve(png);
      else waiting?.reject(new Error(error));
    });
    thread.on("error", (error) => this.#failed(error));
    this.#thread = thread;
    return thread;
  }

  async #draw(key: string, card: Card): Promise<Uint8Array<ArrayBuffer>> {
    const result = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    const id = ++this.#last;
    this.#waiting.set(id, result);
    this.#started().postMessage({ id, card });
    const png = await result.promise;
    this.#known.set(key, png);
    return png;
  }

  async png(card: Card): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const key = await keyOf(card);
    const known = this.#known.get(key) ?? this.#drawing.get(key);
    if (known) return known;
    if (this.#drawing.size >= WAITING) return undefined;
    const drawing = this.#draw(key, card).finally(() => this.#drawing.delete(key));
    this.#drawing.set(key, drawing);
    return drawing;
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#failed(new Error("The server is ending."));
  }
}
