import type { Compressor } from "../../compress.ts";
import { CompressionQueue } from "../../compression-queue.ts";
import type { Encoding } from "../../encodings.ts";
import type { ResponseStore } from "./store.ts";

/**
 * Compresses each representation once: what is kept is not compressed again, and what is being compressed is
 * compressed once, however many ask for it. An entity tag names the bytes, whatever request they answer.
 */
export class OnceCompressor implements Compressor {
  readonly #store: ResponseStore;
  readonly #compressor: Compressor;
  readonly #running = new Map<string, ReturnType<Compressor["compress"]>>();

  constructor(store: ResponseStore, compressor: Compressor = new CompressionQueue()) {
    this.#store = store;
    this.#compressor = compressor;
  }

  compress(
    body: Uint8Array,
    encoding: Encoding,
    tag: string | undefined,
  ): ReturnType<Compressor["compress"]> {
    if (tag === undefined) return this.#compressor.compress(body, encoding, tag);
    const kept = this.#store.bodyOf(tag);
    if (kept) return Promise.resolve(kept);
    return this.#running.get(tag) ?? this.#start(body, encoding, tag);
  }

  #start(body: Uint8Array, encoding: Encoding, tag: string): ReturnType<Compressor["compress"]> {
    const running = this.#compressor.compress(body, encoding, tag).finally(() => this.#running.delete(tag));
    this.#running.set(tag, running);
    return running;
  }
}
