import { LANGUAGES } from "../language/index.ts";
import { isRegionGroup, regionCodes } from "../model/index.ts";
import type { LanguageCode } from "./paths.ts";

/** A place to choose. */
export interface Place {
  code: string;
  name: string;
}

const known = new Map<LanguageCode, readonly Place[]>();

/** Every country by its name in a language, in the order of that language. Made once a language. */
export function countriesIn(language: LanguageCode): readonly Place[] {
  const before = known.get(language);
  if (before) return before;
  const places = regionCodes()
    .filter((code) => !isRegionGroup(code))
    .map((code) => ({ code, name: LANGUAGES[language].place(code) }))
    .toSorted((a, b) => new Intl.Collator(language).compare(a.name, b.name));
  known.set(language, places);
  return places;
}
