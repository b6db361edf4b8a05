import { availableParallelism } from "node:os";
import PQueue from "p-queue";
import { compress, type Encoding } from "./encodings.ts";

/** The quality of Brotli for answers that are compressed for one request. */
const QUALITY = 5;

interface QueueLimits {
  /** How many bodies are compressed at once. */
  running?: number;
  /** How many may wait for their turn; their bodies are in memory. */
  waiting?: number;
}

/**
 * Compresses a bounded number of bodies at once, and lets a bounded number wait: however many requests
 * arrive, the work and the memory for compressing have a limit. An answer that has no place is sent as it is.
 */
export class CompressionQueue {
  readonly #queue: PQueue;
  readonly #waiting: number;

  constructor({ running = availableParallelism(), waiting = 32 }: QueueLimits = {}) {
    this.#queue = new PQueue({ concurrency: running });
    this.#waiting = waiting;
  }

  /** The compressed bytes; undefined where too many bodies wait already. */
  async compress(body: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#queue.size >= this.#waiting) return undefined;
    return this.#queue.add(() => compress(body, encoding, QUALITY));
  }
}
