import * as z from "zod";
import "../../http/openapi-method.ts";
import { listOf, metaSchema } from "../../http/envelope-schema.ts";
import { operatorRecordSchema } from "../../record/schema.ts";

const { sources, ...fields } = operatorRecordSchema.shape;

export const operatorSchema = z
  .object({
    ...fields,
    owns: z.array(z.string()).openapi({ description: "The operators that it owns." }),
    platforms: z.array(z.string()).openapi({ description: "The platforms that it runs." }),
  })
  .openapi("Operator");
export const operatorAnswerSchema = operatorSchema
  .extend({ sources, meta: metaSchema })
  .openapi("OperatorAnswer");

export const operatorListSchema = listOf(operatorSchema, "OperatorList");
