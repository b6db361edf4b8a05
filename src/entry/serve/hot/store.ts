import { LRUCache } from "lru-cache";
import { ENTRY_BYTES } from "../../../api/index.ts";
import type { Finished } from "./finished.ts";

/** The part of the budget for requests' keys; the rest is for the responses. */
const KEYS = 1 / 4;

const entityTag = ({ headers }: Finished): string | undefined => {
  const at = headers.indexOf("etag");
  return at % 2 === 0 ? headers[at + 1] : undefined;
};

/**
 * Finished responses by the requests that they answer. Many spellings of a request lead to one response. What
 * is kept takes a bounded number of bytes, keys included; what was not asked for longest goes first.
 */
export class ResponseStore {
  /** By the request's key: the response's identity. */
  readonly #requests: LRUCache<string, string>;
  readonly #responses: LRUCache<string, Finished>;
  /** Bodies by their entity tag, of responses that are kept. */
  readonly #bodies = new Map<string, Uint8Array<ArrayBuffer>>();

  /** @param bytes the most that everything takes */
  constructor(bytes: number) {
    const keys = Math.ceil(bytes * KEYS);
    this.#requests = new LRUCache<string, string>({
      maxSize: keys,
      // The identity is a text that the response keeps.
      sizeCalculation: (_, key) => 2 * key.length + ENTRY_BYTES,
    });
    this.#responses = new LRUCache<string, Finished>({
      maxSize: bytes - keys,
      maxEntrySize: Math.ceil((bytes - keys) / 10),
      sizeCalculation: ({ size }) => size,
      dispose: (finished) => {
        const tag = entityTag(finished);
        if (tag !== undefined && this.#bodies.get(tag) === finished.body) this.#bodies.delete(tag);
      },
    });
  }

  get(key: string): Finished | undefined {
    const identity = this.#requests.get(key);
    return identity === undefined ? undefined : this.#responses.get(identity);
  }

  set(key: string, finished: Finished): void {
    const { identity } = this.#responses.get(finished.identity) ?? this.#add(finished);
    this.#requests.set(key, identity);
  }

  #add(finished: Finished): Finished {
    const { identity, body } = finished;
    this.#responses.set(identity, finished);
    const tag = entityTag(finished);
    if (tag !== undefined && body && this.#responses.has(identity)) this.#bodies.set(tag, body);
    return finished;
  }

  /** The body that an entity tag names, if a response that is kept has it. */
  bodyOf(tag: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#bodies.get(tag);
  }

  clear(): void {
    this.#requests.clear();
    this.#responses.clear();
    this.#bodies.clear();
  }

  /** What everything takes, in bytes. */
  get size(): number {
    return this.#requests.calculatedSize + this.#responses.calculatedSize;
  }

  /** How many requests and responses are kept. */
  get count(): { requests: number; responses: number } {
    return { requests: this.#requests.size, responses: this.#responses.size };
  }
}
