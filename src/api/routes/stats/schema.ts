import * as z from "zod";
import "../../http/openapi-method.ts";
import { CELL, KIND } from "../../../model/index.ts";
import { audienceSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { term } from "../../record/terms.ts";

const counts = (description: string) => z.record(z.string(), z.int()).openapi({ description });
const shareSchema = z
  .object({ notStated: z.int(), of: z.int() })
  .openapi("NotStatedShare", { description: "How many of some things are not stated." });

export const statsSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema,
    totals: z
      .object({
        platforms: z.int(),
        withdrawn: z.int().openapi({
          description: "Platforms whose records are withdrawn; nothing else counts them.",
        }),
        operators: z.int(),
        practices: z.int(),
        rules: z.int(),
        controls: z.int(),
        events: z.int(),
        sources: z.int(),
        passages: z.int(),
      })
      .openapi("Totals"),
    headlines: counts("Platforms by the verdict of their headline, for this audience."),
    cells: z
      .array(
        z
          .object({
            kind: term(KIND),
            by: term(CELL),
            verdicts: counts("Platforms by verdict; those that state nothing are not counted."),
          })
          .openapi("CellCounts"),
      )
      .openapi({ description: "Platforms by kind of data, column and verdict, for this audience." }),
    purposes: z
      .record(z.string(), z.record(z.string(), z.int()))
      .openapi({ description: "Platforms by purpose and verdict, for this audience." }),
    categories: counts("Platforms by category."),
    controlKinds: counts("Controls by kind."),
    ruleGrades: counts("Rules by the grade of the evidence for `dataUse`."),
    eventTypes: counts("Events by type."),
    eventYears: counts("Events by year."),
    verified: z
      .object({ oldest: z.string().nullable(), newest: z.string().nullable() })
      .openapi("VerifiedRange"),
    factGrades: z
      .record(z.string(), z.record(z.string(), z.int()))
      .openapi({ description: "Rules by fact (dataUse, defaultState, data, legalBasis) and grade." }),
    captured: z
      .object({ oldest: z.string().nullable(), median: z.string().nullable(), newest: z.string().nullable() })
      .openapi("CapturedRange", {
        description:
          "Age of the evidence: the day of the newest archived copy of each source that has one. Half are of the median's day or older.",
      }),
    openQuestions: z.int().openapi({ description: "The number of open questions in the records." }),
    notStated: z
      .object({
        dataUse: shareSchema,
        defaultState: shareSchema,
        effect: shareSchema,
      })
      .openapi("NotStated", {
        description:
          "How often the documents do not state something: the use in answers for this audience; the default in those that use data; the effect of controls on data already used.",
      }),
  })
  .openapi("Stats");
