import type { PlatformCheck } from "../check.ts";
import { unknown } from "./findings.ts";
import { rulesOf } from "./walk.ts";

/** REF003: rules name controls that exist. */
export const REF003: PlatformCheck = {
  code: "REF003",
  description: "Rules name controls that the record has.",
  why: "A control that does not exist helps no one. Correct the id, or add the control.",
  scope: "platform",
  fix: "writes the id that an unambiguous typing error means",
  *run(p) {
    const known = p.controls.map((c) => c.id);
    for (const { rule, path } of rulesOf(p))
      for (const [k, id] of (rule.controls ?? []).entries())
        if (!known.includes(id))
          yield unknown([...path, "controls", k], "the control", id, known, "this record's controls");
  },
};
