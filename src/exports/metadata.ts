import { ATTRIBUTION, LICENCE } from "../model/index.ts";
import type { ExportInput } from "./input.ts";
import type { ExportTable } from "./tables.ts";

const TITLE = "AI Data Use";
const DESCRIPTION =
  "What online platforms do with people's data to train AI: the default, the way to opt out, and every change with its evidence.";

/** A file as the metadata speak of it. */
export interface ExportedFile {
  path: string;
  /** What it holds. */
  description: string;
  mediaType: string;
  bytes: number;
  sha256: string;
  /** Rows or records, where the file has such. */
  rows: number | null;
}

const FRICTIONLESS = { string: "string", date: "date", integer: "integer", boolean: "boolean" } as const;
const version = ({ release }: ExportInput) => release.version;

/** A table's CSV among the files: a table for people stands at the top, a normalised one under csv/. */
const csvOf = (table: ExportTable, files: readonly ExportedFile[]): ExportedFile =>
  files.find((f) => f.path === `${table.name}.csv` || f.path === `csv/${table.name}.csv`) as ExportedFile;

/** datapackage.json (Frictionless Data Package), with a table schema for each CSV file. */
export const dataPackage = (
  input: ExportInput,
  tables: readonly ExportTable[],
  files: readonly ExportedFile[],
): object => ({
  name: "ai-data-use",
  title: TITLE,
  description: DESCRIPTION,
  version: version(input),
  created: `${input.release.date}T00:00:00Z`,
  licenses: [{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.title }],
  contributors: [{ title: "AI Data Use contributors", role: "author" }],
  resources: tables.map((table) => {
    const file = csvOf(table, files);
    return {
      name: table.name.replaceAll("_", "-"),
      path: file.path,
      title: table.description,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      dialect: { lineTerminator: "\r\n" },
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      schema: {
        fields: table.columns.map((c) => ({
          name: c.name,
          type: FRICTIONLESS[c.type],
          ...(c.required ? { constraints: { required: true } } : {}),
        })),
        primaryKey: table.primaryKey,
      },
    };
  }),
});

/** Croissant 1.1 (schema.org/Dataset with record sets), JSON-LD. */
export const croissant = (
  input: ExportInput,
  tables: readonly ExportTable[],
  files: readonly ExportedFile[],
): object => ({
  "@context": {
    "@language": "en",
    "@vocab": "https://schema.org/",
    sc: "https://schema.org/",
    cr: "http://mlcommons.org/croissant/",
    dct: "http://purl.org/dc/terms/",
    conformsTo: "dct:conformsTo",
    recordSet: "cr:recordSet",
    field: "cr:field",
    dataType: { "@id": "cr:dataType", "@type": "@vocab" },
    source: "cr:source",
    fileObject: "cr:fileObject",
    extract: "cr:extract",
    column: "cr:column",
  },
  "@type": "sc:Dataset",
  conformsTo: "http://mlcommons.org/croissant/1.1",
  name: TITLE,
  description: DESCRIPTION,
  version: version(input),
  datePublished: input.release.date,
  license: LICENCE.url,
  creditText: ATTRIBUTION,
  creator: { "@type": "sc:Organization", name: "AI Data Use contributors" },
  distribution: files
    .filter((f) => f.path.endsWith(".csv"))
    .map((f) => ({
      "@type": "cr:FileObject",
      "@id": f.path,
      name: f.path,
      description: f.description,
      contentUrl: f.path,
      encodingFormat: f.mediaType,
      sha256: f.sha256,
      contentSize: `${f.bytes} B`,
    })),
  recordSet: tables.map((table) => ({
    "@type": "cr:RecordSet",
    "@id": table.name,
    name: table.name,
    description: table.description,
    field: table.columns.map((c) => ({
      "@type": "cr:Field",
      "@id": `${table.name}/${c.name}`,
      name: c.name,
      dataType: { string: "sc:Text", date: "sc:Date", integer: "sc:Integer", boolean: "sc:Boolean" }[c.type],
      source: { fileObject: { "@id": csvOf(table, files).path }, extract: { column: c.name } },
    })),
  })),
});

/** DCAT 3, JSON-LD. */
export const dcat = (input: ExportInput, files: readonly ExportedFile[]): object => ({
  "@context": {
    dcat: "http://www.w3.org/ns/dcat#",
    dct: "http://purl.org/dc/terms/",
    spdx: "http://spdx.org/rdf/terms#",
  },
  "@type": "dcat:Dataset",
  "dct:title": TITLE,
  "dct:description": DESCRIPTION,
  "dcat:version": version(input),
  "dct:issued": input.release.date,
  "dct:license": { "@id": LICENCE.url },
  "dct:rights": ATTRIBUTION,
  "dcat:distribution": files.map((f) => ({
    "@type": "dcat:Distribution",
    "dct:title": f.path,
    "dct:description": f.description,
    "dcat:downloadURL": { "@id": f.path },
    "dcat:mediaType": f.mediaType,
    "dcat:byteSize": f.bytes,
    "spdx:checksum": { "@type": "spdx:Checksum", "spdx:algorithm": "sha256", "spdx:checksumValue": f.sha256 },
  })),
});

/** CITATION.cff 1.2.0. */
export const citation = (input: ExportInput): string =>
  [
    "cff-version: 1.2.0",
    'message: "If you use this dataset, please cite it as below."',
    "type: dataset",
    `title: "${TITLE}"`,
    `abstract: "${DESCRIPTION}"`,
    "authors:",
    '  - name: "AI Data Use contributors"',
    `version: "${version(input)}"`,
    `date-released: "${input.release.date}"`,
    `license: ${LICENCE.id}`,
    "",
  ].join("\n");
