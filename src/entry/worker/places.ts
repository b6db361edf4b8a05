import { isAboutServer, Problem, problemOutside } from "../../api/index.ts";
import { subdivisionsKnown, useSubdivisions } from "../../model/index.ts";
import type { Handler } from "../limits/platform-rate.ts";

/** The list of subdivisions, as src/model keeps it. */
interface SubdivisionList {
  isKnown(): boolean;
  use(list: string): void;
}

/** The answer to a request that could not be given because the list is not there. */
function refused(problem: Problem, request: Request, pathname: string): Response {
  const { status, headers, body } = problemOutside(problem, pathname);
  return new Response(request.method === "HEAD" ? null : body, {
    status,
    headers: { ...headers, "X-Request-Id": crypto.randomUUID() },
  });
}

/**
 * Reads the list of subdivisions before the first answer: it would be an eighth of the Worker's script. Requests that
 * come meanwhile read it too, because they must not wait for work of another request, which ends with it.
 * @param read reads the list; a {@link Problem} that it throws is the answer
 * @param list where it is kept
 */
export function withSubdivisions(
  handle: Handler,
  read: () => Promise<string>,
  list: SubdivisionList = { isKnown: subdivisionsKnown, use: useSubdivisions },
): Handler {
  const readFirst = async (request: Request, env: object, pathname: string): Promise<Response> => {
    try {
      list.use(await read());
    } catch (error) {
      if (error instanceof Problem) return refused(error, request, pathname);
      throw error;
    }
    return handle(request, env);
  };
  return (request, env) => {
    if (list.isKnown()) return handle(request, env);
    const { pathname } = new URL(request.url);
    return isAboutServer(pathname) ? handle(request, env) : readFirst(request, env, pathname);
  };
}
