import { Bounded } from "../../text/bounded.ts";
import { once } from "../../text/once.ts";

/** A finished body with its strong validator. */
export interface CachedBody {
  /** UTF-8. */
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
  contentType: string;
}

/** What an entry of a cache takes in addition to its key and bytes: the objects and the cache's own tables. */
export const ENTRY_BYTES = 400;

const MEGABYTE = 1_000_000;

/**
 * A bounded cache of finished bodies that evicts the least recently used. A response is a pure function of the
 * publication and the canonical request, so entries never become stale. Where requests can share work, a body
 * that is being computed is computed once, however many ask for it.
 */
export class BodyCache {
  readonly #entries: Bounded<CachedBody>;
  readonly #computing = new Map<string, Promise<CachedBody>>();
  readonly #shares: boolean;

  /**
   * @param bytes the most that all entries take, with their keys; one entry takes at most a tenth of it
   * @param shares whether a request may wait for what another one computes
   */
  constructor(bytes = 16 * MEGABYTE, shares = false) {
    this.#shares = shares;
    this.#entries = new Bounded<CachedBody>(
      bytes,
      (entry, key) => entry.bytes.byteLength + 2 * key.length + ENTRY_BYTES,
      Math.ceil(bytes / 10),
    );
  }

  /** The body of a key; computed if it is not known. What failed is not remembered. */
  of(key: string, compute: () => Promise<CachedBody>): CachedBody | Promise<CachedBody> {
    return this.#entries.get(key) ?? this.#computing.get(key) ?? this.#compute(key, compute);
  }

  async #compute(key: string, compute: () => Promise<CachedBody>): Promise<CachedBody> {
    const computing = compute();
    if (this.#shares) this.#computing.set(key, computing);
    try {
      const made = await computing;
      this.#entries.set(key, made);
      return made;
    } finally {
      this.#computing.delete(key);
    }
  }

  /** What all entries take. */
  get size(): number {
    return this.#entries.size;
  }
}

const encoder = new TextEncoder();

/** The most bytes of a character of UTF-16 in UTF-8. */
const BYTES_EACH = 3;

const SCRATCH_BYTES = 500_000;

const scratch = once(() => new Uint8Array(SCRATCH_BYTES));

/** UTF-8. For text beyond Latin-1, to write it and copy that takes half as long as `encode`, which measures it first. */
function encoded(text: string): Uint8Array<ArrayBuffer> {
  if (text.length * BYTES_EACH > SCRATCH_BYTES) return encoder.encode(text);
  return scratch().slice(0, encoder.encodeInto(text, scratch()).written);
}

interface Hashing {
  hash(algorithm: "sha256", data: Uint8Array, encoding: "hex"): string;
}

/** Whether this runs at Cloudflare, where to ask for `process` loads many of Node's modules: some milliseconds. */
const isWorker = (): boolean => globalThis.navigator?.userAgent === "Cloudflare-Workers";

/** Node's own hash, which takes a tenth of the time of `crypto.subtle`; undefined elsewhere. */
const node = once((): { hashing: Hashing | undefined } => ({
  hashing: isWorker()
    ? undefined
    : (
        globalThis as { process?: { getBuiltinModule?: (name: string) => Hashing | undefined } }
      ).process?.getBuiltinModule?.("node:crypto"),
}));

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { hashing } = node();
  if (hashing) return hashing.hash("sha256", bytes, "hex");
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A finished body. Its entity tag (RFC 9110, 8.8.3) is strong: SHA-256 of the bytes, shortened to 128 bits. */
export async function finishedBody(
  content: string | Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<CachedBody> {
  const bytes = typeof content === "string" ? encoded(content) : content;
  return { bytes, etag: `"${(await sha256(bytes)).slice(0, 32)}"`, contentType };
}

/** Does an If-None-Match header name this entity tag? (RFC 9110, 13.1.2: weak comparison.) */
export const matchesEtag = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag));
