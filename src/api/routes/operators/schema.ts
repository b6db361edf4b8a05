import * as z from "zod";
import "../../http/openapi-method.ts";
import { listOf, metaSchema } from "../../http/envelope-schema.ts";
import { texts } from "../../http/values.ts";
import { operatorRecordSchema } from "../../record/schema.ts";

const { sources, ...fields } = operatorRecordSchema.shape;

export const operatorSchema = z
  .object({
    ...fields,
    owns: texts("The operators that it owns, by id."),
    platforms: texts("The platforms that it runs, by id."),
  })
  .openapi("Operator", { description: "A company that runs platforms." });
export const operatorAnswerSchema = z
  .object({ ...operatorSchema.shape, sources, meta: metaSchema })
  .openapi("OperatorAnswer", {
    description: "An operator, with the documents that its platforms' records share.",
  });

export const operatorListSchema = listOf(operatorSchema, "OperatorList", "Every operator.");
