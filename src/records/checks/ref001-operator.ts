import type { PlatformCheck } from "../check.ts";
import { unknown } from "./findings.ts";

/** REF001: a platform's operator has a record. */
export const REF001: PlatformCheck = {
  code: "REF001",
  description: "A platform's operator has a record in data/operators.",
  why: "It says who runs the platform, and has the documents that its platforms share. Add the operator, or correct the id.",
  scope: "platform",
  fix: "writes the id that an unambiguous typing error means",
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
