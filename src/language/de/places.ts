import { countryOf, regionName } from "../../model/index.ts";
import { once } from "../../text/once.ts";
import { placesInOrder } from "../people.ts";
import { listInGerman } from "./lists.ts";

/* Places: their names, and with a preposition (`in Deutschland`, `in der Schweiz`, `im Kosovo`, `auf Malta`). */

/* The short style has „Hongkong“ for „Sonderverwaltungsregion Hongkong“. */
const names = once(() => new Intl.DisplayNames("de", { type: "region", style: "short", fallback: "none" }));

/** Names other than those of Unicode and ISO 3166. */
const NAMED: Readonly<Record<string, string>> = {
  EU: "Europäische Union (EU)",
  EEA: "Europäischer Wirtschaftsraum (EWR)",
  // Workers and Node have different names of Unicode for it.
  FK: "Falklandinseln",
  GB: "Vereinigtes Königreich",
  "CH-FR": "Freiburg",
  "CH-GE": "Genf",
  "CH-NE": "Neuenburg",
  "CH-SG": "St. Gallen",
  "CH-TI": "Tessin",
  "CH-VD": "Waadt",
  "CH-VS": "Wallis",
  "GB-NIR": "Nordirland",
  "GB-SCT": "Schottland",
  "US-CA": "Kalifornien",
};

/** Names, as far as they were said: looking one up takes a microsecond. */
const known = new Map<string, string>();

function nameOf(code: string): string {
  const before = known.get(code);
  if (before !== undefined) return before;
  const name = NAMED[code] ?? (code.includes("-") ? undefined : names().of(code)) ?? regionName(code) ?? code;
  known.set(code, name);
  return name;
}

/** A region by itself: `Vereinigtes Königreich`, `Kalifornien (USA)`; null is the rest of the world. */
export function placeInGerman(code: string | null): string {
  if (code === null) return "Rest der Welt";
  return code.includes("-") ? `${nameOf(code)} (${nameOf(countryOf(code))})` : nameOf(code);
}

/** Places whose names take an article, with preposition and case. */
const WITH_ARTICLE: Readonly<Record<string, string>> = {
  AE: "in den Vereinigten Arabischen Emiraten",
  AQ: "in der Antarktis",
  BQ: "in den Karibischen Niederlanden",
  CF: "in der Zentralafrikanischen Republik",
  CH: "in der Schweiz",
  DO: "in der Dominikanischen Republik",
  EEA: "im EWR",
  EH: "in der Westsahara",
  EU: "in der EU",
  GB: "im Vereinigten Königreich",
  IO: "im Britischen Territorium im Indischen Ozean",
  IQ: "im Irak",
  IR: "im Iran",
  LB: "im Libanon",
  MD: "in der Republik Moldau",
  MN: "in der Mongolei",
  NL: "in den Niederlanden",
  SD: "im Sudan",
  SK: "in der Slowakei",
  SS: "im Südsudan",
  SN: "im Senegal",
  TD: "im Tschad",
  TF: "in den Französischen Süd- und Antarktisgebieten",
  TR: "in der Türkei",
  UA: "in der Ukraine",
  US: "in den USA",
  VA: "in der Vatikanstadt",
  XK: "im Kosovo",
  YE: "im Jemen",
  "AT-6": "in der Steiermark (Österreich)",
  "CH-AG": "im Aargau (Schweiz)",
  "CH-TG": "im Thurgau (Schweiz)",
  "CH-TI": "im Tessin (Schweiz)",
  "CH-VD": "in der Waadt (Schweiz)",
  "CH-VS": "im Wallis (Schweiz)",
  "DE-SL": "im Saarland (Deutschland)",
  AX: "auf den Ålandinseln",
  BS: "auf den Bahamas",
  BV: "auf der Bouvetinsel",
  CC: "auf den Kokosinseln",
  CK: "auf den Cookinseln",
  CX: "auf der Weihnachtsinsel",
  FK: "auf den Falklandinseln",
  FO: "auf den Färöern",
  GS: "auf Südgeorgien und den Südlichen Sandwichinseln",
  HM: "auf den Heard- und McDonaldinseln",
  IM: "auf der Isle of Man",
  KM: "auf den Komoren",
  KY: "auf den Kaimaninseln",
  MH: "auf den Marshallinseln",
  MP: "auf den Nördlichen Marianen",
  MV: "auf den Malediven",
  NF: "auf der Norfolkinsel",
  PH: "auf den Philippinen",
  PN: "auf den Pitcairninseln",
  SB: "auf den Salomonen",
  SC: "auf den Seychellen",
  TC: "auf den Turks- und Caicosinseln",
  UM: "auf den Amerikanischen Überseeinseln",
  VC: "in St. Vincent und den Grenadinen",
  VG: "auf den Britischen Jungferninseln",
  VI: "auf den Amerikanischen Jungferninseln",
};

/** Islands whose names take no article. */
const ISLANDS =
  "AI AW BB BL BM CU CW CY DM FJ GD GG GP GU JE JM LC MF MG MQ MS MT MU NR NU PM RE SH SJ SX WS YT".split(
    " ",
  );

function inPlace(code: string | null): string {
  if (code === null) return "in der übrigen Welt";
  return WITH_ARTICLE[code] ?? `${ISLANDS.includes(code) ? "auf" : "in"} ${placeInGerman(code)}`;
}

/** Does a place follow a plain `in`, which need not be said again? */
const isPlain = (code: string | null | undefined): boolean =>
  code !== undefined && inPlace(code) === `in ${placeInGerman(code)}`;

/** Regions with prepositions, groups first: `im EWR und in der Schweiz`, `in Brasilien, Japan und in den USA`. */
export function inPlacesInGerman(codes: readonly (string | null)[]): string {
  const places = placesInOrder(codes);
  return listInGerman(
    places.map((code, i) => (isPlain(code) && isPlain(places[i - 1]) ? placeInGerman(code) : inPlace(code))),
  );
}
