import type * as z from "zod";
import { nearest } from "../../text/nearest.ts";
import type { Meant } from "./meant.ts";
import type { problemSchema } from "./problem-schema.ts";

/** The problems that the API reports; each has its own page under /problems. */
export const PROBLEMS = {
  "unknown-parameter": {
    status: 400,
    title: "Unknown parameter",
    remedy:
      "Remove the parameter, or use one that the response lists. /docs lists the parameters of each path.",
  },
  "invalid-parameter": {
    status: 400,
    title: "Invalid parameter",
    remedy: "Write the value in the form that the response describes. /vocabulary lists the terms.",
  },
  "unknown-platform": {
    status: 404,
    title: "No such platform",
    remedy:
      "Search with /platforms?q=, or find it by its domain with /lookup?url=. /platforms lists the ids.",
  },
  "unknown-operator": {
    status: 404,
    title: "No such operator",
    remedy: "/operators lists the operators with their ids.",
  },
  "unknown-region": {
    status: 404,
    title: "No such place",
    remedy:
      "Give an ISO 3166 code of today (DE, US-CA), EU or EEA, or omit the parameter for the rest of the world.",
  },
  "unknown-domain": {
    status: 404,
    title: "No platform known for this site",
    remedy: "The dataset has no record for this site. What the site does with data is therefore not known.",
  },
  "unknown-release": {
    status: 404,
    title: "No such release",
    remedy: "/releases lists the releases. Omit the parameter for the current state.",
  },
  "unknown-page": {
    status: 404,
    title: "No such page of this list",
    remedy: "Follow `next` unchanged, with the same filters and order, or begin without a cursor.",
  },
  "empty-period": {
    status: 404,
    title: "A period that ends before it begins",
    remedy: "Exchange the two days, or omit one of them.",
  },
  "unknown-file": {
    status: 404,
    title: "No such file",
    remedy: "/download lists the files of the current state, /download?release= those of a release.",
  },
  "unknown-path": { status: 404, title: "No such page", remedy: "/ lists the available paths." },
  "uri-too-long": {
    status: 414,
    title: "The URL is too long",
    remedy: "Ask for fewer records or filters at once. The response says how many characters are read.",
  },
  "unreadable-request": {
    status: 400,
    title: "Not an HTTP request",
    remedy: "What was sent cannot be read as HTTP/1.1: check the program that sends it.",
  },
  "request-timeout": {
    status: 408,
    title: "The request took too long to arrive",
    remedy: "Send the whole request at once. docs/limits.md has the limits.",
  },
  "headers-too-large": {
    status: 431,
    title: "Request headers too large",
    remedy: "Send fewer or shorter headers; no cookies are needed.",
  },
  "rate-limited": {
    status: 429,
    title: "Too many requests",
    remedy:
      "Wait as many seconds as Retry-After says. RateLimit-Policy gives the limit, RateLimit what remains. For the whole dataset, download it: /download.",
  },
  "unsatisfiable-range": {
    status: 416,
    title: "The file has no such part",
    remedy: "Request bytes within the file; Content-Range gives its length.",
  },
  "method-not-allowed": {
    status: 405,
    title: "Method not allowed",
    remedy: "The API is read-only: use GET, HEAD or OPTIONS.",
  },
  "not-acceptable": {
    status: 406,
    title: "Not available in this form",
    remedy: "This page is for people: ask for text/html, or read /openapi.json.",
  },
  unavailable: {
    status: 503,
    title: "The database cannot be read",
    remedy: "Try again in a moment. If you run this server, /readyz reports the cause.",
  },
  "took-too-long": {
    status: 503,
    title: "The answer took too long",
    remedy:
      "Try again in a moment: what is computed is kept. If it happens again, ask for less, or report the request.",
  },
  busy: {
    status: 503,
    title: "Too many requests are waiting",
    remedy:
      "Wait as long as Retry-After says, and send fewer requests at once. Requests that were answered before are answered faster.",
  },
  internal: {
    status: 500,
    title: "Internal error",
    remedy: "Try again; if the error persists, report it with the request id from the X-Request-Id header.",
  },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** A parameter that caused a problem. */
export interface Fault {
  /** The parameter's name. */
  parameter: string;
  detail: string;
  /** Values that are accepted and may be meant; of a parameter that does not exist, names of some that do. */
  nearest?: string[] | undefined;
  /** The part of the value that is wrong: an entry of a list, an id in a file's name. Default: all of it. */
  part?: string | undefined;
  /** Parameters to set, or to remove (null), for a request that works. Default: the first of `nearest` in its place. */
  fix?: Readonly<Record<string, string | null>> | undefined;
}

/** An error that is sent as problem details. */
export class Problem extends Error {
  override name = "Problem";
  readonly problem: ProblemName;
  readonly faults: readonly Fault[];
  /** A request that may work instead: path and query. Whether it does is tried before it is suggested. */
  readonly instead: string | undefined;
  /** @param cause what failed, for the log */
  constructor(
    problem: ProblemName,
    detail: string,
    faults: readonly Fault[] = [],
    cause?: unknown,
    instead?: string,
  ) {
    super(detail, { cause });
    this.problem = problem;
    this.faults = faults;
    this.instead = instead;
  }

  /** The same problem with a request that may work instead. */
  suggesting(instead: string): Problem {
    return new Problem(this.problem, this.message, this.faults, this.cause, instead);
  }
}

/** The sentences about what may be meant: what the value is, or the question. Empty where neither is known. */
export const inWords = ({ values, explanation }: Meant): string => {
  if (explanation !== undefined) return explanation === "" ? "" : ` ${explanation}`;
  return values.length > 0 ? ` Did you mean ${values.join(" or ")}?` : "";
};

/** A problem for an unknown name, with what may be meant. @param sentence what is wrong */
export function unknownThing(
  problem: ProblemName,
  parameter: string,
  sentence: string,
  written: string,
  meant: Meant,
  more = "",
): Problem {
  const detail = `${sentence}${inWords(meant)}${more}`;
  return new Problem(problem, detail, [{ parameter, detail, nearest: [...meant.values], part: written }]);
}

/**
 * A problem for an unknown name, with the nearest known one.
 * @param sentence what is wrong; the suggestion and then `more` are appended
 */
export function unknownName(
  problem: ProblemName,
  parameter: string,
  sentence: string,
  written: string,
  known: readonly string[],
  more = "",
): Problem {
  const near = nearest(written, known);
  return unknownThing(
    problem,
    parameter,
    sentence,
    written,
    { values: near === undefined ? [] : [near] },
    more,
  );
}

/**
 * The body of a problem.
 * @param suggestion a request that works instead: path and query
 */
export function problemBody(
  { problem, message, faults }: Problem,
  instance: string,
  suggestion?: string,
): z.infer<typeof problemSchema> {
  const { status, title } = PROBLEMS[problem];
  const first = faults[0];
  return {
    type: `/problems/${problem}`,
    title,
    status,
    detail: message,
    instance,
    ...(first && {
      parameter: first.parameter,
      ...(first.nearest?.length ? { nearest: first.nearest } : {}),
    }),
    ...(suggestion !== undefined && { suggestion }),
    ...(faults.length > 1 && {
      errors: faults.map(({ parameter, detail, nearest }) => ({
        parameter,
        detail,
        ...(nearest?.length ? { nearest } : {}),
      })),
    }),
  };
}

/** Errors that say something about the moment, not about the request: no cache may keep them. */
const isPassing = (status: number): boolean => status >= 500 || status === 429 || status === 408;

/** A problem as the parts of a response. */
export interface ProblemMessage {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * A problem as the parts of a response.
 * @param instance the path that was asked for
 * @param suggestion a request that works instead: path and query
 */
export function problemMessage(problem: Problem, instance: string, suggestion?: string): ProblemMessage {
  const { status } = PROBLEMS[problem.problem];
  return {
    status,
    headers: {
      "Content-Type": `${PROBLEM_TYPE}; charset=utf-8`,
      "Cache-Control": isPassing(status) ? "no-store" : "public, max-age=60",
      ...(status === 405 && { Allow: "GET, HEAD, OPTIONS" }),
      ...(status === 503 && { "Retry-After": "5" }),
    },
    body: `${JSON.stringify(problemBody(problem, instance, suggestion))}\n`,
  };
}

/** A problem as a response: {@link problemMessage}. */
export function problemResponse(problem: Problem, instance: string, suggestion?: string): Response {
  const { status, headers, body } = problemMessage(problem, instance, suggestion);
  return new Response(body, { status, headers });
}

/** The media type of problem details (RFC 9457). */
export const PROBLEM_TYPE = "application/problem+json";
