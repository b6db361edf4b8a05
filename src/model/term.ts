/** How a term of ours relates to a term of a standard (SKOS mapping properties). */
export type MatchKind = "exact" | "close" | "broad" | "narrow" | "related";

/** A pointer from a term of ours to a term of a published standard, with the version that was read. */
export interface Mapping {
  /** Short name of the standard, a key of {@link STANDARDS}. */
  standard: keyof typeof STANDARDS;
  /** The term's IRI where the standard gives one, its label where it gives none. */
  term: string;
  match: MatchKind;
}

/** The standards that terms map to, each in the version that was read. */
export const STANDARDS = {
  dpv: { title: "W3C Data Privacy Vocabulary", version: "2.3", url: "https://w3id.org/dpv" },
  aipref: {
    title: "IETF AI Preferences vocabulary (draft-ietf-aipref-vocab)",
    version: "draft-08, 2026-09-14",
    url: "https://datatracker.ietf.org/doc/draft-ietf-aipref-vocab/",
  },
  gdpr: {
    title: "General Data Protection Regulation (EU) 2016/679",
    version: "2016-04-27",
    url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
  },
  iso3166: {
    title: "ISO 3166 country and subdivision codes",
    version: "2020",
    url: "https://www.iso.org/iso-3166-country-codes.html",
  },
} as const;

/** One word of a vocabulary: what it means, and where the standards say the same. */
export interface Term {
  definition: string;
  mappings?: Mapping[];
  /** Of a data category: its kind of data, or what it is instead. */
  kind?: string;
}

/** A vocabulary: its terms in the order in which they should be read. */
export type Vocabulary<K extends string = string> = Readonly<Record<K, Term>>;

/** Declares a vocabulary, keeping its terms' names as literal types. */
export const vocabulary = <K extends string>(terms: Record<K, Term>): Vocabulary<K> => terms;

/** The names of a vocabulary's terms. */
export const termsOf = <K extends string>(v: Vocabulary<K>): K[] => Object.keys(v) as K[];

/** A mapping to a DPV 2.3 IRI: `dpv("ai#ModelTraining")`. */
export const dpv = (path: string, match: MatchKind = "close"): Mapping => ({
  standard: "dpv",
  term: path.startsWith("dpv#") ? `https://w3id.org/${path}` : `https://w3id.org/dpv/${path}`,
  match,
});

/** A mapping to an article of the GDPR. */
export const gdpr = (article: string, match: MatchKind = "exact"): Mapping => ({
  standard: "gdpr",
  term: article,
  match,
});

/** A mapping to an aipref usage label. */
export const aipref = (label: string, match: MatchKind = "close"): Mapping => ({
  standard: "aipref",
  term: label,
  match,
});
