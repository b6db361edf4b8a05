import type * as z from "zod";
import type { Operator } from "../../../model/index.ts";
import { presentOperatorRecord } from "../../record/present.ts";
import type { operatorSchema } from "./schema.ts";

/** An operator with what it owns and runs; without its documents. */
export function presentOperator({
  operator,
  platforms,
  owns,
}: {
  operator: Operator;
  platforms: string[];
  owns: string[];
}): z.infer<typeof operatorSchema> {
  const { sources: _, ...record } = presentOperatorRecord(operator);
  return { ...record, owns, platforms };
}
