import type { z } from "@hono/zod-openapi";
import type { Operator } from "../../../model/index.ts";
import { presentSameAs } from "../../record/present.ts";
import type { operatorSchema } from "./schema.ts";

/** An operator with every field present. */
export const presentOperator = ({
  operator: o,
  platforms,
  owns,
}: {
  operator: Operator;
  platforms: string[];
  owns: string[];
}): z.infer<typeof operatorSchema> => ({
  id: o.id,
  name: o.name,
  legalName: o.legalName ?? null,
  parent: o.parent ?? null,
  jurisdiction: o.jurisdiction,
  owns,
  platforms,
  sameAs: presentSameAs(o.sameAs),
});
