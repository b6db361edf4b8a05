import type { Platform } from "../../model/index.ts";
import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";
import { tookOver } from "./hosts.ts";

const STORES = ["android", "apple"] as const;

/** DOM005: an app belongs to one platform. LST001 reports one that a record has twice. */
export const DOM005: DatasetCheck = {
  code: "DOM005",
  description: "An app belongs to one platform; the successors of a withdrawn one can have its apps.",
  why: "A lookup by app must lead to one platform. Keep it in the record of the platform that the app is for.",
  scope: "dataset",
  *run(dataset) {
    const owners = new Map<string, Platform[]>();
    for (const { file, record } of dataset.platforms.values())
      for (const store of STORES)
        for (const [i, app] of (record.apps?.[store] ?? []).entries()) {
          const before = owners.get(`${store} ${app}`) ?? [];
          owners.set(`${store} ${app}`, [...before, record]);
          const other = before.find((o) => o.id !== record.id && !tookOver(o, record));
          if (other)
            yield {
              file,
              path: ["apps", store, i],
              found: `${show(app)}, which ${other.id} also has`,
              expected: "an app of one platform only",
              fix: "Keep it in the record of the platform that the app is for.",
            };
        }
  },
};
