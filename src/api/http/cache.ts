/** A serialised body with its strong validator. */
export interface CachedBody {
  body: string;
  etag: string;
  contentType: string;
}

/**
 * A bounded cache of serialised bodies that evicts the least recently used. A response is a
 * pure function of the publication and the canonical request, so entries never become stale.
 */
export class BodyCache {
  readonly #limit: number;
  readonly #entries = new Map<string, CachedBody>();
  #size = 0;

  /** @param limit characters of all bodies together */
  constructor(limit = 32_000_000) {
    this.#limit = limit;
  }

  get(key: string): CachedBody | undefined {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry;
  }

  set(key: string, entry: CachedBody): void {
    if (entry.body.length > this.#limit / 10 || this.#entries.has(key)) return;
    this.#entries.set(key, entry);
    this.#size += entry.body.length;
    for (const [oldest, { body }] of this.#entries) {
      if (this.#size <= this.#limit) break;
      this.#entries.delete(oldest);
      this.#size -= body.length;
    }
  }

  get count(): number {
    return this.#entries.size;
  }
}

/** A strong entity tag (RFC 9110, 8.8.3): SHA-256 of the body, shortened to 128 bits. */
export async function etagOf(body: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(body));
  return `"${[...new Uint8Array(digest, 0, 16)].map((b) => b.toString(16).padStart(2, "0")).join("")}"`;
}

/** Does an If-None-Match header name this entity tag? (RFC 9110, 13.1.2: weak comparison.) */
export const matchesEtag = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag));
