import type { z } from "@hono/zod-openapi";
import type { ReleasedChange } from "../../../db/index.ts";
import type { changeSchema } from "./schema.ts";

type Change = z.infer<typeof changeSchema>;

/** A released change as the API gives it. */
export function presentChange(c: ReleasedChange): Change {
  return {
    id: `${c.version}/${c.id}`,
    release: c.version,
    date: c.date,
    class: c.class as Change["class"],
    record: c.record,
    name: c.name,
    platform: c.platform,
    operator: c.operator,
    purpose: c.purpose as Change["purpose"],
    regions: c.regions,
    path: c.path,
    before: c.change.before ?? null,
    after: c.change.after ?? null,
    order: c.change.order ?? null,
    summary: c.summary,
  };
}
