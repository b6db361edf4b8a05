import type { OperatorCheck } from "../check.ts";
import { show } from "../problems.ts";
import { future } from "./findings.ts";

/** WDR003: an operator that is withdrawn runs no platform that is not. */
export const WDR003: OperatorCheck = {
  code: "WDR003",
  description:
    "An operator that is withdrawn runs no platform that is not, and was not withdrawn in the future.",
  why: "Someone runs a live platform. Move the platforms to that operator: npm run move -- operator <platform> <operator>.",
  scope: "operator",
  *run(operator, dataset, today) {
    if (!operator.withdrawn) return;
    yield* future(operator.withdrawn.date, today, ["withdrawn", "date"], "withdrawn on");
    const live = [...dataset.platforms.values()]
      .map(({ record }) => record)
      .filter((p) => p.operator === operator.id && !p.withdrawn)
      .map((p) => p.id);
    const [successor] = operator.withdrawn.successors ?? [];
    if (live.length > 0)
      yield {
        path: ["withdrawn"],
        found: `a withdrawn operator of ${live.join(", ")}`,
        expected: "an operator without live platforms",
        fix: `Move ${live.length === 1 ? "it" : "each"} to the operator that runs it: \`npm run move -- operator ${live[0]} ${successor ?? "<operator>"}\`. The operator ${show(operator.id)} keeps its record.`,
      };
  },
};
