import { PROBLEM_TYPE, PROBLEMS, type ProblemName } from "./problem.ts";

/* The errors of endpoints, as they are documented. */

const example = (name: ProblemName, detail: string, extra: object = {}) => ({
  type: `/problems/${name}`,
  title: PROBLEMS[name].title,
  status: PROBLEMS[name].status,
  detail,
  instance: "/platforms",
  ...extra,
});

const content = (value: unknown) => ({ [PROBLEM_TYPE]: { example: value } });

const header = (description: string, value: string) => ({
  description,
  required: true,
  schema: { type: "string" as const, example: value },
});

/** The errors that every endpoint documents. */
export const commonErrors = {
  400: {
    description: "A parameter is unknown or has a wrong value.",
    content: content(
      example(
        "invalid-parameter",
        'region: "Germany" is not an ISO 3166 code (DE, US-CA) or a group (EU, EEA). Places are given by code; Germany is DE.',
        { parameter: "region", nearest: ["DE"], suggestion: "/platforms?region=DE" },
      ),
    ),
  },
  414: {
    description: "The path and the query have more characters than are read.",
    content: content(
      example("uri-too-long", "The path and the query have 9120 characters: at most 8000 are read."),
    ),
  },
  429: {
    description: "This client has sent too many requests. On servers without a limit it does not occur.",
    headers: {
      "Retry-After": header("Seconds to wait.", "17"),
      "RateLimit-Policy": header("Requests (q) per seconds (w).", '"client";q=600;w=60'),
      RateLimit: header(
        "Requests that remain (r), and seconds until there are more (t).",
        '"client";r=0;t=17',
      ),
    },
    content: content(
      example("rate-limited", "More than 600 requests in 60 seconds: try again in 17 seconds."),
    ),
  },
  431: {
    description: "The path, the query and the headers have more bytes than are read.",
    content: content(
      example("headers-too-large", "The request line and the headers have more than 16384 bytes."),
    ),
  },
  503: {
    description: "The database cannot be read, or the server is busy.",
    content: content(example("unavailable", "The database cannot be read.")),
  },
} as const;

/** The error of endpoints where a value of the right form can name nothing. */
export const nothingNamed = (names: readonly ProblemName[]) => {
  const [first] = names;
  return first === undefined
    ? undefined
    : {
        description: `${names.map((name) => PROBLEMS[name].title).join(". ")}.`,
        content: content(example(first, `${PROBLEMS[first].title}. ${PROBLEMS[first].remedy}`)),
      };
};

/** The error of endpoints about one thing, when it does not exist. */
export const notFound = (name: ProblemName, detail: string, nearest: string[]) =>
  ({
    404: {
      description: PROBLEMS[name].title,
      content: content(example(name, detail, { parameter: "id", nearest })),
    },
  }) as const;
