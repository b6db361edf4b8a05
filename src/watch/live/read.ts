import type { Passage } from "../../model/index.ts";
import { Text } from "../text.ts";
import { markdownWithin } from "./page-text.ts";

/** What a page that came shows. */
export type PageState = "passage-stands" | "passage-gone" | "login-wall" | "cookie-wall" | "empty";

/** What became of each passage of a source on its page. */
export interface ReadPage {
  state: PageState;
  /** Ids of the passages that were not found. */
  missing: string[];
}

/** With fewer letters than this it is not a document. */
const EMPTY = 200;
/** A page in front of another one has little text. */
const WALL = 4000;

/** Paths and hosts at which people sign in. */
const LOGIN_URL =
  /(?:^|[/.])(?:log-?in|sign-?in|authwall|checkpoint|sso|oauth2?|accounts?\/(?:login|signin))(?:[/.?]|$)/i;
const PASSWORD_FIELD = /<input[^>]+type\s*=\s*["']?password/i;
const LOGIN_WORDS =
  /\b(?:log in|sign in|anmelden|einloggen|se connecter|connexion|iniciar sesión|accedi|inloggen)\b/u;
const COOKIE_WORDS =
  /\b(?:cookies?|consent|einwilligung|consentement|consentimiento|consenso|toestemming|enable javascript)\b/u;

/** Does an address lead to a page where people sign in? */
export const leadsToLogin = (url: string): boolean => {
  const { hostname, pathname } = new URL(url);
  return LOGIN_URL.test(`${hostname}${pathname}`);
};

/** How long a page may take to be converted. */
const CONVERT_MS = 30_000;

/**
 * Looks for passages in a page: HTML as Markdown, anything else as it is. Where none is found, says what the
 * page seems to be instead. Undefined for HTML that cannot be converted.
 */
export async function readPage(
  body: string,
  contentType: string,
  passages: readonly Passage[],
  convertMs = CONVERT_MS,
): Promise<ReadPage | undefined> {
  const markdown = /html/i.test(contentType) ? await markdownWithin(body, convertMs) : body;
  if (markdown === undefined) return undefined;
  const text = new Text(markdown);
  const missing = passages.filter((p) => !["stands", "moved"].includes(text.passage(p))).map((p) => p.id);
  if (missing.length === 0) return { state: "passage-stands", missing };
  const { normalised } = text;
  if (missing.length < passages.length || normalised.length > WALL) return { state: "passage-gone", missing };
  if (PASSWORD_FIELD.test(body) || (normalised.length < EMPTY * 5 && LOGIN_WORDS.test(normalised)))
    return { state: "login-wall", missing };
  if (COOKIE_WORDS.test(normalised) && normalised.length < EMPTY * 10)
    return { state: "cookie-wall", missing };
  return { state: normalised.length < EMPTY ? "empty" : "passage-gone", missing };
}
