import type * as z from "zod";
import type { DifferingRecord } from "../../../db/index.ts";
import { netChanges } from "../../../history/net.ts";
import type { Json } from "../../../text/json.ts";
import type { netChangeSchema } from "./schema.ts";

type NetChange = z.infer<typeof netChangeSchema>;

const NONE = { renamedFrom: null, path: "", before: null, after: null, order: null };

const parsed = (text: string | undefined): Json | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as Json);

/** The net changes of one record. A renamed one is compared with what it was under its former id. */
export const netChangesOf = ({ record, renamedFrom, before, after }: DifferingRecord): NetChange[] => [
  ...(renamedFrom === undefined ? [] : [{ ...NONE, record, renamedFrom }]),
  ...netChanges(record, parsed(before), parsed(after)).map((c) =>
    "order" in c
      ? { ...NONE, record, path: c.path, order: c.order }
      : { ...NONE, record, path: c.path, before: c.before ?? null, after: c.after ?? null },
  ),
];
