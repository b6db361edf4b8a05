import * as z from "zod";
import "../../http/openapi-method.ts";

export const statusSchema = z
  .object({ status: z.string(), release: z.string().nullable() })
  .openapi("Status");
