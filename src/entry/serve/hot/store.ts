import { LRUCache } from "lru-cache";
import { ENTRY_BYTES } from "../../../api/index.ts";
import type { Finished } from "./finished.ts";

/** The part of the budget that one response may take. */
const LARGEST = 1 / 10;

/** A response, and the requests that it answers. */
interface Kept {
  finished: Finished;
  requests: number;
}

const entityTag = ({ headers }: Finished): string | undefined => {
  const at = headers.indexOf("etag");
  return at % 2 === 0 ? headers[at + 1] : undefined;
};

/**
 * Finished responses by the requests that they answer. Many spellings of a request lead to one response, which
 * is kept as long as one of them is. What is kept takes a bounded number of bytes, keys included; what was not
 * asked for longest goes first.
 */
export class ResponseStore {
  readonly #bytes: number;
  readonly #requests: LRUCache<string, Kept>;
  readonly #responses = new Map<string, Kept>();
  /** Bodies by their entity tag, of responses that are kept. */
  readonly #bodies = new Map<string, Uint8Array<ArrayBuffer>>();
  #responseBytes = 0;

  /** @param bytes the most that everything takes */
  constructor(bytes: number) {
    this.#bytes = bytes;
    this.#requests = new LRUCache<string, Kept>({
      maxSize: bytes,
      sizeCalculation: (_, key) => 2 * key.length + ENTRY_BYTES,
      dispose: (kept) => this.#release(kept),
    });
  }

  get(key: string): Finished | undefined {
    return this.#requests.get(key)?.finished;
  }

  set(key: string, finished: Finished): void {
    if (finished.size > this.#bytes * LARGEST) return;
    const kept = this.#responses.get(finished.identity) ?? this.#add(finished);
    if (this.#requests.get(key) === kept) return;
    kept.requests++;
    this.#requests.set(key, kept);
    while (this.size > this.#bytes) this.#requests.pop();
  }

  #add(finished: Finished): Kept {
    const { identity, body, size } = finished;
    const kept: Kept = { finished, requests: 0 };
    this.#responses.set(identity, kept);
    this.#responseBytes += size;
    const tag = entityTag(finished);
    if (tag !== undefined && body) this.#bodies.set(tag, body);
    return kept;
  }

  /** A request that led to a response is forgotten, and with the last one the response. */
  #release(kept: Kept): void {
    if (--kept.requests > 0) return;
    const { finished } = kept;
    this.#responses.delete(finished.identity);
    this.#responseBytes -= finished.size;
    const tag = entityTag(finished);
    if (tag !== undefined && this.#bodies.get(tag) === finished.body) this.#bodies.delete(tag);
  }

  /** The body that an entity tag names, if a response that is kept has it. */
  bodyOf(tag: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#bodies.get(tag);
  }

  clear(): void {
    this.#requests.clear();
  }

  /** What everything takes, in bytes. */
  get size(): number {
    return this.#requests.calculatedSize + this.#responseBytes;
  }

  /** How many requests and responses are kept. */
  get count(): { requests: number; responses: number } {
    return { requests: this.#requests.size, responses: this.#responses.size };
  }
}
