import * as z from "zod";
import "./openapi-method.ts";
import type { RecordKind } from "../../db/index.ts";
import { isDay, termsOf, type Vocabulary } from "../../model/index.ts";
import { EXPECTED_DAY } from "../../policy/index.ts";
import { nearest } from "../../text/nearest.ts";
import { show } from "../../text/show.ts";
import type { ProblemName } from "./problem.ts";

/**
 * Adds an issue that carries values that may be meant to the error handler.
 * @param explained whether the message already says so
 */
export const reject = (
  ctx: z.core.$RefinementCtx,
  message: string,
  near: string | readonly string[] | undefined,
  explained = false,
) => {
  const nearest = near === undefined ? [] : [near].flat();
  ctx.addIssue({ code: "custom", message, params: { nearest, explained }, input: ctx.value });
  return z.NEVER;
};

/** A parameter that takes one term of a vocabulary. */
export const termParam = <K extends string>(v: Vocabulary<K>, name: string, description: string) => {
  const terms = termsOf(v);
  return z
    .string()
    .transform((text, ctx): K => {
      const term = terms.find((t) => t === text.toLowerCase());
      return term ?? reject(ctx, `${show(text)} is not one of ${terms.join(", ")}.`, nearest(text, terms));
    })
    .optional()
    .openapi({ type: "string", enum: terms, param: { name, in: "query", description }, description });
};

/** A parameter that takes some of a few words, separated by commas. Gives them sorted, each once. */
export const wordsParam = <K extends string>(
  words: readonly K[],
  { name, description, example }: { name: string; description: string; example: NoInfer<K> },
) =>
  z
    .string()
    .transform((text, ctx): K[] => {
      const found: K[] = [];
      for (const part of text.split(",").map((p) => p.trim())) {
        const word = words.find((w) => w === part.toLowerCase());
        if (!word)
          return reject(ctx, `${show(part)} is not one of ${words.join(", ")}.`, nearest(part, words));
        found.push(word);
      }
      return [...new Set(found)].sort();
    })
    .optional()
    .openapi({
      type: "string",
      example,
      param: { name, in: "query", description },
      description: `${description} One or more of: ${words.join(", ")}.`,
    });

/** A parameter that takes terms of a vocabulary, separated by commas; any of them matches. */
export const termsParam = <K extends string>(
  v: Vocabulary<K>,
  name: string,
  description: string,
  example: NoInfer<K>,
) =>
  wordsParam(termsOf(v), {
    name,
    description: `${description} Several, separated by commas, mean any of them.`,
    example,
  });

/** How the parameters of a path are documented, by name. */
export type PathParams = Readonly<Record<string, { description: string; example: string }>>;

/** A parameter that names records. */
export interface IdRequest {
  parameter: string;
  kind: RecordKind;
  /** The problem for text that means no record. */
  problem: ProblemName;
  /** Whether the order of a list has a meaning. */
  ordered?: boolean;
}

const ID_REQUESTS = new WeakMap<z.ZodType, IdRequest>();

/** A parameter that names records: before a handler sees it, every name becomes an id (find.ts). */
function naming<S extends z.ZodType>(schema: S, request: IdRequest): S {
  ID_REQUESTS.set(schema, request);
  return schema;
}

/** The parameters of a query that name records. */
export const idRequestsOf = (query: Readonly<Record<string, z.ZodType>>): IdRequest[] =>
  Object.values(query).flatMap((schema) => ID_REQUESTS.get(schema) ?? []);

type IdDescription = Partial<IdRequest> & { description: string; example: string };

/** A parameter that takes one record's id, an alias or its name. */
export const recordParam = (kind: RecordKind, { description, example, ...request }: IdDescription) => {
  const { parameter = kind } = request;
  return naming(
    z
      .string()
      .min(1, `is empty; give the ${kind}'s id, or omit it.`)
      .optional()
      .openapi({ example, param: { name: parameter, in: "query", description } }),
    { parameter, kind, problem: "invalid-parameter", ...request },
  );
};

/** A parameter that takes ids, aliases or names of platforms, separated by commas; `most` of them. */
export const recordsParam = (
  kind: RecordKind,
  { description, example, most, ...request }: IdDescription & { most: number },
) => {
  const { parameter = kind } = request;
  return naming(
    z
      .string()
      .transform((text, ctx): string[] => {
        const written = [...new Set(text.split(",").map((id) => id.trim()))];
        if (written.includes(""))
          return reject(ctx, "has an empty entry. Separate ids by single commas.", undefined);
        if (written.length > most)
          return reject(ctx, `has ${written.length} ${kind}s; the most is ${most}.`, undefined);
        return written;
      })
      .optional()
      .openapi({ type: "string", example, param: { name: parameter, in: "query", description } }),
    { parameter, kind, problem: "invalid-parameter", ...request },
  );
};

/** How many platforms a filter can name. */
const MOST_PLATFORMS = 100;

/** The filter by platforms; any of them matches. */
export const platformsParam = recordsParam("platform", {
  description: `Only this platform's; several, separated by commas (at most ${MOST_PLATFORMS}). Aliases and names work too.`,
  example: "linkedin",
  most: MOST_PLATFORMS,
});

/** A parameter that takes a calendar day. */
export const dayParam = (name: string, description: string) =>
  z
    .string()
    .refine(isDay, `is not ${EXPECTED_DAY}.`)
    .optional()
    .openapi({
      type: "string",
      format: "date",
      example: "2026-01-01",
      param: { name, in: "query", description },
      description,
    });

/** In the place of a version: the newest. */
export const LATEST = "latest";

/** The parameter that names a release. `latest` is the current state, as without it. */
export const releaseParam = z
  .string()
  .regex(/^(latest|\d{4}\.\d{1,2}\.\d+)$/, "is not a version (YYYY.MM.N) or latest.")
  .transform((version) => (version === LATEST ? undefined : version))
  .optional()
  .openapi({
    type: "string",
    pattern: "^(latest|\\d{4}\\.\\d{1,2}\\.\\d+)$",
    example: "2026.11.1",
    param: {
      name: "release",
      in: "query",
      description:
        "The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.",
    },
  });

/** The default number of items on a page. */
export const PAGE = 50;

/** The parameter for the length of a page. */
export const limitParam = z
  .string()
  .regex(/^([1-9]\d?|100)$/, "is not a whole number from 1 to 100.")
  .transform(Number)
  .optional()
  .openapi({
    type: "integer",
    minimum: 1,
    maximum: 100,
    example: 20,
    param: { name: "limit", in: "query", description: `Items per page. Default: ${PAGE}.` },
  });

const CURSOR = {
  param: { name: "cursor", in: "query", description: "Where the previous page ended. Use `next` unchanged." },
} as const;

/** The parameter for the next page. */
export const cursorParam = z.string().optional().openapi(CURSOR);

/** The parameter for the next page, where a position in the list marks it. */
export const numberCursorParam = z
  .string()
  .regex(/^\d{1,15}$/, "is not a cursor of this API. Use the value from `next` unchanged.")
  .transform(Number)
  .optional()
  .openapi({ type: "string", ...CURSOR });

/** A path's id. */
export const idParam = (what: RecordKind, example: string): PathParams => ({
  id: {
    description: `The ${what}'s id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.`,
    example,
  },
});
