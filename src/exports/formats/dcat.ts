import { ATTRIBUTION, LICENCE } from "../../model/index.ts";
import { DESCRIPTION, TITLE } from "../metadata.ts";
import { curl, type MetadataFormat, pretty } from "./format.ts";

/** DCAT 3, JSON-LD. */
export const dcat: MetadataFormat = {
  name: "dcat",
  mediaType: "application/ld+json",
  description: "DCAT 3: the files, for data catalogues.",
  load: [curl],
  path: "dcat.json",
  text: ({ input }, data) =>
    pretty({
      "@context": {
        dcat: "http://www.w3.org/ns/dcat#",
        dct: "http://purl.org/dc/terms/",
        spdx: "http://spdx.org/rdf/terms#",
      },
      "@type": "dcat:Dataset",
      "dct:title": TITLE,
      "dct:description": DESCRIPTION,
      "dcat:version": input.release.version,
      "dct:issued": input.release.date,
      "dct:license": { "@id": LICENCE.url },
      "dct:rights": ATTRIBUTION,
      "dcat:distribution": data.map((f) => ({
        "@type": "dcat:Distribution",
        "dct:title": f.path,
        "dct:description": f.description,
        "dcat:downloadURL": { "@id": f.path },
        "dcat:mediaType": f.mediaType,
        "dcat:byteSize": f.bytes,
        "spdx:checksum": {
          "@type": "spdx:Checksum",
          "spdx:algorithm": "sha256",
          "spdx:checksumValue": f.sha256,
        },
      })),
    }),
};
