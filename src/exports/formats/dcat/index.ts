import { ATTRIBUTION } from "../../../model/index.ts";
import type { ExportedFile } from "../../file.ts";
import type { ExportInput } from "../../input.ts";
import { folderUrl, landingPath } from "../../links.ts";
import { AUTHOR, DESCRIPTION, KEYWORDS, TITLE } from "../../metadata.ts";
import { curl, type MetadataFormat, pretty } from "../format.ts";
import {
  ADMS,
  day,
  ENGLISH,
  english,
  fileType,
  IRREGULAR,
  ianaMediaType,
  LICENCE_DOCUMENT,
  type Node,
  PUBLIC,
  ref,
  SHA_256,
  STABLE,
  THEME_TABLE,
  THEMES,
  WORLD,
} from "./terms.ts";

const PREFIXES = {
  adms: "http://www.w3.org/ns/adms#",
  dcat: "http://www.w3.org/ns/dcat#",
  dcatap: "http://data.europa.eu/r5r/",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  spdx: "http://spdx.org/rdf/terms#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/*
 * IRIs, relative to the folder of the files. The catalogue and the dataset keep theirs from release to
 * release, so that a catalogue that collects them updates its entry.
 */
const ROOT = "../../";
const CATALOGUE = `${ROOT}download#catalogue`;
const DATASET = `${ROOT}download#dataset`;
const PUBLISHER = `${ROOT}download#publisher`;
const CONTACT = `${ROOT}download#contact`;
const RIGHTS = `${ROOT}download#rights`;
const distributionId = (path: string): string => `${path}#distribution`;

const agents = (home: string): Node[] => [
  {
    "@id": PUBLISHER,
    "@type": "foaf:Agent",
    "foaf:name": english(AUTHOR),
    "dct:type": ref("http://purl.org/adms/publishertype/PrivateIndividual(s)"),
  },
  {
    "@id": CONTACT,
    "@type": ["vcard:Kind", "vcard:Group"],
    "vcard:fn": english(AUTHOR),
    "vcard:hasURL": ref(home),
  },
  { "@id": RIGHTS, "@type": "dct:RightsStatement", "rdfs:label": english(ATTRIBUTION) },
  { "@id": home, "@type": "foaf:Document", "dct:title": english(`${TITLE}: downloads`) },
];

/** What a catalogue and a dataset have in common. */
const common = (date: string, home: string): Node => ({
  "dct:title": english(TITLE),
  "dct:description": english(DESCRIPTION),
  "dct:publisher": ref(PUBLISHER),
  "dct:license": ref(LICENCE_DOCUMENT["@id"] as string),
  "dct:rights": ref(RIGHTS),
  "dct:language": ref(ENGLISH["@id"] as string),
  "dct:spatial": ref(WORLD["@id"] as string),
  "dct:issued": day(date),
  "dct:modified": day(date),
  "foaf:homepage": ref(home),
});

const catalogue = (date: string, home: string): Node => ({
  "@id": CATALOGUE,
  "@type": "dcat:Catalog",
  ...common(date, home),
  "dcat:themeTaxonomy": ref(THEME_TABLE["@id"] as string),
  "dcat:dataset": ref(DATASET),
});

const datasetOf = (
  { version, date }: ExportInput["release"],
  home: string,
  data: readonly ExportedFile[],
) => {
  const { "foaf:homepage": _, ...head } = common(date, home);
  return {
    "@id": DATASET,
    "@type": "dcat:Dataset",
    ...head,
    "dct:identifier": "ai-data-use",
    "dcat:version": version,
    "dcat:landingPage": ref(home),
    "dcat:contactPoint": ref(CONTACT),
    "dcat:keyword": KEYWORDS.map(english),
    "dcat:theme": THEMES.map((t) => ref(t["@id"] as string)),
    "dct:accessRights": ref(PUBLIC["@id"] as string),
    "dct:accrualPeriodicity": ref(IRREGULAR["@id"] as string),
    "dcat:distribution": data.map((f) => ref(distributionId(f.path))),
  };
};

function distribution(file: ExportedFile, date: string, home: string): Node {
  const mediaType = ianaMediaType(file.mediaType);
  return {
    "@id": distributionId(file.path),
    "@type": "dcat:Distribution",
    "dct:title": english(file.path),
    "dct:description": english(file.description),
    "dcat:accessURL": ref(home),
    "dcat:downloadURL": ref(file.path),
    ...(mediaType && { "dcat:mediaType": mediaType }),
    "dct:format": fileType(file.path),
    "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(file.bytes) },
    "spdx:checksum": {
      "@id": `${file.path}#checksum`,
      "@type": "spdx:Checksum",
      "spdx:algorithm": ref(SHA_256["@id"] as string),
      "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": file.sha256 },
    },
    "dct:license": ref(LICENCE_DOCUMENT["@id"] as string),
    "dct:rights": ref(RIGHTS),
    "dct:language": ref(ENGLISH["@id"] as string),
    "dct:issued": day(date),
    "dcatap:availability": ref(STABLE["@id"] as string),
  };
}

/** A catalogue of DCAT-AP 3.0.1, the profile of European data portals, in JSON-LD. */
export const dcat: MetadataFormat = {
  name: "dcat",
  mediaType: "application/ld+json",
  description: "DCAT-AP 3.0.1: the files, for data catalogues.",
  load: [curl],
  path: "dcat.json",
  text({ input }, data) {
    const home = ROOT + landingPath(input);
    const base = folderUrl(input);
    const { date } = input.release;
    return pretty({
      "@context": { ...(base && { "@base": base }), ...PREFIXES },
      "@graph": [
        catalogue(date, home),
        datasetOf(input.release, home, data),
        ...data.map((f) => distribution(f, date, home)),
        ...agents(home),
        ...[ENGLISH, IRREGULAR, PUBLIC, STABLE, SHA_256, LICENCE_DOCUMENT, WORLD, THEME_TABLE],
        ...[...THEMES, ...ADMS],
      ],
    });
  },
};
