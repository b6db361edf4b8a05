import { unprefixed } from "./http/respond.ts";
import { ENDPOINTS } from "./routes/index.ts";

/** Paths that are not endpoints of the documented API. */
const PAGES = [
  "/",
  "/docs",
  "/docs/assets/{file}",
  "/openapi.json",
  "/openapi-3.0.json",
  "/problems",
  "/mcp",
];

/** What an unknown path is called: paths that people type are unlimited in number, and may say something of them. */
const UNKNOWN = "(unknown)";

interface Template {
  path: string;
  pattern: RegExp;
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);

let known: readonly Template[] | undefined;

/** Those without parameters first, so that `/changes.atom` is not a platform's. */
const templates = (): readonly Template[] => {
  known ??= [...PAGES, "/problems/{name}", ...ENDPOINTS.map(({ path }) => path)]
    .toSorted((a, b) => Number(a.includes("{")) - Number(b.includes("{")))
    .map((path) => ({ path, pattern: patternOf(path) }));
  return known;
};

/**
 * The template of a request's path, such as `/platforms/{id}`: for logs and metrics, which must not contain what
 * people typed.
 * @param path without the query
 */
export const routeOf = (path: string): string =>
  templates().find(({ pattern }) => pattern.test(unprefixed(path)))?.path ?? UNKNOWN;

/** The parts of a path that are not from its template. */
export function typedInPath(path: string): string[] {
  const fixed = routeOf(path).split("/");
  return path.split("/").filter((part) => part !== "" && part !== "v1" && !fixed.includes(part));
}
