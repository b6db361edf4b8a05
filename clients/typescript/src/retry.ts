import { ProblemError } from "./problem.ts";

/** How requests are repeated. */
export interface RetryOptions {
  /** How often a request is repeated that failed for reasons that pass. Default: 3. */
  retries?: number | undefined;
  /** Milliseconds before the first repetition; twice as long before each further one. Default: 500. */
  retryDelay?: number | undefined;
  /** The longest wait in milliseconds. If the server asks for a longer one, the error is thrown at once. Default: 30000. */
  maxRetryDelay?: number | undefined;
  /** Milliseconds after which an attempt is given up and counts as failed. Default: 30000. */
  timeout?: number | undefined;
}

/** Statuses that say something about the moment, not about the request. */
const PASSING: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Waits; ends early with the signal's reason. */
const wait = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });

/** Is a failure worth another attempt? A failed connection and a timeout are no answers at all. */
const passes = (error: unknown): boolean =>
  !(error instanceof ProblemError) || PASSING.includes(error.status);

/** Makes one attempt and gives it up after a time. What is read of a response later takes as long as it takes. */
async function limited<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  milliseconds: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const limit = new AbortController();
  const tooLong = new DOMException(`No answer within ${milliseconds} ms.`, "TimeoutError");
  const timer = setTimeout(() => limit.abort(tooLong), milliseconds);
  try {
    return await attempt(signal ? AbortSignal.any([signal, limit.signal]) : limit.signal);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Tries until there is an answer, the attempts are used up, or the signal aborts. Between attempts it waits a random
 * part of a time that doubles, so that clients that failed together do not come back together; at least as long as
 * Retry-After says.
 * @param attempt makes one request; throws a {@link ProblemError} for an error that the server reports
 * @throws the error of the last attempt
 */
export async function withRetries<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { retries = 3, retryDelay = 500, maxRetryDelay = 30_000, timeout = 30_000 }: RetryOptions,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let tries = 0; ; tries++) {
    signal?.throwIfAborted();
    try {
      return await limited(attempt, timeout, signal);
    } catch (error) {
      const asked = error instanceof ProblemError ? (error.retryAfter ?? 0) : 0;
      if (signal?.aborted || tries >= retries || !passes(error) || asked > maxRetryDelay) throw error;
      await wait(Math.max(asked, Math.min(maxRetryDelay, retryDelay * 2 ** tries) * Math.random()), signal);
    }
  }
}
