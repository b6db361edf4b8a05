/*
 * Characters that do not belong in a text which others show: they are invisible, steer a terminal or the
 * direction of text, or are not characters at all. The classes are Unicode's own (general categories,
 * Default_Ignorable_Code_Point, Noncharacter_Code_Point).
 */

import { once } from "./once.ts";

/** What a character is that does not belong in a text. */
export type CharacterKind =
  | "control"
  | "line break"
  | "invisible"
  | "direction"
  | "noncharacter"
  | "surrogate"
  | "private use"
  | "replacement";

/** One such character. `index` and `length` are in UTF-16 code units. */
export interface UnsafeCharacter {
  index: number;
  length: number;
  codePoint: number;
  kind: CharacterKind;
}

/** Most texts: nothing in them needs a closer look. */
const PLAIN = /^[ -~]*$/;
const candidate = once(
  () => /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{DI}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\uFFFD\u2800]/gu,
);

/** The scripts that need joiners to be spelled: those with joining letters or with a virama. */
const JOINING = [
  ..."Arabic Syriac Nko Mandaic Mongolian Phags_Pa Devanagari Bengali Gurmukhi Gujarati Oriya Tamil".split(
    " ",
  ),
  ..."Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan Balinese Javanese Sundanese".split(" "),
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join("");

/** Where such a character is needed to write a word, a name or an emoji. */
const needed = once(
  () =>
    new RegExp(
      [
        // Joiners inside words of scripts that use them (compare RFC 5892, appendix A).
        `(?<=[${JOINING}])[\\u200C\\u200D](?=[${JOINING}])`,
        // Emoji sequences (UTS #51): joined pictures, and the choice between picture and text.
        "(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F])\\u200D(?=\\p{Extended_Pictographic})",
        "(?<=\\p{Emoji})[\\uFE0E\\uFE0F]",
        // Variants of ideographs, as Japanese names have them, and of Mongolian letters.
        "(?<=\\p{Script=Han})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]",
        "(?<=\\p{Script=Mongolian})[\\u180B-\\u180D\\u180F]",
        // Signs that are formats by category, but are visible.
        "[\\u0600-\\u0605\\u06DD\\u070F\\u0890\\u0891\\u08E2]",
      ].join("|"),
      "uy",
    ),
);

const kinds = once((): readonly (readonly [RegExp, CharacterKind])[] => [
  [/[\t-\r\u0085\u2028\u2029]/u, "line break"],
  [/\p{Cc}/u, "control"],
  [/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u, "direction"],
  [/\p{Cs}/u, "surrogate"],
  [/\p{Noncharacter_Code_Point}/u, "noncharacter"],
  [/\p{Co}/u, "private use"],
  [/\uFFFD/u, "replacement"],
]);
const kindOf = (character: string): CharacterKind =>
  kinds().find(([pattern]) => pattern.test(character))?.[1] ?? "invisible";

/** The characters of a text that do not belong in it, in order. Joiners and variation selectors that its words need are not among them. */
export function unsafeCharacters(text: string): UnsafeCharacter[] {
  if (PLAIN.test(text)) return [];
  const found: UnsafeCharacter[] = [];
  for (const { 0: character, index } of text.matchAll(candidate())) {
    const pattern = needed();
    pattern.lastIndex = index;
    if (pattern.test(text)) continue;
    const codePoint = character.codePointAt(0) as number;
    found.push({ index, length: character.length, codePoint, kind: kindOf(character) });
  }
  return found;
}

/** The names of those that people really paste (Unicode 17; controls by their aliases). */
const NAMES: Readonly<Record<number, string>> = {
  0: "NULL",
  7: "ALERT",
  8: "BACKSPACE",
  9: "CHARACTER TABULATION",
  10: "LINE FEED",
  11: "LINE TABULATION",
  12: "FORM FEED",
  13: "CARRIAGE RETURN",
  27: "ESCAPE",
  127: "DELETE",
  133: "NEXT LINE",
  155: "CONTROL SEQUENCE INTRODUCER",
  173: "SOFT HYPHEN",
  847: "COMBINING GRAPHEME JOINER",
  1564: "ARABIC LETTER MARK",
  6158: "MONGOLIAN VOWEL SEPARATOR",
  8203: "ZERO WIDTH SPACE",
  8204: "ZERO WIDTH NON-JOINER",
  8205: "ZERO WIDTH JOINER",
  8206: "LEFT-TO-RIGHT MARK",
  8207: "RIGHT-TO-LEFT MARK",
  8232: "LINE SEPARATOR",
  8233: "PARAGRAPH SEPARATOR",
  8234: "LEFT-TO-RIGHT EMBEDDING",
  8235: "RIGHT-TO-LEFT EMBEDDING",
  8236: "POP DIRECTIONAL FORMATTING",
  8237: "LEFT-TO-RIGHT OVERRIDE",
  8238: "RIGHT-TO-LEFT OVERRIDE",
  8288: "WORD JOINER",
  8294: "LEFT-TO-RIGHT ISOLATE",
  8295: "RIGHT-TO-LEFT ISOLATE",
  8296: "FIRST STRONG ISOLATE",
  8297: "POP DIRECTIONAL ISOLATE",
  10240: "BRAILLE PATTERN BLANK",
  12644: "HANGUL FILLER",
  65038: "VARIATION SELECTOR-15",
  65039: "VARIATION SELECTOR-16",
  65279: "ZERO WIDTH NO-BREAK SPACE (byte order mark)",
  65533: "REPLACEMENT CHARACTER",
};

const WHAT: Record<CharacterKind, string> = {
  control: "a control character",
  "line break": "a line break",
  invisible: "an invisible character",
  direction: "a control of the direction of text",
  noncharacter: "not a character",
  surrogate: "half of a surrogate pair",
  "private use": "a private-use character",
  replacement: "a replacement for what could not be decoded",
};

/** A character by its number and name: `U+200B ZERO WIDTH SPACE`. */
export function characterName({ codePoint, kind }: Pick<UnsafeCharacter, "codePoint" | "kind">): string {
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
  const name = NAMES[codePoint];
  return name === undefined ? `${number} (${WHAT[kind]})` : `${number} ${name}`;
}

/** A character as JSON and JavaScript escape it: `\u200b`. */
const escaped = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`,
  ).join("");

/** A text in which these characters are visible, as escapes; all others stay. `keep` are characters that stay too. */
export function withVisibleCharacters(text: string, keep = ""): string {
  let shown = "";
  let from = 0;
  for (const { index, length, kind } of unsafeCharacters(text)) {
    const character = text.slice(index, index + length);
    // It is a visible sign of its own.
    if (kind === "replacement" || keep.includes(character)) continue;
    shown += text.slice(from, index) + escaped(character);
    from = index + length;
  }
  return shown + text.slice(from);
}

/** A text that was repaired. */
export interface Repaired {
  text: string;
  /** Is it certainly what was meant? Otherwise a person must decide. */
  sure: boolean;
}

/** What replaces a character. Removing what is invisible changes nothing that people see. */
function replacement({ kind, codePoint }: UnsafeCharacter): { by: string; sure: boolean } | undefined {
  switch (kind) {
    case "line break":
      return { by: " ", sure: true };
    case "invisible":
      return { by: "", sure: true };
    case "direction":
      return { by: "", sure: false };
    case "control": {
      // What a program that took Windows-1252 for Latin-1 made of quotation marks and dashes.
      const meant =
        codePoint >= 0x80 ? new TextDecoder("windows-1252").decode(new Uint8Array([codePoint])) : "";
      return { by: /\p{Cc}/u.test(meant) ? "" : meant, sure: false };
    }
    default:
      return undefined;
  }
}

/** The whitespace at the ends, and around a line break inside. */
const collapsed = (text: string): string =>
  text
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.replaceAll("\t", " ").trim())
    .filter((line) => line !== "")
    .join(" ");

/**
 * A text on one line, in NFC, without what does not belong in it. Undefined where nothing but a person can
 * repair it (a letter was lost), or where nothing is left.
 */
export function repairedText(text: string): Repaired | undefined {
  let repaired = collapsed(text);
  let sure = true;
  // Removing one character can make another one needless: a joiner between what was removed.
  for (let unsafe = unsafeCharacters(repaired); unsafe.length > 0; unsafe = unsafeCharacters(repaired)) {
    let next = "";
    let from = 0;
    for (const character of unsafe) {
      const better = replacement(character);
      if (!better) return undefined;
      next += repaired.slice(from, character.index) + better.by;
      from = character.index + character.length;
      sure &&= better.sure;
    }
    repaired = collapsed(next + repaired.slice(from));
  }
  repaired = repaired.normalize("NFC").trim();
  return repaired === "" ? undefined : { text: repaired, sure };
}
