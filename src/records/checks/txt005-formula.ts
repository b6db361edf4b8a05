import { looksLikeFormula } from "../../text/formula.ts";
import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";
import { textsIn } from "../texts-in.ts";

/** TXT005: no text is a formula to a spreadsheet. */
export const TXT005: DatasetCheck = {
  code: "TXT005",
  description: "No text begins with `=`, `+`, `-` or `@`.",
  why: "Spreadsheets that open the CSV files take such a text for a formula and run it. Begin with another word.",
  scope: "dataset",
  exceptions: true,
  *run(dataset) {
    for (const { file, record } of [...dataset.platforms.values(), ...dataset.operators.values()])
      for (const { text, path } of textsIn(record, looksLikeFormula))
        yield {
          file,
          path,
          found: show(text),
          expected: "a text that does not begin with =, +, - or @",
          fix: "Begin with another word: spreadsheets take this for a formula.",
        };
  },
};
