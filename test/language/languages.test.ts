import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MODELS, SUBJECTS } from "../../src/language/de/record-texts.ts";
import { headlineStatements } from "../../src/language/headline/statements.ts";
import { LANGUAGES, type Language } from "../../src/language/index.ts";
import {
  CONTENT_KINDS,
  type Platform,
  termsOf,
  VOCABULARIES,
  type Vocabulary,
} from "../../src/model/index.ts";
import {
  conditionsOfPlatform,
  type Resolved,
  representative,
  resolve,
  segmentsOf,
} from "../../src/policy/index.ts";
import { arbAudience, arbVariedPlatform } from "../fixtures/arbitrary.ts";

/* What holds for every language, and what tells German from English. */

const all: readonly (readonly [string, Language])[] = Object.entries(LANGUAGES);
const platforms = readdirSync("data/platforms").map(
  (file) => JSON.parse(readFileSync(`data/platforms/${file}`, "utf8")) as Platform,
);

/** The words of every term of a language: `verdict no-choice`, words. */
const wordsOf = ({ terms }: Language): [term: string, words: string][] =>
  (Object.entries(VOCABULARIES) as [keyof typeof VOCABULARIES, Vocabulary][]).flatMap(([name, vocabulary]) =>
    termsOf(vocabulary).map((term): [string, string] => [
      `${name} ${term}`,
      (terms[name] as (term: string) => string)(term),
    ]),
  );

/** Terms for which German has no other word. */
const SAME_IN_GERMAN = ["dataCategory videos", "domainRole app"];

describe.each(all)("%s", (code, language) => {
  test("has its own code and name", () => {
    expect(language.code).toBe(code);
    expect(new Intl.Locale(code).language).toBe(code);
    expect(language.name).toBe(new Intl.DisplayNames(code, { type: "language" }).of(code));
  });

  test("has words for every term", () => {
    for (const [term, words] of wordsOf(language)) expect(words, term).toMatch(/^\S(.*\S)?$/);
  });

  test("has different words for the terms of one vocabulary", () => {
    const words = wordsOf(language).map(([term, text]) => `${term.split(" ")[0]} ${text}`);
    expect(words.filter((text, i) => words.indexOf(text) !== i)).toEqual([]);
  });
});

test("German words differ from the English ones", () => {
  const english = new Map(wordsOf(LANGUAGES.en));
  const same = wordsOf(LANGUAGES.de).filter(
    ([term, words]) => english.get(term)?.toLowerCase() === words.toLowerCase(),
  );
  expect(same.map(([term]) => term)).toEqual(SAME_IN_GERMAN);
});

/** A headline in a language, with what it is from. */
const headlines = (language: Language) =>
  platforms.flatMap((platform) =>
    segmentsOf(conditionsOfPlatform(platform)).map((segment) => {
      const resolved = resolve(platform, representative(segment));
      return { platform, resolved, text: language.headline(platform, resolved) };
    }),
  );

/** What is wrong with any sentence. */
const isBroken = (text: string): boolean =>
  /undefined|null|\[object|\s\s|\s[.,;:)]|\(\s|[.,;:]{2}/.test(text) || !/^\S.*\.$/.test(text);

/** Words that are English and never German. */
const ENGLISH =
  /\b(the|and|or|with|your|you|its|it|that|this|does|not|unless|only|of|is|are|has|can|cannot|opt|out|train|trains|training|says|which|from|for|who|they|them|by|to|on|at|what|when|where|whether|other|data|content|messages|posts|AI)\b/i;

const NAMES =
  /\b(My AI|Meta AI|Galaxy AI|Duck\.ai|Gemini for Home|ChatGPT Health|Windsurf \(Devin Desktop\)|KI-Training)\b/g;
const withoutNames = (text: string, { name, withdrawn }: Pick<Platform, "name" | "withdrawn">): string =>
  [name, ...(withdrawn?.successors ?? [])]
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, part) => rest.replaceAll(part, "§"), text)
    .replaceAll(NAMES, "§");

describe("the headlines of all records, for all people and days", () => {
  const english = headlines(LANGUAGES.en);
  const german = headlines(LANGUAGES.de);

  test("are whole sentences in each language", () => {
    for (const { text, platform } of [...english, ...german]) {
      expect(isBroken(text), text).toBe(false);
      expect(text, platform.id).toContain(platform.name);
    }
  });

  test("have no English words in German", () => {
    const found = new Set(
      german
        .filter(({ text, platform }) => ENGLISH.test(withoutNames(text, platform)))
        .map(({ text }) => text),
    );
    expect([...found]).toEqual([]);
  });

  test("are not much longer in German", () => {
    for (const [i, { text }] of german.entries())
      expect(text.length, text).toBeLessThanOrEqual(1.5 * (english[i]?.text.length ?? 0) + 30);
  });

  test("differ in German where they differ in English", () => {
    const translations = new Map<string, string>();
    for (const [i, { text }] of german.entries()) {
      const other = english[i]?.text ?? "";
      expect(translations.get(text) ?? other).toBe(other);
      translations.set(text, other);
    }
  });
});

test("German words for texts of records are of texts that records have", () => {
  const practices = platforms.flatMap((p) => p.practices);
  const subjects = new Set(practices.map((p) => p.subject));
  const models = new Set(practices.flatMap((p) => p.rules.map((rule) => rule.onlyModels)));
  expect(Object.keys(SUBJECTS).filter((text) => !subjects.has(text))).toEqual([]);
  expect(Object.keys(MODELS).filter((text) => !models.has(text))).toEqual([]);
});

/** How German says that data is used, may be used, or is not used. */
const USED = /trainiert (auch )?(die eigene KI|KI-Modelle) |\bgibt .*? weiter, die damit KI trainieren/g;
const ALLOWED = /darf laut den Bedingungen/g;
const UNCONFIRMED = /Ob der Dienst das tut, hat er nicht gesagt\./g;
const DENIED = /trainiert nach eigenen Angaben/g;
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Records of any shape, some with a subject of which German does not know the words. */
const arbRecord = fc
  .tuple(arbVariedPlatform, fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }))
  .map(([platform, named]) => ({
    ...platform,
    practices: platform.practices.map((p, i) =>
      named[i] ? { ...p, subject: "things that people say with it" } : p,
    ),
  }));
const german = (platform: Platform, resolved: Resolved) => LANGUAGES.de.headline(platform, resolved);

const isContent = (kind: string): boolean => CONTENT_KINDS.some((content) => content === kind);

describe("laws of the German headline", () => {
  const holds = (law: (text: string, resolved: Resolved, platform: Platform) => void) =>
    fc.assert(
      fc.property(arbRecord, arbAudience, (platform, who) => {
        const resolved = resolve(platform, who);
        law(german(platform, resolved), resolved, platform);
      }),
      { numRuns: 500 },
    );

  test("it is whole German sentences for any record", () =>
    holds((text, _, platform) => {
      expect(isBroken(text), text).toBe(false);
      expect(withoutNames(text, platform)).not.toMatch(ENGLISH);
    }));

  test("data that is not used is never said to be used", () =>
    holds((text, { headline, practices }) => {
      if (headline.verdict !== "not-used") return;
      expect(text).not.toMatch(/weiter|darf|erlauben/);
      const other = practices.some((p) => p.certainty === "practised" && !p.kinds.some(isContent));
      if (!other) expect(text).not.toMatch(/trainiert (die eigene|KI-)/);
    }));

  test("every part is said once: uses as uses, permissions as permissions, denials as denials", () =>
    holds((text, resolved) => {
      const statements = headlineStatements(resolved);
      const uses = statements.filter((s) => s.says === "use");
      const web = statements.filter((s) => s.says === "web").length;
      expect(count(text, USED), text).toBe(uses.filter((s) => s.certainty === "practised").length + web);
      expect(count(text, ALLOWED), text).toBe(uses.filter((s) => s.certainty === "permitted").length);
      expect(count(text, DENIED), text).toBe(statements.filter((s) => s.says === "denial").length);
      const parts = resolved.headline.split.filter((part) => part.verdict !== "disputed");
      const denials = parts.filter((part) => part.verdict === "not-used").length;
      const { verdict, certainty } = resolved.headline;
      // Beside what is only permitted or denied, the practised use of other data than content is said: no part.
      const ofParts = uses.filter((s) => s.certainty === certainty);
      if (verdict !== "disputed") expect(ofParts.length).toBe(parts.length - denials);
      expect(uses.length === ofParts.length || certainty === "permitted" || verdict === "not-used").toBe(
        true,
      );
    }));

  test("what is only permitted beside a practice, and silence beside an answer, are said too", () =>
    holds((text, { headline: { verdict, permitted, silent } }) => {
      if (verdict === "disputed") return;
      expect(text.includes("Die Bedingungen erlauben auch KI-Training mit"), text).toBe(permitted.length > 0);
      expect(/steht nicht, ob der Dienst (andere )?KI mit/.test(text), text).toBe(silent.length > 0);
    }));

  test("a permission is followed by that it is not confirmed", () =>
    holds((text) => expect(count(text, UNCONFIRMED)).toBe(count(text, ALLOWED))));
});
