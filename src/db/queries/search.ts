import { type SQL, sql } from "drizzle-orm";
import { hostsOf } from "../../model/index.ts";
import { compactName, foldText } from "../../text/fold.ts";
import { isIn } from "./sql.ts";

/*
 * Full-text search over platforms (FTS5). Text is folded (text/fold.ts) when it is written and when it is
 * searched for, so that case, accents and their Unicode form do not matter. `keys` and `operator_keys` have
 * whole names without spaces and punctuation, so that `open ai` finds OpenAI, and `x.com` finds X.
 */

const quoted = (token: string): string => `"${token}"`;

/** The words of a query, each of which must begin a word of the text. */
const wordsOf = (q: string): string[] => [...new Set(foldText(q).match(/[\p{L}\p{N}]+/gu) ?? [])];

/** What a query is as a whole name, or as an address: its host, and those above it. */
const namesIn = (q: string): string[] => [
  ...new Set([q, ...(q.includes(".") ? hostsOf(q) : [])].map(compactName).filter((key) => key !== "")),
];

const allWords = (q: string): string =>
  wordsOf(q)
    .map((word) => `${quoted(word)}*`)
    .join(" AND ");

/** An FTS5 query for a list of names, each as a whole or (`begins`) as the beginning of one. */
const anyName = (column: string, q: string, begins = false): string =>
  `${column} : (${namesIn(q)
    .map((name) => (begins ? `${quoted(name)}*` : quoted(name)))
    .join(" OR ")})`;

const matching = (revision: SQL, match: string): SQL =>
  sql`${revision} in (select rowid from platform_search where platform_search match ${match})`;

/**
 * The one letter or digit that a query is; undefined where it is more. Most texts have a word that begins with any
 * letter, so a single one finds names only. Single signs of other scripts are words.
 */
export function letterOf(q: string): string | undefined {
  const name = compactName(q);
  return /^[a-z0-9]$/.test(name) ? name : undefined;
}

/** What a search for one letter finds: conditions are on `platforms p`. */
export interface Lettered {
  query: SQL;
  has: SQL;
  /** Whether the name begins with the letter. */
  begins: SQL;
  /** Whether the letter is a whole name. Few. */
  isExact: SQL;
}

/** The revisions with an id or another name that is a letter. The full-text index has long lists of its words. */
const calledBy = (letter: string): SQL =>
  sql`(select o.revision from platforms o where o.id = ${letter} or o.sort_name = ${letter} union select a.revision from aliases a where a.alias in (${letter}, ${letter.toUpperCase()}))`;

/** The platforms whose name begins with a letter, and those with an id, alias or name that it is. */
export function namedBy(letter: string, publication: number): Lettered {
  const next = String.fromCharCode(letter.charCodeAt(0) + 1);
  const begins = (alias: string): SQL => {
    const name = sql.raw(`${alias}.sort_name`);
    return sql`${name} >= ${letter} and ${name} < ${next}`;
  };
  const isExact = sql`p.revision in ${calledBy(letter)}`;
  return {
    query: sql`select n.revision from platforms n indexed by platforms_name where ${begins("n")} and ${isIn("n", publication)} union select n.revision from ${calledBy(letter)} k join platforms n on n.revision = k.revision where ${isIn("n", publication)}`,
    has: sql`(${begins("p")} or ${isExact})`,
    begins: begins("p"),
    isExact,
  };
}

/** Whether there is anything to search for. */
const isSearchable = (q: string): boolean => wordsOf(q).length > 0;

/** Whether a platform's text has every word of a query, or its name or its operator's begins with all of it. */
export const hasText = (revision: SQL, q: string): SQL =>
  isSearchable(q)
    ? matching(
        revision,
        `(${allWords(q)}) OR (${anyName("keys", q, true)}) OR (${anyName("operator_keys", q, true)})`,
      )
    : sql`0`;

/**
 * How well a platform matches a query, 0 the best, as an SQL expression of one digit: it has this id, alias,
 * name or domain (0); one of those begins so (1); its operator has this name (2); the words are in its names
 * (3), in its operator's (4), or elsewhere in its text (5).
 */
export function relevance(revision: SQL, q: string): SQL {
  if (!isSearchable(q)) return sql`'5'`;
  const letter = letterOf(q);
  if (letter !== undefined) return sql`case when ${revision} in ${calledBy(letter)} then '0' else '1' end`;
  const ranks = [
    anyName("keys", q),
    anyName("keys", q, true),
    anyName("operator_keys", q),
    `{name aliases domains keys} : (${allWords(q)})`,
    `({operator operator_keys} : (${allWords(q)})) OR (${anyName("operator_keys", q, true)})`,
  ];
  const cases = ranks.map(
    (match, rank) => sql`when ${matching(revision, match)} then ${sql.raw(`'${rank}'`)}`,
  );
  return sql`case ${sql.join(cases, sql` `)} else '5' end`;
}
