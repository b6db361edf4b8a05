import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  characterName,
  repairedText,
  unsafeCharacters,
  withVisibleCharacters,
} from "../../src/text/characters.ts";
import { mojibakeIn, withoutMojibake } from "../../src/text/mojibake.ts";
import { show } from "../../src/text/show.ts";
import { terminalJson, terminalLine, terminalText } from "../../src/text/terminal.ts";

const names = (text: string): string[] => unsafeCharacters(text).map(characterName);
const anyText = fc.string({ unit: "binary", maxLength: 60 });

describe("characters that do not belong in a text", () => {
  test.each([
    ["a\u0000b", "U+0000 NULL"],
    ["a\u0007b", "U+0007 ALERT"],
    ["a\u001b[31mb", "U+001B ESCAPE"],
    ["a\u009b31mb", "U+009B CONTROL SEQUENCE INTRODUCER"],
    ["a\u00adb", "U+00AD SOFT HYPHEN"],
    ["a\u200bb", "U+200B ZERO WIDTH SPACE"],
    ["a\u200db", "U+200D ZERO WIDTH JOINER"],
    ["a\u200eb", "U+200E LEFT-TO-RIGHT MARK"],
    ["a\u202eb", "U+202E RIGHT-TO-LEFT OVERRIDE"],
    ["a\u2066b", "U+2066 LEFT-TO-RIGHT ISOLATE"],
    ["a\ufeffb", "U+FEFF ZERO WIDTH NO-BREAK SPACE (byte order mark)"],
    ["a\ufe0fb", "U+FE0F VARIATION SELECTOR-16"],
    ["a\u3164b", "U+3164 HANGUL FILLER"],
    ["a\u2028b", "U+2028 LINE SEPARATOR"],
    ["a\ud83db", "U+D83D (half of a surrogate pair)"],
    ["a\ude00b", "U+DE00 (half of a surrogate pair)"],
    ["a\ufffeb", "U+FFFE (not a character)"],
    ["a\u{1ffff}b", "U+1FFFF (not a character)"],
    ["a\ue000b", "U+E000 (a private-use character)"],
    ["a\u{e0041}b", "U+E0041 (an invisible character)"],
    ["a\ufffdb", "U+FFFD REPLACEMENT CHARACTER"],
  ])("%j: %s", (text, name) => expect(names(text)).toEqual([name]));

  test.each([
    ["plain Latin", "naïve Łódź – “so”… ½ €"],
    ["Arabic and Hebrew letters", "تيليجرام שלום"],
    ["the non-joiner inside Persian words", "می‌خواهم"],
    ["the joiner inside Indic words", "क्‍ष"],
    ["ideographs with a variant", "辻\u{e0100}"],
    ["emoji of several characters", "👩‍👩‍👧 ❤️ 1️⃣ 👍🏽"],
    ["spaces of other widths", "10\u00a0000\u202fkm\u3000"],
    ["half-width and full-width forms", "ｱＡ"],
  ])("%s stay", (_, text) => expect(names(text)).toEqual([]));

  test("a text of any characters is repaired to one without them, or left to a person", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const repaired = repairedText(text);
        if (repaired === undefined) return;
        expect(unsafeCharacters(repaired.text)).toEqual([]);
        expect(repaired.text).toBe(repaired.text.normalize("NFC").trim());
        expect(repairedText(repaired.text)).toEqual({ text: repaired.text, sure: true });
      }),
      { numRuns: 2000 },
    ));

  test.each([
    ["a\u200bb", "ab", true],
    ["\ufeffab", "ab", true],
    ["a\r\n  b\t", "a b", true],
    ["e\u0301", "é", true],
    ["a\u202eb\u202c", "ab", false],
    ["\u0093a\u0094", "“a”", false],
    ["a\u0007b", "ab", false],
  ])("%j is repaired to %j", (text, repaired, sure) =>
    expect(repairedText(text)).toEqual({ text: repaired, sure }),
  );
  test.each(["a\ufffdb", "a\ud83db", "a\ue000b", "\u200b"])("%j is left to a person", (text) =>
    expect(repairedText(text)).toBeUndefined(),
  );
});

describe("on a terminal", () => {
  test("nothing but line feeds, tabs and visible characters gets through", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const unsafe = (shown: string) =>
          unsafeCharacters(shown).filter(
            ({ kind, codePoint }) => kind !== "replacement" && codePoint !== 0x2060,
          );
        expect(unsafe(terminalText(text).replace(/[\n\t]/g, ""))).toEqual([]);
        expect(unsafe(terminalLine(text))).toEqual([]);
        expect(unsafe(show(text))).toEqual([]);
      }),
      { numRuns: 2000 },
    ));
  test("JSON stays the same value", () =>
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        expect(JSON.parse(terminalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    ));
  test("a character is shown as the escape that JSON has for it", () => {
    expect(withVisibleCharacters("a\u001b[31m\u{e0041}")).toBe("a\\u001b[31m\\udb40\\udc41");
    expect(terminalJson({ a: "\u009b\u202e##[x]" })).toBe('{\n  "a": "\\u009b\\u202e#\\u0023[x]"\n}');
  });
  test("a quotation in a message is never cut in the middle of a character", () => {
    expect(show("😀".repeat(60))).toMatch(/^"(😀)+…$/u);
    expect(show("\u200b".repeat(60))).toMatch(/^"(\\u200b)+/);
  });
});

/** UTF-8 as a program shows it that takes it for another encoding. */
const misread = (text: string, label: string) =>
  new TextDecoder(label).decode(new TextEncoder().encode(text));

describe("text that was read in the wrong encoding", () => {
  test.each([
    "Café",
    "It’s “so” – ok…",
    "Größe",
    "São Paulo",
    "€ 5",
    "Привет мир",
    "Ελλάδα",
    "日本語テキスト",
    "😀",
  ])("%s is recognized and restored", (text) =>
    expect(withoutMojibake(misread(text, "windows-1252"))).toBe(text),
  );
  test.each(["“café”…", "naïveté’”", "„MENÜ”", "“IRMÔ", "À «ça»", "Ångström", "Łódź"])("%s is none", (text) =>
    expect(mojibakeIn(text)).toEqual([]),
  );
});
