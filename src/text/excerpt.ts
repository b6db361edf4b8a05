/** How much of the equal text before a difference is quoted, in UTF-16 code units. */
const LEAD = 24;

const isLowSurrogate = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The nearest place at or before a position that does not split a character. */
const boundary = (text: string, at: number): number => (isLowSurrogate(text, at) ? at - 1 : at);

/** The beginning of a text, at most some code units long, cut after a word where there is one. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, boundary(text, limit - 1));
  const space = cut.lastIndexOf(" ");
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Where the word begins from which a difference is quoted. */
function leadOf(text: string, difference: number): number {
  if (difference <= LEAD) return 0;
  const space = text.indexOf(" ", difference - LEAD);
  return space !== -1 && space < difference ? space + 1 : boundary(text, difference - LEAD);
}

const excerpt = (text: string, from: number, limit: number): string =>
  `${from > 0 ? "…" : ""}${shortened(text.slice(from), limit)}`;

/** The first position at which two texts differ, never inside a character. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return Math.min(boundary(a, at), boundary(b, at));
}

/**
 * Two different texts, both cut around their first difference, with the words just before it:
 * `…the newer terms say of…`.
 * @param limit how long each may be, in UTF-16 code units and without the leading mark
 */
export function differingExcerpts(before: string, after: string, limit = 70): [string, string] {
  const at = firstDifference(before, after);
  const from = before.length <= limit && after.length <= limit ? 0 : leadOf(before, at);
  return [excerpt(before, from, limit), excerpt(after, from, limit)];
}
