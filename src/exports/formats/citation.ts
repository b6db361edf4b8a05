import { LICENCE } from "../../model/index.ts";
import { DESCRIPTION, TITLE } from "../metadata.ts";
import { curl, type MetadataFormat } from "./format.ts";

/** CITATION.cff 1.2.0. */
export const citation: MetadataFormat = {
  name: "citation",
  mediaType: "text/yaml",
  description: "How to cite it.",
  load: [curl],
  path: "CITATION.cff",
  text: ({ input }) =>
    [
      "cff-version: 1.2.0",
      'message: "If you use this dataset, please cite it as below."',
      "type: dataset",
      `title: "${TITLE}"`,
      `abstract: "${DESCRIPTION}"`,
      "authors:",
      '  - name: "AI Data Use contributors"',
      `version: "${input.release.version}"`,
      `date-released: "${input.release.date}"`,
      `license: ${LICENCE.id}`,
      "",
    ].join("\n"),
};
