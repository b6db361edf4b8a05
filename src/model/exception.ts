import * as z from "zod";
import { day, text } from "./primitives.ts";

/** One finding of a check that stands for a reason. */
export const exceptionSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^[A-Z]{3}[0-9]{3}$/, "a check's code: three letters and three digits")
      .meta({
        description: "The check's code; docs/checks.md says which can be excepted.",
        examples: ["CON001"],
      }),
    record: z
      .string()
      .regex(/^(platforms|operators)\/[a-z0-9-]+$/, "platforms/<id> or operators/<id>")
      .meta({ description: "The record: platforms/<id> or operators/<id>." }),
    pointer: z
      .string()
      .max(2000, { error: "at most 2000 characters", abort: true })
      .regex(/^(\/.*)?$/, "a JSON Pointer")
      .meta({
        description:
          "The place, as `npm run validate` names it: members of lists by their ids, with @ before them.",
      }),
    reason: text("Why the record is right as it is.", 1000),
    until: day(
      "The day on which somebody should look at it again; from then on the exception is an error.",
    ).optional(),
  })
  .meta({ description: "One finding of a check that stands for a reason." });

/** data/exceptions.json. */
export const exceptionsSchema = z
  .strictObject({
    $schema: z
      .literal("../schema/exceptions.schema.json")
      .meta({ description: "So that editors know the format." }),
    exceptions: z
      .array(exceptionSchema)
      .meta({ description: "Each silences one finding; one that silences nothing is an error." }),
  })
  .meta({
    id: "exceptions",
    title: "Exceptions",
    description: "Findings of the checks that stand for a reason.",
  });

export type Exception = z.infer<typeof exceptionSchema>;
