import type { Context } from "hono";

/** By what the server passes with each request: the bytes of the answer, before they are compressed. */
const repeatable = new WeakMap<object, Uint8Array<ArrayBuffer>>();

/**
 * States that this request's answer depends only on the publication, the day, the origin, and the request's
 * method, URL, Accept, Accept-Encoding, Accept-Language (as its language of the site) and If-None-Match. A server may repeat it for the same request.
 */
export function markRepeatable(c: Context, bytes: Uint8Array<ArrayBuffer>): void {
  if (typeof c.env === "object" && c.env !== null) repeatable.set(c.env, bytes);
}

/** The bytes of a request's answer, if it is repeatable. @param env what the server passed with the request */
export const repeatableBytes = (env: object | undefined): Uint8Array<ArrayBuffer> | undefined =>
  env && repeatable.get(env);
