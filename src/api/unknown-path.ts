import { nearest } from "../text/nearest.ts";
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
const FIXED: readonly Candidate[] = [
  ...ENDPOINTS.filter((e) => !e.path.includes("{")).map(({ path, complete, example }) => ({
    path,
    suggestion: complete ? path : example,
  })),
  ...PAGES.map(same),
];

const ABOUT_RECORDS = /^\/(platform|operator)s\/\{id\}/;

/** The kinds of records that have pages under their names. */
const KINDS = ["platform", "operator"] as const;

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

/** The path of the record that a path of one part names: `/linkedin`. */
async function recordAt(s: Services, path: string): Promise<string | undefined> {
  const written = path.slice(1);
  if (written === "" || written.includes("/")) return undefined;
  const publication = await s.publication.get(KINDS);
  for (const kind of KINDS) {
    const id = (await s.names.of(publication, kind)).find(decoded(written));
    if (id !== undefined) return `/${kind}s/${id}`;
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * A request that works instead of an unknown path; undefined where none is near.
 * @param others paths that are not the API's
 */
async function meantPath(s: Services, path: string, others: readonly string[]): Promise<string | undefined> {
  const candidates = [...others.map(same), ...FIXED, ...(await aboutRecord(s, path))];
  const near = nearest(
    path,
    candidates.map((c) => c.path),
  );
  return candidates.find((c) => c.path === near)?.suggestion ?? (await recordAt(s, path));
}

/**
 * A problem for an unknown path, with a request that works instead, where one is near.
 * @param others paths that are not the API's
 * @param prefix the version prefix that the request had
 */
export async function unknownPath(
  s: Services,
  path: string,
  others: readonly string[] = [],
  prefix = "",
): Promise<Problem> {
  const detail = `There is nothing at ${path.length > 100 ? show(path) : path}.`;
  const suggestion = await meantPath(s, path, others).catch(() => undefined);
  if (suggestion === undefined) return new Problem("unknown-path", `${detail} / lists the available paths.`);
  const fault = { parameter: "path", detail, nearest: [suggestion] };
  return new Problem(
    "unknown-path",
    `${detail} Did you mean ${suggestion}?`,
    [fault],
    undefined,
    prefix + suggestion,
  );
}
