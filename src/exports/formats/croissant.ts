import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import type { ExportedFile } from "../file.ts";
import { folderUrl, landingUrl } from "../links.ts";
import { AUTHOR, DESCRIPTION, fileOf, KEYWORDS, TITLE, tablesOf } from "../metadata.ts";
import type { ExportTable } from "../tables.ts";
import { semanticVersion } from "../version.ts";
import { curl, type MetadataFormat, pretty } from "./format.ts";

const TYPES = { string: "sc:Text", date: "sc:Date", integer: "sc:Integer", boolean: "sc:Boolean" } as const;

/** A JSON-LD term for JSON values. */
const json = (name: string) => ({ "@id": `cr:${name}`, "@type": "@json" });

/** Terms of Croissant that stand for themselves. */
const OWN_TERMS = [
  ...["annotation", "arrayShape", "citeAs", "column", "containedIn", "equivalentProperty", "excludes"],
  ...["extract", "field", "fileObject", "fileProperty", "fileSet", "format", "includes", "isArray"],
  ...["isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "readLines", "recordSet"],
  ...["references", "regex", "repeated", "replace", "samplingRate", "sdVersion", "separator", "source"],
  ...["subField", "transform", "unArchive", "value"],
];

/**
 * The context of Croissant 1.1 (appendix 1), with the terms of 1.0 that mlcroissant 1.1.1 still asks for.
 * Readers warn of other contexts, also of one that only lacks terms that are not used.
 */
const CONTEXT = {
  "@language": "en",
  "@vocab": "https://schema.org/",
  sc: "https://schema.org/",
  cr: "http://mlcommons.org/croissant/",
  rai: "http://mlcommons.org/croissant/RAI/",
  dct: "http://purl.org/dc/terms/",
  ...Object.fromEntries(OWN_TERMS.map((name) => [name, `cr:${name}`])),
  conformsTo: "dct:conformsTo",
  data: json("data"),
  dataType: { "@id": "cr:dataType", "@type": "@vocab" },
  examples: json("examples"),
};

/** How to cite it, in BibTeX. */
const bibtex = (version: string, date: string, url: string | undefined): string =>
  `@misc{ai_data_use_${version.replaceAll(".", "_")}, author = {{${AUTHOR}}}, title = {${TITLE}}, year = {${date.slice(0, 4)}}, version = {${version}}${url ? `, url = {${url}}` : ""}}`;

/** The formats of its files. */
const FORMATS = ["parquet", "csv"] as const;

/** The media type by which mlcroissant knows Parquet, which was in use before IANA had one. */
const OLD_PARQUET = "application/x-parquet";

const encodingOf = ({ mediaType }: ExportedFile): string | string[] =>
  mediaType.endsWith("parquet") ? [mediaType, OLD_PARQUET] : mediaType;

/**
 * A table's records. They are read from Parquet, which has types: in CSV, readers take the code of Namibia, `NA`, for
 * a missing value, and digits for numbers.
 */
const recordSet = (table: ExportTable, file: string) => ({
  "@type": "cr:RecordSet",
  "@id": table.name,
  name: table.name,
  description: table.description,
  key: table.primaryKey.map((column) => ({ "@id": `${table.name}/${column}` })),
  field: table.columns.map((c) => ({
    "@type": "cr:Field",
    "@id": `${table.name}/${c.name}`,
    name: c.name,
    dataType: TYPES[c.type],
    source: { fileObject: { "@id": file }, extract: { column: c.name } },
  })),
});

/** Croissant 1.1 (schema.org/Dataset with record sets), JSON-LD. */
export const croissant: MetadataFormat = {
  name: "croissant",
  mediaType: "application/ld+json",
  description: "Croissant 1.1: the Parquet and CSV files and their columns, for machine-learning tools.",
  load: [curl],
  path: "croissant.json",
  text: (dataset, data) => {
    const { input } = dataset;
    const { version, date } = input.release;
    const url = landingUrl(input);
    return pretty({
      "@context": CONTEXT,
      "@type": "sc:Dataset",
      conformsTo: "http://mlcommons.org/croissant/1.1",
      name: TITLE,
      description: DESCRIPTION,
      ...(url && { url }),
      keywords: KEYWORDS,
      inLanguage: "en",
      version: semanticVersion(version),
      datePublished: date,
      license: LICENCE.url,
      creditText: ATTRIBUTION,
      citeAs: bibtex(version, date, url),
      creator: { "@type": "sc:Organization", name: AUTHOR },
      publisher: { "@type": "sc:Organization", name: AUTHOR },
      distribution: data
        .filter((f) => FORMATS.some((format) => f.path.endsWith(`.${format}`)))
        .map((f) => ({
          "@type": "cr:FileObject",
          "@id": f.path,
          name: f.path,
          description: f.description,
          contentUrl: (folderUrl(input) ?? "") + f.path,
          encodingFormat: encodingOf(f),
          sha256: f.sha256,
          contentSize: `${f.bytes} B`,
        })),
      recordSet: tablesOf(dataset).map((table) => recordSet(table, fileOf(table, "parquet", data).path)),
    });
  },
};
