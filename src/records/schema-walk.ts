import type * as z from "zod";
import { operatorSchema, platformSchema } from "../model/index.ts";
import type { RecordKind } from "./files.ts";
import type { Path } from "./problems.ts";

/** The schema of each sort of record. */
export const SCHEMAS = { platform: platformSchema, operator: operatorSchema } as const satisfies Record<
  RecordKind,
  z.ZodType
>;

/** What walking needs of a schema: its fields, its members, its terms. */
export interface Walkable {
  shape?: Readonly<Record<string, z.ZodType>>;
  element?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly string[];
}

/** A schema without what makes it optional. */
export function walkable(schema: z.ZodType | undefined): Walkable {
  let inner: unknown = schema;
  while (
    inner &&
    typeof (inner as { unwrap?: unknown }).unwrap === "function" &&
    !("element" in (inner as object))
  )
    inner = (inner as { unwrap(): unknown }).unwrap();
  return (inner ?? {}) as Walkable;
}

/** The fields that a schema knows at a path; looks through lists and optional values. */
export function knownFields(root: z.ZodType, path: Path): string[] {
  let at = walkable(root);
  for (const key of path)
    at = walkable(typeof key === "number" ? at.element : (at.shape?.[key] ?? at.valueType));
  return at.shape ? Object.keys(at.shape) : [...(walkable(at.keyType).options ?? [])];
}
