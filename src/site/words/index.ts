import type { LanguageCode } from "../paths.ts";
import { DE } from "./de.ts";
import { EN } from "./en.ts";

/** The words of the site in a language: complete by type, so that a new one does not compile without its words. */
export type Words = typeof EN;

/** The words of the site by language. */
export const WORDS: Readonly<Record<LanguageCode, Words>> = { en: EN, de: DE };
