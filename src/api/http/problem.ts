import { z } from "@hono/zod-openapi";
import { didYouMean, nearest } from "../../text/nearest.ts";

/** The problems that the API answers with; each has a page of its own under /problems. */
export const PROBLEMS = {
  "unknown-parameter": {
    status: 400,
    title: "Unknown parameter",
    remedy:
      "Remove the parameter, or write the name that the answer suggests. /docs lists the parameters of each path.",
  },
  "invalid-parameter": {
    status: 400,
    title: "Invalid parameter",
    remedy: "Write the value in the form that the answer describes. /vocabulary lists the terms.",
  },
  "unknown-platform": {
    status: 404,
    title: "No such platform",
    remedy:
      "Use one of the ids that the answer suggests, search with /platforms?q=, or find it by its domain with /lookup?url=.",
  },
  "unknown-operator": {
    status: 404,
    title: "No such operator",
    remedy: "Use one of the ids that the answer suggests, or see /operators.",
  },
  "unknown-domain": {
    status: 404,
    title: "No platform known at this address",
    remedy: "The dataset has no record for this site. That says nothing about what the site does.",
  },
  "unknown-release": {
    status: 404,
    title: "No such release",
    remedy: "/releases lists the releases. Leave the parameter out for the current state.",
  },
  "unknown-file": {
    status: 404,
    title: "No such file",
    remedy: "/download lists the files of the present state, /download?release= those of a release.",
  },
  "unknown-path": { status: 404, title: "Nothing here", remedy: "See / for what there is." },
  "unsatisfiable-range": {
    status: 416,
    title: "The file has no such part",
    remedy: "Ask for bytes that lie within the file: Content-Range says how long it is.",
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
    remedy: "Try again in a moment. If you run this server: /readyz says what is wrong.",
  },
  internal: {
    status: 500,
    title: "Something broke on our side",
    remedy: "Try again; if it stays, report it with the request id from the X-Request-Id header.",
  },
} as const;

export type ProblemName = keyof typeof PROBLEMS;

/** What is at fault, for problems that a parameter caused. */
export interface Fault {
  /** The parameter's name. */
  parameter: string;
  detail: string;
  /** The nearest known name or values. */
  nearest?: string[] | undefined;
}

/** Problem details (RFC 9457), as the API documents them. */
export const problemSchema = z
  .object({
    type: z.string().openapi({
      description: "The page that says how to resolve it.",
      example: "/problems/invalid-parameter",
    }),
    title: z.string().openapi({ example: "Invalid parameter" }),
    status: z.int().openapi({ example: 400 }),
    detail: z.string().openapi({
      description: "What is wrong this time, and how to mend it.",
      example: 'region: "XX" is not an ISO 3166 code or group.',
    }),
    instance: z.string().openapi({ description: "The path that was asked for.", example: "/platforms" }),
    parameter: z
      .string()
      .optional()
      .openapi({ description: "The parameter at fault, where one is.", example: "region" }),
    nearest: z
      .array(z.string())
      .optional()
      .openapi({ description: "The nearest known names.", example: ["DE"] }),
    errors: z
      .array(z.object({ parameter: z.string(), detail: z.string(), nearest: z.array(z.string()).optional() }))
      .optional()
      .openapi({ description: "Every parameter at fault, where there are several." }),
  })
  .openapi("Problem", { description: "Problem details (RFC 9457)." });

/** An error that is answered as problem details. */
export class Problem extends Error {
  override name = "Problem";
  readonly problem: ProblemName;
  readonly faults: readonly Fault[];
  constructor(problem: ProblemName, detail: string, faults: readonly Fault[] = []) {
    super(detail);
    this.problem = problem;
    this.faults = faults;
  }
}

/**
 * A problem for a name that is not known, with the nearest that is.
 * @param said what is wrong, a sentence; the suggestion is added to it, and then `more`
 */
export function unknownName(
  problem: ProblemName,
  parameter: string,
  said: string,
  written: string,
  known: readonly string[],
  more = "",
): Problem {
  const near = nearest(written, known);
  const detail = `${said}${didYouMean(written, known)}${more}`;
  return new Problem(problem, detail, [{ parameter, detail, nearest: near === undefined ? [] : [near] }]);
}

/** The body of a problem. */
export function problemBody(
  { problem, message, faults }: Problem,
  instance: string,
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
    ...(faults.length > 1 && {
      errors: faults.map(({ parameter, detail, nearest }) => ({
        parameter,
        detail,
        ...(nearest?.length ? { nearest } : {}),
      })),
    }),
  };
}

/** A problem as a response. */
export function problemResponse(problem: Problem, instance: string): Response {
  const { status } = PROBLEMS[problem.problem];
  return new Response(`${JSON.stringify(problemBody(problem, instance))}\n`, {
    status,
    headers: {
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": status >= 500 ? "no-store" : "public, max-age=60",
      ...(status === 405 && { Allow: "GET, HEAD, OPTIONS" }),
      ...(status === 503 && { "Retry-After": "5" }),
    },
  });
}

const example = (name: ProblemName, detail: string, extra: object = {}) => ({
  type: `/problems/${name}`,
  title: PROBLEMS[name].title,
  status: PROBLEMS[name].status,
  detail,
  instance: "/platforms",
  ...extra,
});

const content = (value: unknown) => ({
  "application/problem+json": { schema: problemSchema, example: value },
});

/** The errors that every data route documents. */
export const commonErrors = {
  400: {
    description: "A parameter is unknown or has a wrong value.",
    content: content(
      example("invalid-parameter", 'region: "XX" is not an ISO 3166 code or group.', {
        parameter: "region",
        nearest: ["MX"],
      }),
    ),
  },
  503: {
    description: "The database cannot be read.",
    content: content(example("unavailable", "The database cannot be read.")),
  },
} as const;

/** The error of routes that name one thing. */
export const notFound = (name: ProblemName, detail: string, nearest: string[]) =>
  ({
    404: {
      description: PROBLEMS[name].title,
      content: content(example(name, detail, { parameter: "id", nearest })),
    },
  }) as const;
