/**
 * A place with two codes: one of ISO 3166-1, which is its code here, and one or more of ISO 3166-2 that
 * list it under a country.
 */
export interface Territory {
  /** Its other codes: those in ISO 3166-2 today, then earlier ones that are still sent. */
  also: readonly string[];
  /** The country whose rules are also for this place; null where they are not. */
  inside: string | null;
}

const inside =
  (country: string) =>
  (...also: string[]): Territory => ({ also, inside: country });
const apart = (...also: string[]): Territory => ({ also, inside: null });
const [french, american, spanish, ofBonaire] = [inside("FR"), inside("US"), inside("ES"), inside("BQ")];

/**
 * Every place that ISO 3166-1 gives a code and ISO 3166-2 lists under another country, and Kosovo. Both
 * codes of a place have the same answer. A rule for the country is also for the place where the country's
 * own data protection law is that of the place and, in a member state, EU law applies there. A test compares
 * this list with the codes in the package `iso-3166`; docs/record.md has it for people.
 *
 * EU and EEA follow from it, because a group is exactly its members: the agreement on the EEA applies to the
 * territories to which the EU treaties apply, and to Iceland, Liechtenstein and Norway (EEA, Article 126(1)).
 * The Azores (PT-20), Madeira (PT-30) and the Canary Islands (ES-CN) are outermost regions too, and
 * subdivisions of their countries. Gibraltar, Guernsey, Jersey and the Isle of Man are in no code of
 * ISO 3166-2:GB, and the Faroes and Greenland in none of ISO 3166-2:DK: they are places of their own, outside
 * GB, the EU and the EEA.
 */
export const TERRITORIES: Readonly<Record<string, Territory>> = {
  // Outermost regions, where EU law applies: TFEU, Articles 349 and 355(1).
  GF: french("FR-973", "FR-GF"),
  GP: french("FR-971", "FR-GP"),
  MF: french("FR-MF"),
  MQ: french("FR-972", "FR-MQ"),
  RE: french("FR-974", "FR-RE"),
  YT: french("FR-976", "FR-YT"),
  // EU law applies: TFEU, Article 355(4), and Protocol No 2 of the Act of Accession of 1994. EEA, Article 126(2).
  AX: inside("FI")("FI-01"),
  // Overseas countries and territories, where EU law does not apply: TFEU, Article 355(2) and Annex II.
  BL: apart("FR-BL"),
  NC: apart("FR-NC"),
  PF: apart("FR-PF"),
  PM: apart("FR-PM"),
  TF: apart("FR-TF"),
  WF: apart("FR-WF"),
  AW: apart("NL-AW"),
  BQ: apart(),
  CW: apart("NL-CW"),
  SX: apart("NL-SX"),
  "BQ-BO": ofBonaire("NL-BQ1"),
  "BQ-SA": ofBonaire("NL-BQ2"),
  "BQ-SE": ofBonaire("NL-BQ3"),
  // Svalbard is outside the EEA (EEA, Protocol 40). Jan Mayen is not, but shares the code; only its stations are inhabited.
  SJ: apart("NO-21", "NO-22"),
  // Territories of the United States, where federal law applies.
  AS: american("US-AS"),
  GU: american("US-GU"),
  MP: american("US-MP"),
  PR: american("US-PR"),
  UM: american("US-UM"),
  VI: american("US-VI"),
  // Places with data protection laws of their own, where China's does not apply.
  HK: apart("CN-HK"),
  MO: apart("CN-MO"),
  TW: apart("CN-TW"),
  // ISO 3166 leaves XK to users; the European Commission and others use it for Kosovo, which has a law of its own.
  XK: apart("RS-KM"),
  // The same area under two codes: the whole United Kingdom, a region and communities with one province.
  GB: apart("GB-UKM"),
  "BF-03": inside("BF")("BF-KAD"),
  "ES-AS": spanish("ES-O"),
  "ES-CB": spanish("ES-S"),
  "ES-IB": spanish("ES-PM"),
  "ES-MC": spanish("ES-MU"),
  "ES-MD": spanish("ES-M"),
  "ES-NC": spanish("ES-NA"),
  "ES-RI": spanish("ES-LO"),
};

const CANONICAL: ReadonlyMap<string, string> = new Map(
  Object.entries(TERRITORIES).flatMap(([code, { also }]) => also.map((other) => [other, code] as const)),
);

/** The one code of a place that has two: `FR-974` → `RE`; the code itself otherwise. */
export const oneCode = (code: string): string => CANONICAL.get(code) ?? code;

/** The country that a place is inside, for rules: `US-CA` → `US`, `RE` → `FR`; undefined for a country or a group. */
export function enclosing(code: string): string | undefined {
  const territory = Object.hasOwn(TERRITORIES, code) ? TERRITORIES[code] : undefined;
  if (territory) return territory.inside ?? undefined;
  return code.includes("-") ? oneCode(code.split("-")[0] as string) : undefined;
}

const chains = new Map<string, readonly string[]>();

/** A place and what it is inside, the most exact first: `FR-974` → `RE`, `FR`. Each is computed once. */
export function withEnclosing(code: string): readonly string[] {
  const known = chains.get(code);
  if (known) return known;
  const chain = [oneCode(code)];
  for (let next = enclosing(chain[0] as string); next !== undefined; next = enclosing(next)) chain.push(next);
  chains.set(code, chain);
  return chain;
}
