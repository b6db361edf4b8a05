import { LANGUAGES, type LanguageCode } from "../paths.ts";

/**
 * The language of the site that a browser prefers (RFC 9110, 12.5.4): a tag matches by its first part, so that
 * `de-AT` is German. The default where none matches.
 */
export function preferredLanguage(header: string | undefined): LanguageCode {
  const wanted = (header ?? "").split(",").map((part, position) => {
    const [tag = "", ...params] = part.trim().toLowerCase().split(";");
    const weight = params.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
    return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight), position };
  });
  const [first] = wanted
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.position - b.position)
    .flatMap(({ tag }) => LANGUAGES.find((code) => code === tag.split("-")[0]) ?? []);
  return first ?? LANGUAGES[0];
}
