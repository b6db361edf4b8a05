import * as en from "../language/en/index.ts";
import type { LanguageCode } from "./paths.ts";

/** The words of records' terms and the sentences about them, in one language. */
export type Language = { code: LanguageCode } & Pick<
  typeof en,
  | "accountInWords"
  | "actorInWords"
  | "ageInWords"
  | "answerInWords"
  | "audienceInWords"
  | "categoryInWords"
  | "cellInWords"
  | "certaintyInWords"
  | "controlKindInWords"
  | "countInWords"
  | "dataInWords"
  | "dataUseInWords"
  | "dateInWords"
  | "defaultInWords"
  | "effectInWords"
  | "eventTypeInWords"
  | "frictionInWords"
  | "gradeInWords"
  | "headlineSentence"
  | "kindInWords"
  | "legalBasisInWords"
  | "listInWords"
  | "modelInWords"
  | "onDateInWords"
  | "periodInWords"
  | "planInWords"
  | "purposeInWords"
  | "recipientInWords"
  | "regionInWords"
  | "regionsInWords"
  | "rightInWords"
  | "scopeInWords"
  | "sourceKindInWords"
  | "verdictInWords"
>;

const EN: Language = { code: "en", ...en };

// English, until src/language has German sentences.
const DE: Language = { ...EN, code: "de" };

/** The languages by code. */
export const LANGUAGE: Readonly<Record<LanguageCode, Language>> = { en: EN, de: DE };
