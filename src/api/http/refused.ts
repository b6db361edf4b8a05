import { Problem } from "./problem.ts";

/** What the server passed with requests that are not to be computed. */
const refused = new WeakSet<object>();

/** Has the API answer a request with the problem `busy` instead. @param env what the server passes with it */
export function refuse(env: object): void {
  refused.add(env);
}

/** @throws {Problem} `busy`, if the request was refused */
export function throwIfRefused(env: unknown): void {
  if (typeof env === "object" && env !== null && refused.has(env))
    throw new Problem(
      "busy",
      "Too many requests are waiting for an answer: send this one again in a moment.",
    );
}
