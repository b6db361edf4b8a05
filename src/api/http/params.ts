import * as z from "zod";
import type { RecordKind } from "../../db/index.ts";
import { isDay, termsOf, type Vocabulary } from "../../model/index.ts";
import { show } from "../../text/show.ts";
import { documented, documentedAs, type ValueOf } from "./documented.ts";
import { meanings } from "./meanings.ts";
import { meaning } from "./meant.ts";
import { reject } from "./reject.ts";

/** A parameter that takes one of a few words, in any case. */
export const wordParam = <K extends string>(
  words: readonly K[],
  { name, description, value }: { name: string; description: string; value: ValueOf },
) =>
  documented(
    z
      .string()
      .transform((text, ctx): K => {
        const word = words.find((w) => w === text.toLowerCase());
        const meant = async () => meaning((await meanings()).wordMeant(name, text, words));
        return word ?? reject(ctx, `${show(text)} is not one of ${words.join(", ")}.`, { meant });
      })
      .optional(),
    { name, description, value },
  );

/** A parameter that takes one term of a vocabulary. */
export const termParam = <K extends string>(v: Vocabulary<K>, name: string, description: string) =>
  wordParam(termsOf(v), { name, description, value: { vocabulary: v } });

/** What a parameter with a list of words declares. */
interface WordsDescription<K extends string> {
  name: string;
  description: string;
  example: readonly NoInfer<K>[];
  value: ValueOf;
}

/** A parameter that takes some of a few words, separated by commas. Gives them sorted, each once. */
export const wordsParam = <K extends string>(
  words: readonly K[],
  { name, description, example, value }: WordsDescription<K>,
) =>
  documented(
    z
      .string()
      .transform((text, ctx): K[] => {
        const found: K[] = [];
        for (const part of text.split(",").map((p) => p.trim())) {
          const word = words.find((w) => w === part.toLowerCase());
          const meant = async () => meaning((await meanings()).wordMeant(name, part, words));
          if (!word) return reject(ctx, `${show(part)} is not one of ${words.join(", ")}.`, { meant, part });
          found.push(word);
        }
        return [...new Set(found)].sort();
      })
      .optional(),
    { name, description, value, list: {}, example },
  );

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
    example: [example],
    value: { vocabulary: v },
  });

/** How the parameters of a path are documented, by name. */
export type PathParams = Readonly<Record<string, { description: string; example: string }>>;

/** A parameter that names records. */
export interface IdRequest {
  parameter: string;
  kind: RecordKind;
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

/** The same parameter where a request needs it. */
export function required<T extends z.ZodType>(schema: z.ZodOptional<T>): T {
  const inner = schema.unwrap();
  const request = ID_REQUESTS.get(schema);
  if (request) ID_REQUESTS.set(inner, request);
  return documentedAs(inner, schema);
}

type IdDescription<E> = Partial<IdRequest> & { description: string; example: E };

/** A parameter that takes one record's id, an alias or its name. */
export const recordParam = (
  kind: RecordKind,
  { description, example, ...request }: IdDescription<string>,
) => {
  const { parameter = kind } = request;
  const schema = z.string().min(1, `is empty; give the ${kind}'s id, or omit it.`).optional();
  const value: ValueOf = { form: { type: "string", minLength: 1 } };
  return naming(
    documented(schema, { name: parameter, description, value, example, unknown: `unknown-${kind}` }),
    { parameter, kind, ...request },
  );
};

/** An entry of a list of names: not blank, and without commas. */
const ENTRY = "^[^,]*[^,\\s][^,]*$";

/** A parameter that takes ids, aliases or names of records, separated by commas; `most` of them. */
export const recordsParam = (
  kind: RecordKind,
  { description, example, most, ...request }: IdDescription<readonly string[]> & { most: number },
) => {
  const { parameter = kind } = request;
  const schema = z
    .string()
    .transform((text, ctx): string[] => {
      const written = text.split(",").map((id) => id.trim());
      if (written.includes("")) {
        const value = written.filter((id) => id !== "").join(",");
        return reject(ctx, "has an empty entry. Separate ids by single commas.", {
          meant: () => meaning(value === "" ? undefined : value),
        });
      }
      if (written.length > most)
        return reject(
          ctx,
          `has ${written.length} ${kind}s; the most is ${most}. Ask for the others separately.`,
        );
      return [...new Set(written)];
    })
    .optional();
  return naming(
    documented(schema, {
      name: parameter,
      description,
      value: { form: { type: "string", pattern: ENTRY } },
      list: { most },
      example,
      unknown: `unknown-${kind}`,
    }),
    { parameter, kind, ...request },
  );
};

/** How many platforms a filter can name. */
const MOST_PLATFORMS = 100;

/** The filter by platforms; any of them matches. */
export const platformsParam = recordsParam("platform", {
  description: `Only this platform's; several, separated by commas (at most ${MOST_PLATFORMS}). Aliases and names work too.`,
  example: ["linkedin"],
  most: MOST_PLATFORMS,
});

/** What is said of text that is not a day. */
const NOT_A_DAY = "is not a valid date. Write year, month and day with hyphens: 2026-01-31.";

/** A parameter that takes a calendar day. */
export const dayParam = (name: string, description: string, unknown?: "empty-period") =>
  documented(
    z
      .string()
      .transform((text, ctx): string =>
        isDay(text)
          ? text
          : reject(ctx, `${show(text)} ${NOT_A_DAY}`, {
              meant: async ({ s }) => (await meanings()).dayMeant(text, s.today()),
            }),
      )
      .optional(),
    {
      name,
      description,
      value: { form: { type: "string", format: "date" } },
      example: "2026-01-01",
      unknown,
    },
  );

/** The days of a period. The second is not part of it. */
export const periodParams = (first: string, end: string) => ({
  since: dayParam("since", first, "empty-period"),
  until: dayParam("until", end, "empty-period"),
});

/** The default number of items on a page. */
export const PAGE = 50;

/** The most items on a page. */
const MOST_ITEMS = 100;

/** The parameter for the length of a page. */
export const limitParam = documented(
  z
    .string()
    .transform((text, ctx): number =>
      /^([1-9]\d?|100)$/.test(text)
        ? Number(text)
        : reject(ctx, `${show(text)} is not a whole number from 1 to ${MOST_ITEMS}, such as 20.`, {
            meant: async () => (await meanings()).numberMeant(text, 1, MOST_ITEMS),
          }),
    )
    .optional(),
  {
    name: "limit",
    description: `Items per page. Default: ${PAGE}.`,
    value: { form: { type: "integer", minimum: 1, maximum: MOST_ITEMS } },
    example: 20,
  },
);

/** A path's id. */
export const idParam = (what: RecordKind, example: string): PathParams => ({
  id: {
    description: `The ${what}'s id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.`,
    example,
  },
});
