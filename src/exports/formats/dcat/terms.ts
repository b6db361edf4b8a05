import { LICENCE } from "../../../model/index.ts";

/*
 * Terms of vocabularies that DCAT-AP asks for, each with the class that its SHACL shapes expect: a validator
 * that does not load the vocabularies has only what is said here.
 */

/** A node of the graph. */
export type Node = Readonly<Record<string, unknown>>;

/** A reference to a node. */
export const ref = (id: string): Node => ({ "@id": id });

/** A day, typed. */
export const day = (date: string): Node => ({ "@type": "xsd:date", "@value": date });

/** English text. */
export const english = (text: string): Node => ({ "@language": "en", "@value": text });

/** Tables of the EU Publications Office. */
const AUTHORITY = "http://publications.europa.eu/resource/authority";

/** A term of one of these tables. */
const authority = (table: string, code: string, type: string, label: string): Node => ({
  "@id": `${AUTHORITY}/${table}/${code}`,
  "@type": [type, "skos:Concept"],
  "skos:inScheme": ref(`${AUTHORITY}/${table}`),
  "skos:prefLabel": english(label),
});

export const ENGLISH = authority("language", "ENG", "dct:LinguisticSystem", "English");
export const IRREGULAR = authority("frequency", "IRREG", "dct:Frequency", "irregular");
export const PUBLIC = authority("access-right", "PUBLIC", "dct:RightsStatement", "public");
export const STABLE = authority("planned-availability", "STABLE", "skos:Concept", "stable");
export const THEMES = [
  authority("data-theme", "TECH", "skos:Concept", "Science and technology"),
  authority("data-theme", "JUST", "skos:Concept", "Justice, legal system and public safety"),
];

/** The table of themes. */
export const THEME_TABLE: Node = {
  "@id": `${AUTHORITY}/data-theme`,
  "@type": "skos:ConceptScheme",
  "dct:title": english("Data theme"),
};

/** The file types of the table by extension. It has none for NDJSON and SQLite: these are text and binary. */
const FILE_TYPES: Readonly<Record<string, readonly [code: string, label: string]>> = {
  csv: ["CSV", "CSV"],
  xlsx: ["XLSX", "Excel XLSX"],
  parquet: ["PARQUET", "Parquet"],
  json: ["JSON", "JSON"],
  ndjson: ["TXT", "plain text"],
  sqlite: ["BIN", "binary data"],
  sql: ["SQL", "SQL"],
};

/** The file type of a path. @throws {Error} for an extension that has none: add it above */
export function fileType(path: string): Node {
  const extension = path.split(".").at(-1) ?? "";
  const type = FILE_TYPES[extension];
  if (!type) throw new Error(`DCAT: ${path} has no file type. Add .${extension} to FILE_TYPES.`);
  return authority("file-type", type[0], "dct:MediaTypeOrExtent", type[1]);
}

/** A media type at IANA; undefined for one that is not registered there. */
export const ianaMediaType = (mediaType: string): Node | undefined =>
  mediaType.includes("/x-")
    ? undefined
    : { "@id": `https://www.iana.org/assignments/media-types/${mediaType}`, "@type": "dct:MediaType" };

/** The algorithm of checksums. */
export const SHA_256: Node = {
  "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
  "@type": "spdx:ChecksumAlgorithm",
};

/** The licence. */
export const LICENCE_DOCUMENT: Node = {
  "@id": LICENCE.url,
  "@type": "dct:LicenseDocument",
  "dct:title": english(LICENCE.title),
  "dct:type": ref("http://purl.org/adms/licencetype/Attribution"),
};

/** The terms of ADMS that are used. */
export const ADMS: readonly Node[] = [
  {
    "@id": "http://purl.org/adms/licencetype/Attribution",
    "@type": "skos:Concept",
    "skos:inScheme": ref("http://purl.org/adms/licencetype/1.0"),
    "skos:prefLabel": english("Attribution"),
  },
  {
    "@id": "http://purl.org/adms/publishertype/PrivateIndividual(s)",
    "@type": "skos:Concept",
    "skos:inScheme": ref("http://purl.org/adms/publishertype/1.0"),
    "skos:prefLabel": english("Private individual(s)"),
  },
];

/** The world, GeoNames' Earth. */
export const WORLD: Node = {
  "@id": "https://sws.geonames.org/6295630/",
  "@type": "dct:Location",
  "dcat:bbox": {
    "@type": "http://www.opengis.net/ont/geosparql#wktLiteral",
    "@value": "POLYGON((-180 -90,180 -90,180 90,-180 90,-180 -90))",
  },
  "dcat:centroid": {
    "@type": "http://www.opengis.net/ont/geosparql#wktLiteral",
    "@value": "POINT(0 0)",
  },
};
