import type { DatasetCheck } from "../check.ts";
import { show } from "../problems.ts";

const STORES = ["android", "apple"] as const;

/** DOM005: an app belongs to one platform. LST001 reports one that a record has twice. */
export const DOM005: DatasetCheck = {
  code: "DOM005",
  description: "An app belongs to one platform.",
  why: "A lookup by app must lead to one platform. Keep it in the record of the platform that the app is for.",
  scope: "dataset",
  *run(dataset) {
    const owner = new Map<string, string>();
    for (const { file, record } of dataset.platforms.values())
      for (const store of STORES)
        for (const [i, app] of (record.apps?.[store] ?? []).entries()) {
          const other = owner.get(`${store} ${app}`);
          owner.set(`${store} ${app}`, record.id);
          if (other !== undefined && other !== record.id)
            yield {
              file,
              path: ["apps", store, i],
              found: `${show(app)}, which ${other} also has`,
              expected: "an app of one platform only",
              fix: "Keep it in the record of the platform that the app is for.",
            };
        }
  },
};
