import type { OperatorCheck } from "../check.ts";
import { show } from "../problems.ts";
import { unknown } from "./findings.ts";

/** REF006: an operator's parents exist, and no operator owns itself. */
export const REF006: OperatorCheck = {
  code: "REF006",
  description: "An operator's parent has a record, and no operator is its own ancestor.",
  why: "Companies of one group are found by their parents. Correct the parent.",
  scope: "operator",
  fix: "writes the id that an unambiguous typing error means",
  *run(operator, dataset) {
    const seen = new Set([operator.id]);
    for (
      let parent = operator.parent;
      parent !== undefined;
      parent = dataset.operators.get(parent)?.record.parent
    ) {
      if (!dataset.operators.has(parent)) {
        yield unknown(["parent"], "the operator", parent, [...dataset.operators.keys()], "data/operators");
        return;
      }
      if (seen.has(parent)) {
        yield {
          path: ["parent"],
          found: `${show(parent)}, which ${operator.id} owns itself`,
          expected: "a chain of parents that ends",
          fix: "Correct one of the parents.",
        };
        return;
      }
      seen.add(parent);
    }
  },
};
