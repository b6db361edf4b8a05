import type { Problem } from "./problem.ts";

/** Answers a request as the server does. */
type Ask = (request: Request) => Response | Promise<Response>;

/** Suggestions that are tried before they are made. */
export interface Suggestions {
  /** Whether a request only tries a suggestion: its errors concern no one. */
  tries(request: Request): boolean;
  /**
   * The suggestion of a problem; undefined where it has none, or it does not work, or where the request is itself a
   * try: a path that suggests itself would be tried for ever.
   * @param failed the request
   */
  of(problem: Problem, failed: Request): Promise<string | undefined>;
}

/** Makes a suggestion only if it is answered. A tried request that fails too has no suggestion. */
export function suggestions(ask: Ask): Suggestions {
  const trying = new WeakSet<Request>();
  return {
    tries: (request) => trying.has(request),
    async of({ instead }, failed) {
      if (instead === undefined || trying.has(failed)) return undefined;
      const request = new Request(new URL(instead, failed.url));
      trying.add(request);
      const response = await ask(request);
      await response.body?.cancel();
      return response.status < 400 ? instead : undefined;
    },
  };
}
