const TYPES = { and: "conjunction", or: "disjunction" } as const;

const formats = new Map<keyof typeof TYPES, Intl.ListFormat>();

/** How lists are joined. Made when it is first needed: loading the language's data takes milliseconds. */
function formatOf(last: keyof typeof TYPES): Intl.ListFormat {
  const format = formats.get(last) ?? new Intl.ListFormat("en-GB", { type: TYPES[last] });
  formats.set(last, format);
  return format;
}

/** A list as people write it: `a, b and c`. */
export const listInWords = (items: readonly string[], last: "and" | "or" = "and"): string =>
  formatOf(last).format(items);

/** The same words at the beginning of a sentence. */
export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Words as a sentence: with a full stop, unless they end with one (`X Corp.`). */
export const fullStop = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);

/** A number of things: `1 step`, `3 steps`. */
export const countInWords = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** The parts that are not empty, joined. */
export const joinPresent = (parts: readonly (string | null | undefined | false)[], separator = " "): string =>
  parts
    .filter((part) => part !== "" && part !== null && part !== undefined && part !== false)
    .join(separator);
