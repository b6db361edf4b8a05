import type { PlatformCheck } from "../check.ts";
import { unknown } from "./findings.ts";

/** REF001: a platform's operator has a record. */
export const REF001: PlatformCheck = {
  code: "REF001",
  description: "A platform's operator has a record in data/operators.",
  why: "Who runs it, and the documents that its platforms share, stand there. Add the operator, or correct the id.",
  scope: "platform",
  fix: "writes the one id that a typing error can mean",
  *run(p, dataset) {
    if (!dataset.operators.has(p.operator))
      yield unknown(
        ["operator"],
        "the operator",
        p.operator,
        [...dataset.operators.keys()],
        "data/operators",
      );
  },
};
