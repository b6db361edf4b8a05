import { foldText } from "../text/fold.ts";
import { nearest } from "../text/nearest.ts";
import { canonicalRegion, isRegion, numericCodes, otherNames, regionCodes, regionName } from "./places.ts";

/** Codes that are sent in place of a country, and what they are. Each completes "<code> …". */
const NO_PLACE: Readonly<Record<string, string>> = {
  XX: "is what content networks send when they do not know the country; omit region for the rest of the world",
  ZZ: "is what Unicode and some hosts write for an unknown country; omit region for the rest of the world",
  T1: "is what Cloudflare sends for the Tor network, which has no country; omit region for the rest of the world",
  O1: "is what MaxMind sends for other countries; omit region for the rest of the world",
  A1: "is what MaxMind sends for an anonymous proxy; omit region for the rest of the world",
  A2: "is what MaxMind sends for a satellite provider; omit region for the rest of the world",
  AP: "is what MaxMind sends for Asia and the Pacific without a country; give a country (JP, AU)",
  AN: "was the Netherlands Antilles until 2010; give BQ, CW or SX",
  CS: "was Serbia and Montenegro until 2006; give RS or ME",
  SU: "was the Soviet Union until 1992; give the code of a country of today",
  YU: "was Yugoslavia until 2003; give RS or ME",
  AC: "is reserved for Ascension Island; give SH",
  TA: "is reserved for Tristan da Cunha; give SH",
  EL: "is the European Union's own code for Greece; give GR",
  EUR: "is a currency; give EU for the European Union",
  EZ: "is reserved for the euro area; give EU for the European Union",
  XI: "is the code for Northern Ireland in customs; give GB-NIR",
  CP: "is reserved for Clipperton; give FR-CP",
  DG: "is reserved for Diego Garcia; give IO",
  EA: "is reserved for Ceuta and Melilla; give ES-CE or ES-ML",
  IC: "is reserved for the Canary Islands; give ES-CN",
  UN: "is reserved for the United Nations, which is not a place",
};

/** Codes of three letters that sports and others use, where ISO 3166-1 has other ones. */
const OTHER_CODES: Readonly<Record<string, string>> = {
  bul: "BG",
  cro: "HR",
  den: "DK",
  eng: "GB-ENG",
  ger: "DE",
  gre: "GR",
  lat: "LV",
  ned: "NL",
  phi: "PH",
  por: "PT",
  rsa: "ZA",
  slo: "SI",
  sui: "CH",
};

/** Names that are in use besides those of ISO 3166 and Unicode, in the form of {@link foldText}. */
const COMMON: Readonly<Record<string, string>> = {
  america: "US",
  britain: "GB",
  burma: "MM",
  "cape verde": "CV",
  "czech republic": "CZ",
  "east timor": "TL",
  europe: "EU",
  "european union": "EU",
  "european economic area": "EEA",
  "great britain": "GB",
  holland: "NL",
  "ivory coast": "CI",
  macedonia: "MK",
  swaziland: "SZ",
  "the netherlands": "NL",
  turkey: "TR",
  uae: "AE",
  "united states of america": "US",
  "u.s.": "US",
  "u.s.a.": "US",
  "u.k.": "GB",
  vatican: "VA",
};

/** The languages in which countries are recognised besides English. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "fi", "cs", "ja", "zh"];

/** Names as they are compared: `Córdoba` and `cordoba`, `Madrid, Comunidad de` and `madrid`. */
const key = (name: string): string =>
  (foldText(name).split(/[,(]/, 1)[0] as string).replace(/ (sar|sheng)$/, "").trim();

let byName: Map<string, string[]> | undefined;

/** The codes of each name, countries before subdivisions. Built when it is first needed: only for errors. */
function names(): Map<string, string[]> {
  if (byName) return byName;
  byName = new Map();
  const add = (name: string | undefined, code: string) => {
    if (name === undefined) return;
    const codes = byName?.get(key(name));
    if (!codes) byName?.set(key(name), [code]);
    else if (!codes.includes(code)) codes.push(code);
  };
  for (const [name, code] of Object.entries({ ...COMMON, ...OTHER_CODES })) add(name, code);
  for (const [numeric, alpha2] of numericCodes()) add(numeric, alpha2);
  const countries = regionCodes();
  for (const code of countries) add(regionName(code), code);
  for (const language of LANGUAGES) {
    const inLanguage = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of countries) if (/^[A-Z]{2}$/.test(code)) add(inLanguage.of(code), code);
  }
  const subdivisions = regionCodes(true).filter((code) => code.includes("-"));
  for (const code of subdivisions) add(regionName(code), code);
  for (const code of subdivisions) for (const name of otherNames(code)) add(name, code);
  return byName;
}

/** The codes of the places with a name, in English or another language, or with this ISO 3166-1 code; empty where there are none. */
export const regionsNamed = (written: string): readonly string[] => names().get(key(written)) ?? [];

const isCountry = (code: string): boolean => !code.includes("-");

/** The names of countries and groups. */
const countryNames = (): string[] =>
  [...names()].filter(([, codes]) => codes.some(isCountry)).map(([name]) => name);

/** A language tag (`en-US`, `de_DE`): the country in it, where there is one. */
const countryOfLocale = (written: string): string | undefined => {
  const [, country] = /^[a-z]{2,3}[-_](?:[A-Z][a-z]{3}[-_])?([A-Z]{2})$/.exec(written) ?? [];
  return country && canonicalRegion(country);
};

/** Places with their codes: `Georgia is GE, Georgia (US) is US-GA`. */
const said = (codes: readonly string[]): string =>
  codes
    .map((code) => `${regionName(code)}${code.includes("-") ? ` (${code.split("-")[0]})` : ""} is ${code}`)
    .join(", ");

/** What text that is not a region is, and the codes that work instead. */
export interface NotARegion {
  /** A sentence that says what it is; undefined where that is not known. */
  explanation: string | undefined;
  /** Codes to use instead, the likeliest first. */
  codes: readonly string[];
}

/**
 * Explains text that {@link canonicalRegion} does not know: a code that content networks send, a country's
 * name, an unknown part of a known country, a language.
 */
export function notARegion(written: string): NotARegion {
  const code = written.trim().toUpperCase();
  const special = Object.hasOwn(NO_PLACE, code) ? NO_PLACE[code] : undefined;
  if (special) {
    const [, after = ""] = /; give (.*)$/.exec(special) ?? [];
    const codes = after.match(/\b[A-Z]{2,3}(-[A-Z]{2,3})?\b/g) ?? [];
    return { explanation: `${code} ${special}.`, codes: codes.filter(isRegion) };
  }
  // APAC is no district of Uganda: short words in capitals are abbreviations or countries.
  const isAbbreviation = /^[A-Z]{2,5}$/.test(written.trim());
  const named = regionsNamed(written)
    .filter((c) => !isAbbreviation || isCountry(c))
    .slice(0, 5);
  if (named.length > 0) return { explanation: `Places are given by code; ${said(named)}.`, codes: named };
  const local = countryOfLocale(written.trim());
  if (local !== undefined)
    return { explanation: `${written.trim()} is a language; ${said([local])}.`, codes: [local] };
  const [country = "", part] = code.split(/[-_]/);
  if (part !== undefined && isRegion(country))
    return { explanation: `ISO 3166-2 has no ${code}; ${said([country])}.`, codes: [country] };
  // Short names are near too many others, and so are those of small places.
  const near =
    isAbbreviation || written.trim().length < 5 ? undefined : nearest(key(written), countryNames());
  return { explanation: undefined, codes: near === undefined ? [] : regionsNamed(near).filter(isCountry) };
}
