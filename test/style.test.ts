import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/*
 * Plain English: words for which a plainer one exists. CONTRIBUTING.md says how we write. A word that is
 * right where it is goes on the list of exceptions, with the reason.
 */

const WORDS: readonly [word: RegExp, instead: string][] = [
  [/\bmend(s|ed|ing)?\b/i, "fix, correct"],
  [/\bstands\b(?! for)/i, "is, applies, appears"],
  [/\btold\b/i, "reported, shown, said"],
  [/\b(speaks?|spoke|speaking) of\b/i, "mention"],
  [/\b(hangs?|hanging) on\b/i, "depends on"],
  [/\b(nobody|somebody)\b/i, "no one, a person"],
  [/\bwhoever\b/i, "anyone who, the person who"],
  [/\bleft out\b/i, "omitted, excluded"],
  [/\bbesides\b/i, "also, other"],
  [/\bbears?\b/i, "has, have"],
  [/\b(STUMBLES|surelyMeant|hangsOn|inert)\b/, "a name that says what it is"],
];

/** Files in which a word is right, by the words and the reason. */
const EXCEPTIONS: readonly { file: RegExp; words: RegExp; reason: string }[] = [
  { file: /^test\/style\.test\.ts$/, words: /./, reason: "the list itself" },
  {
    file: /^src\/watch\/(compare|queue|queue-schema|text|markdown|live\/(live|read))\.ts$/,
    words: /^stands$/i,
    reason: "a state of a passage in the queue's format and in the cache",
  },
  {
    file: /^data\/platforms\//,
    words: /^told$/,
    reason: "what someone told the press, a court or a regulator",
  },
];

/** Folders and files whose words are being rewritten; each goes from this list when it is done. */
const NOT_YET =
  /^(src\/(language|model|policy)|test\/(authoring|history|language|policy|records))\/|^docs\/(vocabulary|watching)\.md$|^data\/platforms\/pinterest\.json$/;

/** One place where a word is used. */
interface Use {
  at: string;
  file: string;
  word: string;
  instead: string;
}

const filesIn = (dir: string, ends: RegExp): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .map((file) => join(dir, file))
    .filter((file) => ends.test(file))
    .sort();

/** The uses in some numbered texts of a file: the first of each word in each text. */
const usesIn = (file: string, texts: readonly (readonly [line: number, text: string])[]): Use[] =>
  texts.flatMap(([line, text]) =>
    WORDS.flatMap(([pattern, instead]) => {
      const [word] = pattern.exec(text) ?? [];
      return word === undefined ? [] : [{ at: `${file}:${line}`, file, word, instead }];
    }),
  );

const numbered = (text: string): (readonly [number, string])[] =>
  text.split("\n").map((line, i) => [i + 1, line] as const);

/** Every line of a file. */
const wholeFile = (file: string): Use[] => usesIn(file, numbered(readFileSync(file, "utf8")));

/** The names of tests: the strings on the lines that open one. */
const testNames = (file: string): Use[] =>
  usesIn(
    file,
    numbered(readFileSync(file, "utf8"))
      .filter(([, line]) => /^\s*(test|describe)\b|^\]\)\(/.test(line))
      .map(([n, line]) => [n, (line.match(/"[^"]*"|`[^`]*`/g) ?? []).join(" ")] as const),
  );

/** The fields of records that are in our own words; others quote documents or name menus. */
const OWN_WORDS = /^\s*"(note|summary|detail|claim|truth|subject|reason)": |^\s*"(?!.*": )/;

const dataTexts = (file: string): Use[] =>
  usesIn(
    file,
    numbered(readFileSync(file, "utf8")).filter(([, line]) => OWN_WORDS.test(line)),
  );

const uses = (): Use[] => [
  ...filesIn("src", /\.tsx?$/).flatMap(wholeFile),
  ...filesIn("docs", /\.md$/).flatMap(wholeFile),
  ...["README.md", "CONTRIBUTING.md", "GOVERNANCE.md", "SECURITY.md"].flatMap(wholeFile),
  ...filesIn("test", /\.test\.ts$/).flatMap(testNames),
  ...filesIn("data/platforms", /\.json$/).flatMap(dataTexts),
  ...filesIn("data/operators", /\.json$/).flatMap(dataTexts),
  ...dataTexts("data/exceptions.json"),
];

const excepted = (use: Use, { file, words }: (typeof EXCEPTIONS)[number]): boolean =>
  file.test(use.file) && words.test(use.word);

test("our own words are plain English", () => {
  const found = uses().filter((use) => !NOT_YET.test(use.file) && !EXCEPTIONS.some((e) => excepted(use, e)));
  expect(found.map(({ at, word, instead }) => `${at} ${word} (better: ${instead})`)).toEqual([]);
});

test("every exception is still needed", () => {
  const all = uses();
  const unused = EXCEPTIONS.filter(
    (e) => e.reason !== "the list itself" && !all.some((use) => excepted(use, e)),
  );
  expect(unused.map((e) => String(e.file))).toEqual([]);
});
