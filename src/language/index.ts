import { DE } from "./de/language.ts";
import { EN } from "./en/language.ts";
import type { Language } from "./language.ts";

export type { Language, PluralForms, Thing } from "./language.ts";
export type { People } from "./people.ts";

/** The languages of the pages, by code; the first is what people get who prefer none of them. */
export const LANGUAGES = { en: EN, de: DE } as const satisfies Record<string, Language>;

/** The code of a language: `en`. */
export type LanguageCode = keyof typeof LANGUAGES;
