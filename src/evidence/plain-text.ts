/*
 * Markdown without its targets and tags. Two readings of one document must give the same words, whatever
 * wrote the Markdown; fingerprints depend on it. One pass over the text: its time grows with its length only.
 */

/** What opens and closes links, with the escapes that make a sign plain text. */
const SIGN = /\\[\s\S]|!?\[|\]/g;
/** A quoted title of a link, in one paragraph. */
const title = (quote: string): string =>
  `${quote}[^${quote}\\\\\\n]*(?:(?:\\\\[^]|\\n(?![^\\S\\n]*\\n))[^${quote}\\\\\\n]*)*${quote}`;
/** A target in which parentheses need not be balanced: `(address "title")`, `(<address>)`. */
const DELIMITED = new RegExp(
  [
    "\\(\\s*(?:",
    `[^\\s()<\\\\][^\\s()\\\\]*(?:\\\\.[^\\s()\\\\]*)*\\s+(?:${title('"')}|${title("'")})`,
    "|",
    `<[^<>\\n\\\\]*(?:\\\\.[^<>\\n\\\\]*)*>(?:\\s+(?:${title('"')}|${title("'")}))?`,
    ")\\s*\\)",
  ].join(""),
  "y",
);
/** Parentheses and the ends of paragraphs: with escapes, and as if there were none. */
const PARENTHESES = [/\\[\s\S]|[()]|\n[^\S\n]*\n/g, /[()]|\n[^\S\n]*\n/g] as const;
/** A tag, comment or autolink of HTML: after `<` comes a letter, `/`, `!` or `?`. `<13` is text. */
const TAG = /(\\<)|<[a-z/!?][^<>]*>/gi;

/** For each `(` right after a `]`, the index after the `)` that closes it in its paragraph. */
function targetEnds(markdown: string, parentheses: RegExp): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  let open: number[] = [];
  for (const { 0: sign, index } of markdown.matchAll(parentheses)) {
    if (sign === "(") open.push(index);
    else if (sign === ")") {
      const start = open.pop();
      if (start !== undefined && markdown[start - 1] === "]") ends.set(start, index + 1);
    } else if (sign.startsWith("\n")) open = [];
  }
  return ends;
}

/** Links and images as their text, `[text](address)` and `![text](address)`, also inside each other. */
function withoutTargets(markdown: string): string {
  // Turndown leaves a `\` at the end of an address alone, which then escapes the parenthesis after it.
  const [escaping, plain] = PARENTHESES.map((signs) => targetEnds(markdown, signs));
  const endOf = (start: number): number | undefined => {
    if (markdown[start] !== "(") return undefined;
    DELIMITED.lastIndex = start;
    return DELIMITED.test(markdown) ? DELIMITED.lastIndex : (escaping?.get(start) ?? plain?.get(start));
  };
  const parts: string[] = [];
  /** Indexes in `parts` of brackets that are open. */
  const open: number[] = [];
  let from = 0;
  SIGN.lastIndex = 0;
  for (let found = SIGN.exec(markdown); found; found = SIGN.exec(markdown)) {
    const [sign] = found;
    if (sign.startsWith("\\")) continue;
    parts.push(markdown.slice(from, found.index));
    from = SIGN.lastIndex;
    if (sign !== "]") open.push(parts.push(sign) - 1);
    else {
      const bracket = open.pop();
      const end = bracket === undefined ? undefined : endOf(from);
      if (bracket === undefined || end === undefined) parts.push(sign);
      else {
        parts[bracket] = "";
        from = SIGN.lastIndex = end;
      }
    }
  }
  return parts.join("") + markdown.slice(from);
}

/** A document without its targets and tags: Markdown links and images become their text, HTML tags a space. */
export const plainText = (markdown: string): string =>
  withoutTargets(markdown).replace(TAG, (_, escaped?: string) => escaped ?? " ");
