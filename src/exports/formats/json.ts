import { about } from "../about.ts";
import { type ExportRecord, publicRecord } from "../input.ts";
import { TextFile } from "../sink.ts";
import { curl, type DataFormat, jsonLine } from "./format.ts";

/** One document: operators, then platforms. */
export const json: DataFormat = {
  name: "json",
  mediaType: "application/json",
  description: "Every record, in one JSON document.",
  load: [curl],
  sinks(dir, { input }) {
    const file = new TextFile(dir, "ai-data-use.json", json.description);
    const head = JSON.stringify(about(input), null, 1).replace(/\n}$/, "");
    file.write(`${head},\n "operators": [`);
    let records = 0;
    let first = true;
    let kind: ExportRecord["kind"] = "operator";
    const beginPlatforms = (): void => {
      kind = "platform";
      first = true;
      file.write('\n ],\n "platforms": [');
    };
    return [
      {
        record(item) {
          if (item.kind !== kind) beginPlatforms();
          file.write(`${first ? "" : ","}\n${jsonLine(publicRecord(item))}`);
          first = false;
          records++;
        },
        async finish() {
          if (kind === "operator") beginPlatforms();
          file.write("\n ]\n}\n");
          return file.end(records);
        },
      },
    ];
  },
};
