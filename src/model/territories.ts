/**
 * A place with two codes: one of ISO 3166-1, which is its code here, and one or more of ISO 3166-2 that
 * list it under a country.
 */
export interface Territory {
  /** Its other codes. The first ones are in ISO 3166-2 today; a second, short one is an earlier code that is still sent. */
  also: readonly string[];
  /** The country whose rules are also for this place; null where they are not. */
  inside: string | null;
  /** What decides it: a treaty or a law. */
  because: string;
}

const outermost = (...also: string[]): Territory => ({
  also,
  inside: "FR",
  because: "An outermost region: EU law applies (TFEU, Articles 349 and 355(1)).",
});

const overseas = (inside: string, ...also: string[]): Territory => ({
  also,
  inside: null,
  because: `One of the overseas countries and territories, whose rules are not those of ${inside} in the EU (TFEU, Article 355(2) and Annex II).`,
});

const american = (...also: string[]): Territory => ({
  also,
  inside: "US",
  because: "A territory of the United States, where federal law applies (ISO 3166-2:US lists it).",
});

const ownLaw = (because: string, ...also: string[]): Territory => ({ also, inside: null, because });

/**
 * Every place that ISO 3166-1 gives a code and ISO 3166-2 lists under another country, and Kosovo. Both
 * codes of a place have the same answer. A rule for the country is also for the place where the country's
 * own data protection law is that of the place and, in a member state, EU law applies there; a test
 * compares this list with the codes in the package `iso-3166`.
 *
 * EU and EEA follow from it, because a group is exactly its members: the agreement on the EEA applies to the
 * territories to which the EU treaties apply, and to Iceland, Liechtenstein and Norway (EEA, Article 126(1)).
 * The Azores (PT-20), Madeira (PT-30) and the Canary Islands (ES-CN) are outermost regions too, and
 * subdivisions of their countries. Gibraltar, Guernsey, Jersey and the Isle of Man are in no code of
 * ISO 3166-2:GB, and the Faroes and Greenland in none of ISO 3166-2:DK: they are places of their own, outside
 * GB, the EU and the EEA.
 */
export const TERRITORIES: Readonly<Record<string, Territory>> = {
  GF: outermost("FR-973", "FR-GF"),
  GP: outermost("FR-971", "FR-GP"),
  MF: outermost("FR-MF"),
  MQ: outermost("FR-972", "FR-MQ"),
  RE: outermost("FR-974", "FR-RE"),
  YT: outermost("FR-976", "FR-YT"),
  AX: {
    also: ["FI-01"],
    inside: "FI",
    because:
      "EU law applies (TFEU, Article 355(4), and Protocol No 2 of the Act of Accession of 1994), and so does the EEA (Article 126(2)).",
  },
  BL: overseas("France", "FR-BL"),
  NC: overseas("France", "FR-NC"),
  PF: overseas("France", "FR-PF"),
  PM: overseas("France", "FR-PM"),
  TF: overseas("France", "FR-TF"),
  WF: overseas("France", "FR-WF"),
  AW: overseas("the Netherlands", "NL-AW"),
  BQ: overseas("the Netherlands"),
  CW: overseas("the Netherlands", "NL-CW"),
  SX: overseas("the Netherlands", "NL-SX"),
  "BQ-BO": { also: ["NL-BQ1"], inside: "BQ", because: "A part of BQ." },
  "BQ-SA": { also: ["NL-BQ2"], inside: "BQ", because: "A part of BQ." },
  "BQ-SE": { also: ["NL-BQ3"], inside: "BQ", because: "A part of BQ." },
  SJ: ownLaw(
    "Svalbard is outside the EEA (EEA, Protocol 40). Jan Mayen is not, but shares the code and has no inhabitants besides its stations.",
    "NO-21",
    "NO-22",
  ),
  AS: american("US-AS"),
  GU: american("US-GU"),
  MP: american("US-MP"),
  PR: american("US-PR"),
  UM: american("US-UM"),
  VI: american("US-VI"),
  HK: ownLaw("Hong Kong has a data protection law of its own, and China's does not apply.", "CN-HK"),
  MO: ownLaw("Macao has a data protection law of its own, and China's does not apply.", "CN-MO"),
  TW: ownLaw("Taiwan has a data protection law of its own, and China's does not apply.", "CN-TW"),
  XK: ownLaw(
    "A code for users' own purposes that the European Commission and others use for Kosovo, which has a data protection law of its own.",
    "RS-KM",
  ),
  // Areas that are a whole place of the same kind under two codes.
  GB: { also: ["GB-UKM"], inside: null, because: "GB-UKM is the United Kingdom." },
  "BF-03": { also: ["BF-KAD"], inside: "BF", because: "A region with one province." },
  "ES-AS": { also: ["ES-O"], inside: "ES", because: "A community with one province." },
  "ES-CB": { also: ["ES-S"], inside: "ES", because: "A community with one province." },
  "ES-IB": { also: ["ES-PM"], inside: "ES", because: "A community with one province." },
  "ES-MC": { also: ["ES-MU"], inside: "ES", because: "A community with one province." },
  "ES-MD": { also: ["ES-M"], inside: "ES", because: "A community with one province." },
  "ES-NC": { also: ["ES-NA"], inside: "ES", because: "A community with one province." },
  "ES-RI": { also: ["ES-LO"], inside: "ES", because: "A community with one province." },
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
