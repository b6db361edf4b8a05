import * as z from "zod";
import "./openapi-method.ts";

/** Problem details (RFC 9457), as the API documents them. */
export const problemSchema = z
  .object({
    type: z.string().openapi({
      description: "The page that says how to resolve it.",
      example: "/problems/invalid-parameter",
    }),
    title: z.string().openapi({ example: "Invalid parameter" }),
    status: z.int().openapi({ example: 400 }),
    detail: z.string().openapi({
      description: "What is wrong with this request, and how to fix it.",
      example: 'plan: "bussiness" is not one of free, business. Did you mean business?',
    }),
    instance: z.string().openapi({ description: "The requested path.", example: "/platforms" }),
    parameter: z
      .string()
      .optional()
      .openapi({ description: "The parameter at fault, if any.", example: "region" }),
    nearest: z
      .array(z.string())
      .optional()
      .openapi({
        description:
          "Values that are accepted and may be meant. For a parameter that does not exist, names of some that do.",
        example: ["DE"],
      }),
    suggestion: z.string().optional().openapi({
      description:
        "A request that works in place of this one: path and query, relative to this server. It was tried before it was suggested.",
      format: "uri-reference",
      example: "/platforms?region=DE",
    }),
    errors: z
      .array(
        z
          .object({ parameter: z.string(), detail: z.string(), nearest: z.array(z.string()).optional() })
          .openapi("Fault"),
      )
      .optional()
      .openapi({ description: "Every parameter at fault, where there are several." }),
  })
  .openapi("Problem", { description: "Problem details (RFC 9457)." });
