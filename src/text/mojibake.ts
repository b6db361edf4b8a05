/*
 * Text in UTF-8 that a program read as Latin-1 or Windows-1252: `Café` became `CafÃ©`.
 */

/** A stretch of such text, and what it was. `index` and `length` are in UTF-16 code units. */
export interface Mojibake {
  index: number;
  length: number;
  found: string;
  meant: string;
}

/** The bytes of Windows-1252 that are not those of Latin-1, as the characters that they stand for. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
const CONTINUATION = `[\u0080-\u00BF${HIGH}]`;

/** A closing quotation mark can follow a letter; it is the middle of a letter only where another follows. */
const QUOTE = "[‘’“”](?=\\p{L})";

/**
 * Sequences that are UTF-8 when written as bytes. Those that are also words before a quotation mark or an
 * ellipsis (`“café”…`) count only where several follow each other, as in Cyrillic or Chinese.
 */
const SEQUENCE = new RegExp(
  [
    "Â[\u00A0-\u00BF]",
    `Ã(?:[\u0080-\u00BF${HIGH.replace(/[‘’“”]/g, "")}]|${QUOTE})`,
    `(?:[ÄÅÎÏÐÑ]${CONTINUATION}){2,}`,
    `â[\u0080-\u0090€‚ƒ„†‡ˆ‰Š‹Œ]${CONTINUATION}`,
    "ï»¿",
    `(?:[à-ï]${CONTINUATION}{2}){2,}`,
    `ð[\u009FŸ]${CONTINUATION}{2}`,
  ].join("|"),
  "gu",
);

/** The byte that Windows-1252 or Latin-1 reads as this character. */
const byteOf = (character: string): number => {
  const high = HIGH.indexOf(character);
  return high === -1 ? character.charCodeAt(0) : 0x80 + high;
};

/** What the bytes of a stretch are in UTF-8; undefined where they are not UTF-8. */
function decoded(stretch: string): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
      Uint8Array.from([...stretch], byteOf),
    );
  } catch {
    return undefined;
  }
}

/** Can anything in a text have been decoded wrongly? */
export const hasMojibake = (text: string): boolean => text.search(SEQUENCE) !== -1;

/** The stretches of a text that were decoded wrongly, in order. */
export const mojibakeIn = (text: string): Mojibake[] =>
  [...text.matchAll(SEQUENCE)].flatMap(({ 0: found, index }) => {
    const meant = decoded(found);
    return meant === undefined ? [] : [{ index, length: found.length, found, meant }];
  });

/** A text with each such stretch as it was meant. */
export const withoutMojibake = (text: string): string =>
  text.replace(SEQUENCE, (found) => decoded(found) ?? found);
