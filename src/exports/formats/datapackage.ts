import { LICENCE } from "../../model/index.ts";
import { landingUrl } from "../links.ts";
import { AUTHOR, DESCRIPTION, fileOf, KEYWORDS, TITLE, tablesOf } from "../metadata.ts";
import { semanticVersion } from "../version.ts";
import { curl, type MetadataFormat, pretty } from "./format.ts";

const TYPES = { string: "string", date: "date", integer: "integer", boolean: "boolean" } as const;

/** Frictionless Data Package, with a table schema for each CSV file. */
export const datapackage: MetadataFormat = {
  name: "datapackage",
  mediaType: "application/json",
  description: "Frictionless Data Package: every CSV file and column.",
  load: [curl],
  path: "datapackage.json",
  text: (dataset, data) => {
    const { input } = dataset;
    const homepage = landingUrl(input);
    return pretty({
      name: "ai-data-use",
      title: TITLE,
      description: DESCRIPTION,
      ...(homepage && { homepage }),
      keywords: KEYWORDS,
      version: semanticVersion(input.release.version),
      created: `${input.release.date}T00:00:00Z`,
      licenses: [{ name: LICENCE.id, path: LICENCE.url, title: LICENCE.title }],
      contributors: [{ title: AUTHOR, role: "author" }],
      resources: tablesOf(dataset).map((table) => {
        const file = fileOf(table, "csv", data);
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
              type: TYPES[c.type],
              ...(c.required ? { constraints: { required: true } } : {}),
            })),
            primaryKey: table.primaryKey,
          },
        };
      }),
    });
  },
};
