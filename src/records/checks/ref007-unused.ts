import { parseRef } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { evidenceRefs } from "./walk.ts";

/** REF007: sources, controls and passages are used. */
export const REF007: PlatformCheck = {
  code: "REF007",
  description:
    "Every control is named by a rule, and every passage and source of a platform is evidence for something.",
  why: "An unused one was forgotten, or renamed in one place only. Cite it, or remove it.",
  scope: "platform",
  exceptions: true,
  *run(p) {
    const controls = new Set(p.practices.flatMap((x) => x.rules.flatMap((r) => r.controls ?? [])));
    for (const [i, c] of p.controls.entries())
      if (!controls.has(c.id))
        yield {
          path: ["controls", i, "id"],
          found: `the control ${show(c.id)}, which no rule names`,
          expected: "a control that acts on a use",
          fix: "Add it to the `controls` of the rules that it acts on, or describe it as a myth if it does not protect.",
        };
    const refs = [...evidenceRefs(p)].map(({ ref }) => parseRef(ref)).filter((r) => !r.shared);
    for (const [i, source] of p.sources.entries()) {
      if (!refs.some((r) => r.source === source.id))
        yield {
          path: ["sources", i, "id"],
          found: `the source ${show(source.id)}, which nothing cites`,
          expected: "a source that is evidence for something",
          fix: "Cite it, or remove it.",
        };
      for (const [j, passage] of (source.passages ?? []).entries())
        if (!refs.some((r) => r.source === source.id && r.passage === passage.id))
          yield {
            path: ["sources", i, "passages", j, "id"],
            found: `the passage ${show(passage.id)}, which nothing cites`,
            expected: "a passage that is evidence for something",
            fix: "Cite it, or remove it.",
          };
    }
  },
};
