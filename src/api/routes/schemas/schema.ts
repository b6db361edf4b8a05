import * as z from "zod";
import "../../http/openapi-method.ts";

export const schemaListSchema = z
  .object({ items: z.array(z.object({ name: z.string(), url: z.string() }).openapi("SchemaFile")) })
  .openapi("SchemaList");
