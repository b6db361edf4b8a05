import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import { csvOf, DESCRIPTION, TITLE, tablesOf } from "../metadata.ts";
import { curl, type MetadataFormat, pretty } from "./format.ts";

const TYPES = { string: "sc:Text", date: "sc:Date", integer: "sc:Integer", boolean: "sc:Boolean" } as const;

/** Croissant 1.1 (schema.org/Dataset with record sets), JSON-LD. */
export const croissant: MetadataFormat = {
  name: "croissant",
  mediaType: "application/ld+json",
  description: "Croissant 1.1: the CSV files and columns, for machine-learning tools.",
  load: [curl],
  path: "croissant.json",
  text: (dataset, data) => {
    const { input } = dataset;
    return pretty({
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
      version: input.release.version,
      datePublished: input.release.date,
      license: LICENCE.url,
      creditText: ATTRIBUTION,
      creator: { "@type": "sc:Organization", name: "AI Data Use contributors" },
      distribution: data
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
      recordSet: tablesOf(dataset).map((table) => ({
        "@type": "cr:RecordSet",
        "@id": table.name,
        name: table.name,
        description: table.description,
        field: table.columns.map((c) => ({
          "@type": "cr:Field",
          "@id": `${table.name}/${c.name}`,
          name: c.name,
          dataType: TYPES[c.type],
          source: { fileObject: { "@id": csvOf(table, data).path }, extract: { column: c.name } },
        })),
      })),
    });
  },
};
