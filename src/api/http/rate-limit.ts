import { Problem } from "./problem.ts";
import { OriginError } from "./proxies.ts";

/** How many requests one client may send in how many seconds. */
export interface RateLimit {
  requests: number;
  seconds: number;
}

/** A person who reads, a page with many badges and a program that fetches every platform stay below it. */
const DEFAULT = "600/60";

/**
 * Reads `RATE_LIMIT`. @returns undefined for `off`
 * @throws {OriginError} for what is neither a limit nor `off`
 */
export function rateLimitFrom(text: string = DEFAULT): RateLimit | undefined {
  if (text === "off") return undefined;
  const [, requests, seconds] = /^([1-9]\d{0,8})\/([1-9]\d{0,4})$/.exec(text) ?? [];
  if (requests === undefined)
    throw new OriginError(
      `RATE_LIMIT=${text} is not a limit: give requests and seconds, for example 600/60, or off.`,
    );
  return { requests: Number(requests), seconds: Number(seconds) };
}

/** The only policy, as the header fields name it. */
const POLICY = '"client"';

/** `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers: what is allowed. */
export const rateLimitPolicy = ({ requests, seconds }: RateLimit): string =>
  `${POLICY};q=${requests};w=${seconds}`;

/** `RateLimit` of the same draft: what remains, and in how many seconds there is more. */
export const rateLimitLeft = (remaining: number, seconds: number): string =>
  `${POLICY};r=${remaining};t=${seconds}`;

/** The problem of a client that has to wait. */
export const rateLimited = ({ requests, seconds }: RateLimit, wait: number): Problem =>
  new Problem(
    "rate-limited",
    `More than ${requests} requests in ${seconds} seconds: try again in ${wait} seconds.`,
  );
