import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";
import { removal } from "./findings.ts";

/** DOM001: a domain belongs to one platform. */
export const DOM001: DatasetCheck = {
  code: "DOM001",
  description: "A domain belongs to one platform.",
  why: "A lookup by address must lead to one platform. A more exact host can tell two apart.",
  scope: "dataset",
  fix: "removes a domain that stands twice in one record",
  *run(dataset) {
    const owner = new Map<string, string>();
    for (const { file, record } of dataset.platforms.values())
      for (const [i, domain] of record.domains.entries()) {
        const other = owner.get(domain);
        if (other !== undefined)
          yield {
            file,
            path: ["domains", i],
            found: `${show(domain)}, which ${other === record.id ? "stands twice here" : `${other} has too`}`,
            expected: "a domain that one platform has",
            fix:
              other === record.id
                ? "Remove the second."
                : "Leave it with the platform that people see there; a more exact host (chat.example.com) can tell two apart.",
            edits: other === record.id ? removal(["domains", i]) : [],
          };
        owner.set(domain, record.id);
      }
  },
};
