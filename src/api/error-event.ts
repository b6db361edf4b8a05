import { routeOf, typedInPath } from "./route-of.ts";

/** What is logged of a request that failed. It has nothing that identifies who asked, or what they typed. */
export interface ErrorEvent {
  time: string;
  level: "error";
  event: "request-failed";
  /** Also in the answer's `X-Request-Id`. */
  requestId: string;
  method: string;
  route: string;
  error: string;
  message: string;
  stack: string[];
}

/** Shorter values identify nothing, and occur in every text. */
const SHORTEST = 3;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** What a person typed into a request: its values, as they were written and as they are read. */
function typedIn({ pathname, search, searchParams }: URL): string[] {
  const written = [...typedInPath(pathname), ...search.split(/[?&=]/)];
  const names = [...searchParams.keys()];
  return [...written, ...written.map(decoded), ...searchParams.values()]
    .filter((value) => value.length >= SHORTEST && !names.includes(value))
    .toSorted((a, b) => b.length - a.length);
}

/** A text without values, in any case; and without the values of a failed query, which Drizzle lists. */
const without = (text: string, values: readonly string[]): string =>
  values.reduce(
    (rest, value) => rest.replace(new RegExp(value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"), "gi"), "[…]"),
    text.replace(/\nparams: [\s\S]*$/, "\nparams: […]"),
  );

/** What is logged of an error. @param url of the request */
export function errorEvent(
  error: Error,
  { requestId, method, url }: { requestId: string; method: string; url: string },
): ErrorEvent {
  const asked = new URL(url);
  const typed = typedIn(asked);
  const cause = error.cause instanceof Error ? `: ${error.cause.message}` : "";
  return {
    time: new Date().toISOString(),
    level: "error",
    event: "request-failed",
    requestId,
    method,
    route: routeOf(asked.pathname),
    error: error.name,
    message: without(`${error.message}${cause}`, typed),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => /^ +at /.test(line))
      .map((line) => line.trim()),
  };
}
