import * as z from "zod";
import "../../http/openapi-method.ts";
import { reference, text } from "../../http/values.ts";

export const schemaListSchema = z
  .object({
    items: z
      .array(
        z
          .object({ name: text("The file's name."), url: reference("Where it is, relative to this server.") })
          .openapi("SchemaFile", { description: "A JSON Schema." }),
      )
      .openapi({ description: "The schemas." }),
  })
  .openapi("SchemaList", { description: "The JSON Schemas of the records." });
