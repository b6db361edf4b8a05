import type { Platform } from "../../model/index.ts";
import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";
import { removal } from "./findings.ts";
import { tookOver } from "./hosts.ts";

/** DOM001: a domain belongs to one platform. */
export const DOM001: DatasetCheck = {
  code: "DOM001",
  description: "A domain belongs to one platform; the successors of a withdrawn one can have its domains.",
  why: "A lookup by address must lead to one platform. A more specific host can distinguish two.",
  scope: "dataset",
  fix: "removes a repeated domain from a record",
  *run(dataset) {
    const owners = new Map<string, Platform[]>();
    for (const { file, record } of dataset.platforms.values())
      for (const [i, { host }] of record.domains.entries()) {
        const before = owners.get(host) ?? [];
        const other = before.find((o) => o.id === record.id || !tookOver(o, record));
        owners.set(host, [...before, record]);
        if (!other) continue;
        const twice = other.id === record.id;
        const withdrawn = [other, record].find((p) => p.withdrawn);
        const live = withdrawn === other ? record : other;
        yield {
          file,
          path: ["domains", i, "host"],
          found: `${show(host)}, which ${twice ? "is already in this record" : `${other.id} also has`}`,
          expected: "a domain of one platform only",
          fix: twice
            ? "Remove the second."
            : withdrawn
              ? `Name ${live.id} among the successors of ${withdrawn.id}, or remove it from one of them: \`npm run move -- domain ${host} ${live.id}\`.`
              : "Keep it in the record of the platform that people see there; a more specific host (chat.example.com) can distinguish two.",
          edits: twice ? removal(["domains", i]) : [],
        };
      }
  },
};
