import type { PlatformCheck } from "../check.ts";

/** PRA006: people learn about generative training from every record. */
export const PRA006: PlatformCheck = {
  code: "PRA006",
  description: "Every record answers for the training of generative models, be it with `not-stated`.",
  why: "It is the question that people come for; silence of the documents is an answer too.",
  scope: "platform",
  *run(p) {
    if (!p.practices.some((x) => x.purpose === "train-ai"))
      yield {
        path: ["practices"],
        found: "no practice for train-generative-ai",
        expected: "an answer to the question that people come for",
        mend: "Add the practice; `not-stated`, with the documents that were read as evidence, is an answer.",
      };
  },
};
