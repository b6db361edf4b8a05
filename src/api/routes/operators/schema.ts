import { z } from "@hono/zod-openapi";
import { metaSchema } from "../../http/envelope.ts";
import { sameAs, sourceSchema } from "../../record/schema.ts";

export const operatorSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    legalName: z.string().nullable(),
    parent: z.string().nullable(),
    jurisdiction: z.string(),
    owns: z.array(z.string()),
    platforms: z.array(z.string()),
    sameAs,
  })
  .openapi("Operator");
export const operatorAnswerSchema = operatorSchema
  .extend({ sources: z.array(sourceSchema), meta: metaSchema })
  .openapi("OperatorAnswer");
