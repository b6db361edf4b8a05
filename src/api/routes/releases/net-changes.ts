import type * as z from "zod";
import type { DifferingRecord } from "../../../db/index.ts";
import { compare } from "../../../history/compare.ts";
import { isPresented } from "../../../history/presented.ts";
import { renamesBetween, withId } from "../../../history/renames.ts";
import type { Json } from "../../../text/json.ts";
import type { netChangeSchema } from "./schema.ts";

type NetChange = z.infer<typeof netChangeSchema>;

const recordsOf = (differing: readonly DifferingRecord[], side: "before" | "after"): Map<string, Json> =>
  new Map(
    differing.flatMap(({ record, [side]: text }) =>
      text === undefined ? [] : [[record, JSON.parse(text) as Json] as const],
    ),
  );

const NONE = { renamedFrom: null, path: "", before: null, after: null, order: null };

/** The net changes between two states. A renamed record is compared with what it was under its former id. */
export function netChangesOf(differing: readonly DifferingRecord[]): NetChange[] {
  const [before, after] = [recordsOf(differing, "before"), recordsOf(differing, "after")];
  const renames = renamesBetween(before.keys(), after);
  const former = new Set(renames.values());
  return differing.flatMap(({ record }): NetChange[] => {
    if (former.has(record)) return [];
    const renamedFrom = renames.get(record);
    const was = before.get(renamedFrom ?? record);
    const now = after.get(record);
    // Orders that mean nothing to people are not changes to them.
    const changes = compare(was && renamedFrom ? withId(was, record) : was, now).filter((change) =>
      isPresented(change, now),
    );
    return [
      ...(renamedFrom ? [{ ...NONE, record, renamedFrom }] : []),
      ...changes.map((c) =>
        "order" in c
          ? { ...NONE, record, path: c.path, order: c.order }
          : { ...NONE, record, path: c.path, before: c.before ?? null, after: c.after ?? null },
      ),
    ];
  });
}
