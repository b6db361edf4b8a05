import { hasMojibake, mojibakeIn, withoutMojibake } from "../../text/mojibake.ts";
import type { DatasetCheck } from "../check.ts";
import { type Finding, show } from "../problems.ts";
import { textsIn } from "../texts-in.ts";

/** What was decoded wrongly in the texts of a value. */
export function* misread(value: unknown): Generator<Finding> {
  for (const { text, path } of textsIn(value, hasMojibake))
    for (const { index, length, found, meant } of mojibakeIn(text))
      yield {
        path,
        at: { index, length },
        found: `${show(found)}, which is ${show(meant)} read in the wrong encoding`,
        expected: "text that was read as UTF-8",
        fix: `Did you mean ${show(withoutMojibake(text))}?`,
      };
}

/** TXT004: no text was decoded with the wrong encoding. */
export const TXT004: DatasetCheck = {
  code: "TXT004",
  description: "No text was read in the wrong encoding (`CafÃ©` for `Café`).",
  why: "UTF-8 that was read as Latin-1 or Windows-1252 shows two or three characters for one. Write the letter that was meant.",
  scope: "dataset",
  exceptions: true,
  *run(dataset) {
    // A regular file has no escapes for letters, so that its text shows whether any of its values is concerned.
    for (const { file, record } of [...dataset.platforms.values(), ...dataset.operators.values()])
      if (!file.regular || hasMojibake(file.text))
        for (const finding of misread(record)) yield { file, ...finding };
  },
};
