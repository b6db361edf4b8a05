import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";
import { removal } from "./findings.ts";

/** DOM001: a domain belongs to one platform. */
export const DOM001: DatasetCheck = {
  code: "DOM001",
  description: "A domain belongs to one platform.",
  why: "A lookup by address must lead to one platform. A more specific host can distinguish two.",
  scope: "dataset",
  fix: "removes a repeated domain from a record",
  *run(dataset) {
    const owner = new Map<string, string>();
    for (const { file, record } of dataset.platforms.values())
      for (const [i, { host }] of record.domains.entries()) {
        const other = owner.get(host);
        if (other !== undefined)
          yield {
            file,
            path: ["domains", i, "host"],
            found: `${show(host)}, which ${other === record.id ? "is already in this record" : `${other} also has`}`,
            expected: "a domain of one platform only",
            fix:
              other === record.id
                ? "Remove the second."
                : "Keep it in the record of the platform that people see there; a more specific host (chat.example.com) can distinguish two.",
            edits: other === record.id ? removal(["domains", i]) : [],
          };
        owner.set(host, record.id);
      }
  },
};
