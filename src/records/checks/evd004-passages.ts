import { parseRef } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** EVD004: archived words are pointed to by passage. */
export const EVD004: PlatformCheck = {
  code: "EVD004",
  description:
    "A claim (`uses`, `may-use`, `does-not-use`) that cites an archived document names the passage.",
  why: "A whole document is hard to check, and changes of a passage can be detected. Add the passage and fingerprint it.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      if (rule.dataUse === "not-stated") continue;
      for (const [k, ref] of rule.evidence.dataUse.entries()) {
        if (parseRef(ref).passage !== undefined) continue;
        const source = cite(ref, p, operator)?.source;
        if (source?.copies?.length)
          yield {
            path: [...path, "evidence", "dataUse", k],
            found: `${show(ref)}, an archived document as a whole`,
            expected: "the passage that says it",
            fix: `Add a passage to the source, fingerprint it, and write ${ref}#<passage>.`,
          };
      }
    }
  },
};
