/** Letters that Unicode does not decompose, as people type them without the mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/**
 * Text as it is compared and searched: lower case, without accents and width variants, whether they were
 * composed (NFC) or not (NFD). `Télégram` → `telegram`.
 */
export const foldText = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/g, (letter) => LETTERS[letter] as string);

/** A name without what people write in different ways: case, accents, spaces, punctuation. `GitHub Copilot` → `githubcopilot`. */
export const compactName = (name: string): string => foldText(name).replace(/[^\p{L}\p{N}]+/gu, "");
