import type { Practice } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";

/** Does a practice answer whether the operator trains its own generative (or unspecified) models? */
const answers = ({ purpose, recipients, model }: Practice): boolean =>
  purpose === "train-ai" && recipients.includes("operator") && model !== "other";

/** PRA006: every record answers whether the operator trains generative models. */
export const PRA006: PlatformCheck = {
  code: "PRA006",
  description:
    "Every record has a practice with purpose `train-ai`, recipient `operator` and model `generative` or `unstated`.",
  why: "It is the question that people come for. `not-stated`, with the documents that were read as evidence, is an answer.",
  scope: "platform",
  *run(p) {
    if (!p.practices.some(answers))
      yield {
        path: ["practices"],
        found: "no practice for the operator's training of generative models",
        expected: "purpose `train-ai`, recipient `operator`, model `generative` or `unstated`",
        fix: "Add the practice; `not-stated`, with the documents that were read as evidence, is an answer.",
      };
  },
};
