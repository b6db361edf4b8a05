import { stringify } from "yaml";
import { LICENCE } from "../../model/index.ts";
import { landingUrl } from "../links.ts";
import { AUTHOR, DESCRIPTION, KEYWORDS, TITLE } from "../metadata.ts";
import { curl, type MetadataFormat } from "./format.ts";

/** CITATION.cff 1.2.0. */
export const citation: MetadataFormat = {
  name: "citation",
  mediaType: "application/yaml",
  description: "How to cite it.",
  load: [curl],
  path: "CITATION.cff",
  text: ({ input }) => {
    const url = landingUrl(input);
    return stringify(
      {
        "cff-version": "1.2.0",
        message: "If you use this dataset, please cite it as below.",
        type: "dataset",
        title: TITLE,
        abstract: DESCRIPTION,
        authors: [{ name: AUTHOR }],
        keywords: KEYWORDS,
        version: input.release.version,
        "date-released": input.release.date,
        license: LICENCE.id,
        ...(url && { url }),
      },
      // YAML 1.1, which readers of CFF use, would read other scalars as dates or numbers.
      { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 },
    );
  },
};
