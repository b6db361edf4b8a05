import { readAsset } from "../../api/documents/assets.ts";
import { SUBDIVISIONS_FILE } from "../../api/documents/name.ts";
import { isAboutServer, Problem, problemOutside } from "../../api/index.ts";
import { subdivisionsKnown, useSubdivisions } from "../../model/index.ts";
import type { Handler } from "../limits/platform-rate.ts";

/**
 * Reads the list of subdivisions before the first answer: it would be an eighth of the Worker's script. Requests that
 * come meanwhile read it too, because they must not wait for work of another request, which ends with it.
 */
export function withSubdivisions(handle: Handler): Handler {
  const read = async (request: Request, env: object, pathname: string): Promise<Response> => {
    try {
      useSubdivisions(await (await readAsset(SUBDIVISIONS_FILE)).text());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { status, headers, body } = problemOutside(error, pathname);
      return new Response(request.method === "HEAD" ? null : body, {
        status,
        headers: { ...headers, "X-Request-Id": crypto.randomUUID() },
      });
    }
    return handle(request, env);
  };
  return (request, env) => {
    if (subdivisionsKnown()) return handle(request, env);
    const { pathname } = new URL(request.url);
    return isAboutServer(pathname) ? handle(request, env) : read(request, env, pathname);
  };
}
