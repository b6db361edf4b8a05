/** An answer that is kept: its text, and what is needed to ask whether it is still current. */
export interface CachedAnswer {
  text: string;
  etag: string | null;
  /** Until when it is used without asking, in milliseconds since 1970. */
  freshUntil: number;
}

/** Where answers are kept, by URL: a `Map`, or anything with the same two methods, also asynchronous ones. */
export interface Cache {
  get(url: string): CachedAnswer | undefined | Promise<CachedAnswer | undefined>;
  set(url: string, answer: CachedAnswer): unknown;
}

/** Keeps the answers that were used last, in memory. @param most how many */
export function memoryCache(most = 100): Cache {
  const kept = new Map<string, CachedAnswer>();
  return {
    get(url) {
      const answer = kept.get(url);
      if (answer) {
        // The last one used becomes the last one to go.
        kept.delete(url);
        kept.set(url, answer);
      }
      return answer;
    },
    set(url, answer) {
      kept.delete(url);
      kept.set(url, answer);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Until when an answer can be used without asking (Cache-Control: max-age, less its Age in other caches). */
export function freshUntil(headers: Headers, now: number): number {
  const control = headers.get("Cache-Control") ?? "";
  const maxAge = /(?:^|[\s,])max-age=(\d+)/.exec(control)?.[1];
  if (maxAge === undefined || /no-cache/.test(control)) return 0;
  return now + (Number(maxAge) - Number(headers.get("Age") ?? 0)) * 1000;
}

/** May an answer be kept? */
export const isKept = (headers: Headers): boolean => !/no-store/.test(headers.get("Cache-Control") ?? "");
