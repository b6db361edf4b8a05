import type { LanguageCode } from "../paths.ts";
import { DE } from "./de/index.ts";
import { EN, type Words } from "./en/index.ts";

export type { Words };

/** The words of the site by language. */
export const WORDS: Readonly<Record<LanguageCode, Words>> = { en: EN, de: DE };
