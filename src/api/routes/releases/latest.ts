import { Problem } from "../../http/problem.ts";
import { readable } from "../../http/readable.ts";
import { LATEST } from "../../http/release-param.ts";
import { CACHE_CONTROL } from "../../http/respond.ts";
import type { Services } from "../../http/services.ts";

/**
 * The version that a path names: `latest` is the newest release of the current state.
 * @throws {Problem} `unknown-release` where nothing was released yet
 */
export async function versionOf(s: Services, named: string): Promise<string> {
  if (named !== LATEST) return named;
  const { id } = await s.publication.get();
  const [newest] = await readable(s.store.releases(id));
  if (newest) return newest.version;
  const detail = "release: nothing was released yet.";
  throw new Problem("unknown-release", detail, [{ parameter: "version", detail }]);
}

/**
 * An answer under the name of `latest`: its bytes are those of the release, and others after the next one.
 * @param canonical where it never changes
 */
export function ofLatest(response: Response, canonical: string): Response {
  response.headers.set("Content-Location", canonical);
  response.headers.set("Cache-Control", CACHE_CONTROL);
  return response;
}
