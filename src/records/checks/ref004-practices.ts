import type { PlatformCheck } from "../check.ts";
import { unknown } from "./findings.ts";

/** REF004: events name practices that exist. */
export const REF004: PlatformCheck = {
  code: "REF004",
  description: "Events name practices that the record has.",
  why: "Events are shown with the practices that they concern. Correct the id, or add the practice.",
  scope: "platform",
  fix: "writes the id that an unambiguous typing error means",
  *run(p) {
    const known = p.practices.map((x) => x.id);
    for (const [i, event] of p.events.entries())
      for (const [k, id] of (event.practices ?? []).entries())
        if (!known.includes(id))
          yield unknown(["events", i, "practices", k], "the practice", id, known, "this record's practices");
  },
};
