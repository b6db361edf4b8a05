import type { ServerResponse } from "node:http";
import { type Problem, problemOutside } from "../../api/index.ts";

/** The path of a request's target, without its query. */
export const pathOf = (url: string | undefined): string => (url ?? "/").split(/[?#]/, 1)[0] ?? "/";

/** Answers with a problem before the API is asked. Headers that are set on the response are kept. */
export function writeProblem(
  res: ServerResponse,
  problem: Problem,
  more: Readonly<Record<string, string>> = {},
): void {
  const { status, headers, body } = problemOutside(problem, pathOf(res.req.url));
  res.writeHead(status, {
    ...headers,
    "X-Request-Id": crypto.randomUUID(),
    "Content-Length": String(Buffer.byteLength(body)),
    ...more,
  });
  res.end(res.req.method === "HEAD" ? undefined : body);
}
