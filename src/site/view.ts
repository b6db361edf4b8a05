import type { Publication } from "../db/index.ts";
import { type Language, LANGUAGES as SPOKEN } from "../language/index.ts";
import { ALL_DIMENSIONS, type Audience } from "../model/index.ts";
import { remembered } from "../text/remembered.ts";
import { LANGUAGES, type LanguageCode } from "./paths.ts";
import { WORDS, type Words } from "./words/index.ts";

/** Parameters of a link; those without a value are omitted. */
export type Params = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** What a page is about: its own path and parameters, without the audience. */
export interface Address {
  /** Without the language. */
  path: string;
  params: Params;
}

/** What every part of a page needs to know about the request. */
export interface View {
  code: LanguageCode;
  /** The language in the path; links keep it. */
  prefix: LanguageCode | undefined;
  words: Words;
  language: Language;
  /** The person whose answers the page shows. */
  who: Audience;
  /** The default day of answers. */
  today: string;
  /** What is shown; undefined on the page of an error. */
  publication: Publication | undefined;
  /** The release that the request names. */
  release: string | undefined;
  /** The origin of absolute URLs. */
  origin: string;
  address: Address;
}

/** What a view is made from. */
export type ViewOptions = Omit<View, "words" | "language">;

export const viewOf = (options: ViewOptions): View => ({
  ...options,
  words: WORDS[options.code],
  language: SPOKEN[options.code],
});

const queryOf = (params: Params): string => {
  const given: [string, string][] = [];
  for (const name in params) {
    const text = String(params[name] ?? "");
    if (text !== "") given.push([name, text]);
  }
  // Most links have none.
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
};

/** The parameters by which a link keeps the person: those that differ from their defaults. */
export const audienceParams = remembered(
  ({ who, today, release }: View): Params => ({
    ...Object.fromEntries(
      ALL_DIMENSIONS.map(({ facet, unspecified }) => [facet, who[facet] === unspecified ? null : who[facet]]),
    ),
    as_of: who.asOf === today ? null : who.asOf,
    release,
  }),
);

/** The path of a page in a language; undefined for the one that the browser's languages decide. */
export const pathIn = (path: string, code: LanguageCode | undefined): string =>
  code === undefined ? path : `/${code}${path === "/" ? "" : path}`;

/** The path of a page in the same language, for forms, which send everything else as fields. */
export const pathOf = (view: View, path: string): string => pathIn(path, view.prefix);

/** The query of most links. */
const personQuery = remembered((view: View): string => queryOf(audienceParams(view)));

/** A link to a page, for the same person and in the same language. */
export const link = (view: View, path: string, params?: Params): string =>
  pathOf(view, path) +
  (params === undefined ? personQuery(view) : queryOf({ ...audienceParams(view), ...params }));

/** A link to what is not a page: the same in every language. */
export const plainLink = (path: string, params: Params = {}): string => `${path}${queryOf(params)}`;

/** The page itself in another language, for the same person. */
export const inLanguage = (view: View, code: LanguageCode): string =>
  `${pathIn(view.address.path, code)}${queryOf({ ...audienceParams(view), ...view.address.params })}`;

/** The URL of a page in its language, for everyone. */
export const absolute = ({ origin, code }: Pick<View, "origin" | "code">, path: string): string =>
  origin + pathIn(path, code);

/**
 * The URLs of the page in each language and without one, for search engines. They name the place, because
 * people search for it, and nothing else about the person.
 */
export function canonicalLinks(view: View): { canonical: string; alternates: [string, string][] } {
  const { address, origin, who, code } = view;
  const region = address.path.startsWith("/platforms/") ? who.region : null;
  const at = (language: LanguageCode | undefined) =>
    `${origin}${pathIn(address.path, language)}${queryOf({ region, ...address.params })}`;
  return {
    canonical: at(code),
    alternates: [
      ...LANGUAGES.map((language): [string, string] => [language, at(language)]),
      ["x-default", at(undefined)],
    ],
  };
}
