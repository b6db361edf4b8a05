import * as z from "zod";
import "../../http/openapi-method.ts";
import { CELL, KIND } from "../../../model/index.ts";
import { audienceSchema } from "../../answer/schema.ts";
import { metaSchema } from "../../http/envelope-schema.ts";
import { count, counts, day, number, text, texts } from "../../http/values.ts";
import { orNull, term } from "../../record/terms.ts";

const countsSchema = z
  .record(z.string(), z.int())
  .openapi("Counts", { description: "How many of each kind, by its term." });

const shareSchema = z
  .object({ notStated: count("How many are not stated."), of: count("How many there are.") })
  .openapi("NotStatedShare", { description: "How many of some things are not stated." });

const fieldAgreementSchema = z
  .object({
    field: text("The field of the answers that was compared.", "dataUse"),
    items: count("How many answers were compared."),
    agreed: count("How many of them are the same."),
    kappa: number("Cohen's κ; null where it is undefined, because both say the same everywhere.").nullable(),
  })
  .openapi("FieldAgreement", { description: "How far two readers agree on one field." });

const agreementSchema = z
  .object({
    release: text(
      "The release whose records were read a second time, and the seed of the draw.",
      "2026.12.1",
    ),
    day: day("The day of the answers that were compared."),
    of: count("How many platforms were drawn from."),
    platforms: texts("The platforms that were drawn, by id."),
    practices: z
      .object({
        matched: count("Practices that both readers have."),
        onlyFirst: count("Practices that only the record has."),
        onlySecond: count("Practices that only the second reading has."),
      })
      .openapi("PracticesRead", { description: "Practices that both readers have, or only one." }),
    fields: z.array(fieldAgreementSchema).openapi({ description: "Agreement by field." }),
  })
  .openapi("ReaderAgreement", {
    description:
      "How far a release agrees with a second reading of the same sources. docs/quality.md explains its limits.",
  });

export const statsSchema = z
  .object({
    meta: metaSchema,
    audience: audienceSchema,
    totals: z
      .object({
        platforms: count("Platforms."),
        withdrawn: count("Platforms whose records are withdrawn; nothing else counts them."),
        operators: count("Operators."),
        practices: count("Practices: uses of data."),
        rules: count("Rules of the practices."),
        controls: count("Controls."),
        events: count("Events."),
        sources: count("Documents that evidence points to."),
        passages: count("Passages of these documents."),
      })
      .openapi("Totals", { description: "How much the dataset has." }),
    headlines: counts("Platforms by the verdict of their headline, for this audience."),
    cells: z
      .array(
        z
          .object({
            kind: term(KIND),
            by: term(CELL),
            verdicts: counts("Platforms by verdict; those that state nothing are not counted."),
          })
          .openapi("CellCounts", {
            description: "Platforms by verdict, for one kind of data and one column.",
          }),
      )
      .openapi({ description: "Platforms by kind of data, column and verdict, for this audience." }),
    purposes: z
      .record(z.string(), countsSchema)
      .openapi({ description: "Platforms by purpose and verdict, for this audience." }),
    categories: counts("Platforms by category."),
    controlKinds: counts("Controls by kind."),
    ruleGrades: counts("Rules by the grade of the evidence for `dataUse`."),
    eventTypes: counts("Events by type."),
    eventYears: counts("Events by year."),
    verified: z
      .object({
        oldest: day("The oldest; null without records.").nullable(),
        newest: day("The newest; null without records.").nullable(),
      })
      .openapi("VerifiedRange", { description: "The days on which records were last checked." }),
    factGrades: z
      .record(z.string(), countsSchema)
      .openapi({ description: "Rules by fact (dataUse, defaultState, data, legalBasis) and grade." }),
    captured: z
      .object({
        oldest: day("The oldest; null without copies.").nullable(),
        median: day("The median; null without copies.").nullable(),
        newest: day("The newest; null without copies.").nullable(),
      })
      .openapi("CapturedRange", {
        description:
          "Age of the evidence: the day of the newest archived copy of each source that has one. Half are of the median's day or older.",
      }),
    openQuestions: count("The number of open questions in the records."),
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
    agreement: orNull(
      agreementSchema,
      "How far the records agree with second readings of the same sources, before corrections; null until a release reports it.",
    ),
  })
  .openapi("Stats", { description: "Counts over the whole dataset, for one audience." });
