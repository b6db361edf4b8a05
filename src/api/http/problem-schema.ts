import * as z from "zod";
import "./openapi-method.ts";
import { count, reference, text, texts } from "./values.ts";

/** Problem details (RFC 9457), as the API documents them. */
export const problemSchema = z
  .object({
    type: reference("The page that says how to resolve it.", "/problems/invalid-parameter"),
    title: text("What kind of problem it is.", "Invalid parameter"),
    status: count("The status of the response.", 400),
    detail: text(
      "What is wrong with this request, and how to fix it.",
      'plan: "bussiness" is not one of free, business. Did you mean business?',
    ),
    instance: reference("The requested path.", "/platforms"),
    parameter: text("The parameter at fault, if any.", "region").optional(),
    nearest: texts(
      "Values that are accepted and may be meant. For a parameter that does not exist, names of some that do.",
      ["DE"],
    ).optional(),
    suggestion: reference(
      "A request that works in place of this one: path and query. It was tried before it was suggested.",
      "/platforms?region=DE",
    ).optional(),
    errors: z
      .array(
        z
          .object({
            parameter: text("The parameter at fault.", "region"),
            detail: text("What is wrong with it, and how to fix it."),
            nearest: texts("The nearest known names.", ["DE"]).optional(),
          })
          .openapi("Fault", { description: "One parameter at fault." }),
      )
      .optional()
      .openapi({ description: "Every parameter at fault, where there are several." }),
  })
  .openapi("Problem", { description: "Problem details (RFC 9457)." });
