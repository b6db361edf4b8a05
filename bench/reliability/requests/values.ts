import fc from "fast-check";

/* Values of parameters: right, wrong and odd. */

/** What exists in the dataset that is served. */
export interface Known {
  platforms: readonly string[];
  operators: readonly string[];
  hosts: readonly string[];
  releases: readonly string[];
  /** Taken from answers (`next`), as clients use them. */
  cursors: string[];
}

export type Text = fc.Arbitrary<string>;

/** What programs and people send that is not a value of anything. */
const ODD = [
  "",
  " ",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e400",
  "99999999999999999999",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "' OR 1=1 --",
  "'); DROP TABLE platforms; --",
  '"',
  "\\",
  "%",
  "*",
  "NEAR(",
  "a AND",
  "name:x",
  "^",
  "../../etc/passwd",
  "..\\..\\x",
  "<script>alert(1)</script>",
  "{{7*7}}",
  "$" + "{x}",
  "\u0000",
  "\u001b[31m",
  "\r\nX-Injected: 1",
  "\u202e",
  "\ud800",
  "e\u0301",
  "İ",
  "ﬀ",
  "漢字",
  "👩‍👩‍👧",
  "x".repeat(300),
  "9999-12-31",
  "0000-00-00",
  "2026-02-30",
  "eyJ9",
  "WyJuYW1lIiwxZTQwMCwieCJd",
];
/** Any of them, or any text. */
export const odd: Text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...ODD) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) },
);

const PLACES = [
  "DE",
  "FR",
  "GB",
  "US",
  "US-CA",
  "EU",
  "EEA",
  "CH",
  "XK",
  "FR-974",
  "BR",
  "JP",
  "de",
  "Germany",
  "XX",
];
const day: Text = fc
  .date({ min: new Date("2015-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

const listOf = (one: Text, most = 4): Text =>
  fc.array(one, { minLength: 1, maxLength: most }).map((all) => all.join());

/** A platform by the names that people use: its id, in other letters, or nearly. */
export const named = (ids: readonly string[]): Text =>
  fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => id.toUpperCase()) },
    { weight: 1, arbitrary: fc.constantFrom(...ids).map((id) => `${id}x`) },
    { weight: 1, arbitrary: odd },
  );

const url = (hosts: readonly string[]): Text =>
  fc
    .tuple(
      fc.constantFrom(
        "",
        "https://",
        "http://",
        "HTTPS://",
        "//",
        "android-app://",
        "ftp://",
        "https://user:pass@",
      ),
      fc.constantFrom("", "www.", "a.b.", "xn--", "_x."),
      fc.oneof(fc.constantFrom(...hosts), odd),
      fc.constantFrom("", "/", "/a/b?c=d#e", ":8080/", ":99999", "/%", "./", "\\x"),
    )
    .map((parts) => parts.join(""));

/** Values that a parameter takes, right by its description. */
export function right(name: string, terms: readonly string[], known: Known): Text {
  const own: Record<string, () => Text> = {
    region: () => fc.constantFrom(...PLACES),
    release: () => fc.constantFrom(...known.releases, "2020.01.1"),
    platform: () => listOf(named(known.platforms)),
    ids: () => listOf(named(known.platforms), 11),
    id: () => named(known.platforms),
    operator: () => named(known.operators),
    url: () => url(known.hosts),
    q: () => fc.oneof(fc.constantFrom("google", "open ai", "x.com", "ai", "a", "Télégram"), odd),
    limit: () => fc.integer({ min: -1, max: 102 }).map(String),
    cursor: () => fc.oneof(fc.constantFrom("0", "1", "50", ...known.cursors.slice(-50)), odd),
    within: () => fc.constantFrom("1d", "30d", "366d", "0d", "367d"),
    reminder: () => fc.constantFrom("1d", "7d", "0d", "x"),
  };
  if (Object.hasOwn(own, name)) return (own[name] as () => Text)();
  if (/^(as_of|since|until|from|to|updated_since|changed_since)$/.test(name)) return day;
  return terms.length > 0 ? listOf(fc.constantFrom(...terms)) : odd;
}

/** How values are written in a query: as they should be, or as some programs do. */
export const written = (text: string, how: number): string => {
  const encoded = encodeURIComponent(text.toWellFormed());
  if (how === 0) return encoded.replaceAll("%20", "+");
  if (how === 1) return encoded.replace(/[a-z]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  // As it is, where a URL can have it: what else a socket can carry is among the bytes.
  if (how === 2)
    return text.replace(/[^!$'()*,\-./0-9:;=?@A-Z_a-z~]/gu, (c) => encodeURIComponent(c.toWellFormed()));
  return encoded;
};
/** One of the ways in which a value is written. */
export const style = fc.nat(12);
