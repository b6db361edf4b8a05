import { stops } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** PRA005: the default agrees with the controls. */
export const PRA005: PlatformCheck = {
  code: "PRA005",
  description: "`on` has a control that stops it fully; `no-choice` has none.",
  why: "“On by default” means that people can stop it, so there must be a control that stops it fully.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const stopping = (rule.controls ?? []).filter((id) => p.controls.some((c) => c.id === id && stops(c)));
      const at = [...path, "defaultState"];
      if (rule.defaultState === "on" && stopping.length === 0)
        yield {
          path: at,
          found: '"on" without a control that stops it',
          expected: "a control with `protects: fully` (and not account deletion) in the rule's `controls`",
          fix: 'Name the control, or write "no-choice".',
        };
      if (rule.defaultState === "no-choice" && stopping.length > 0)
        yield {
          path: at,
          found: `"no-choice" with the control ${show(stopping[0])}, which stops it`,
          expected: "no control that stops it fully",
          fix: 'Write "on", or let the control protect "partly".',
        };
    }
  },
};
