import { nearest } from "../text/nearest.ts";
import { once } from "../text/once.ts";
import { show } from "../text/show.ts";
import { Problem } from "./http/problem.ts";
import type { Services } from "./http/services.ts";
import { ENDPOINTS } from "./routes/index.ts";

/** Paths that are not endpoints of the documented API. */
const PAGES = ["/", "/docs", "/openapi.json", "/openapi-3.0.json", "/problems"];

/** What may be meant: a path to compare with the one that was asked for, and the request to suggest. */
interface Candidate {
  path: string;
  suggestion: string;
}

const same = (path: string): Candidate => ({ path, suggestion: path });

/** Paths without parameters. One that needs a query is suggested with its example. */
const fixed = once((): readonly Candidate[] => [
  ...ENDPOINTS.filter((e) => !e.path.includes("{")).map(({ path, complete, example }) => ({
    path,
    suggestion: complete ? path : example,
  })),
  ...PAGES.map(same),
]);

const ABOUT_RECORDS = /^\/(platform|operator)s\/\{id\}/;

/** Paths about the record that the second part of a path names, where there is one. */
async function aboutRecord(s: Services, path: string): Promise<Candidate[]> {
  const [, first = "", written = ""] = path.split("/");
  const candidates: Candidate[] = [];
  for (const { path: template } of ENDPOINTS) {
    const [, kind] = ABOUT_RECORDS.exec(template) ?? [];
    if (kind !== "platform" && kind !== "operator") continue;
    if (nearest(first, [`${kind}s`]) === undefined) continue;
    const id = (await s.names.of(await s.publication.get(), kind)).find(written);
    if (id === undefined) continue;
    candidates.push({
      path: template.replace("{id}", written),
      suggestion: template.replace("{id}", id),
    });
  }
  return candidates;
}

/**
 * A problem for an unknown path, with a request that works instead, where one is near.
 * @param others paths that are not the API's
 */
export async function unknownPath(
  s: Services,
  path: string,
  others: readonly string[] = [],
): Promise<Problem> {
  const detail = `There is nothing at ${path.length > 100 ? show(path) : path}.`;
  const candidates = [...others.map(same), ...fixed(), ...(await aboutRecord(s, path).catch(() => []))];
  const near = nearest(
    path,
    candidates.map((c) => c.path),
  );
  const suggestion = candidates.find((c) => c.path === near)?.suggestion;
  return suggestion === undefined
    ? new Problem("unknown-path", `${detail} / lists the available paths.`)
    : new Problem("unknown-path", `${detail} Did you mean ${suggestion}?`, [
        { parameter: "path", detail, nearest: [suggestion] },
      ]);
}
