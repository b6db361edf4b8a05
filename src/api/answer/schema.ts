import * as z from "zod";
import "../http/openapi-method.ts";
import * as m from "../../model/index.ts";
import { perFacet } from "../http/facets.ts";
import { count, day, text, texts, url } from "../http/values.ts";
import { controlSchema, dataSchema, evidenceSchema } from "../record/schema.ts";
import { orNull, partialDate, term, termOrNull } from "../record/terms.ts";

/*
 * The published shapes of an answer: what a record means for one person on one day. Controls and
 * practices are given once and referred to by id.
 */

const facetSchema = ({ terms, parameterDescription, example }: m.Dimension): z.ZodType =>
  terms === null
    ? z.string().nullable().openapi({ description: parameterDescription, example })
    : term(terms);

/** For whom and which day an answer is; a region of null is the rest of the world. */
export const audienceSchema = z
  .object({
    ...perFacet<{ [F in m.Facet]: z.ZodType<m.Audience[F]> }>(facetSchema),
    asOf: day("The day asked about."),
  })
  .openapi("Audience", {
    description: "For whom and which day an answer is; a region of null is the rest of the world.",
  });

const verdict = () => term(m.VERDICT);
const certainty = () => termOrNull(m.CERTAINTY, "How firmly the use is known; null where there is none.");
const ids = (description: string) => texts(description);
const kinds = (description: string) => z.array(term(m.KIND)).openapi({ description });

/** A part of a mixed cell. */
export const cellPartSchema = z
  .object({ verdict: verdict(), certainty: certainty(), practices: ids("The practices that say so, by id.") })
  .openapi("CellPart", { description: "A part of a mixed answer." });

/** The answer for one kind of data and one column. */
export const cellSchema = z
  .object({
    verdict: verdict(),
    certainty: certainty(),
    practices: ids("The practices that decide it, by id."),
    controls: ids("The controls that these people have, by id, the most useful first."),
    parts: z.array(cellPartSchema).openapi({ description: "The parts of a mixed answer; empty otherwise." }),
  })
  .openapi("Cell", {
    description: "The answer for one kind of data: who trains, and with what consequence.",
  });

const columns = <S extends z.ZodType>(cell: S) => ({
  own: orNull(cell, "The operator trains its own generative (or unspecified) models; null: not stated."),
  others: orNull(cell, "It gives or sells the data to others who do; null: not stated."),
  crawlers: orNull(cell, "Outsiders collect it; null: not stated."),
  otherModels: orNull(cell, "Models that rank, recommend or classify; null: not stated."),
});

/** The answer for one kind of data. */
export const kindAnswerSchema = z
  .object({ kind: term(m.KIND), ...columns(cellSchema) })
  .openapi("KindAnswer", {
    description:
      "The answer for one kind of data. `own`: the operator trains its own generative (or unspecified) models. `others`: it gives or sells the data to others who do. `crawlers`: outsiders collect it. `otherModels`: models that rank, recommend or classify. A column is null where nothing is stated.",
  });

/** A cell in a list: without ids. */
export const cellSummarySchema = z
  .object({ verdict: verdict(), certainty: certainty() })
  .openapi("CellSummary", { description: "The verdict of a cell, and how firmly the use is known." });

/** A kind of data in a list. */
export const kindSummarySchema = z
  .object({ kind: term(m.KIND), ...columns(cellSummarySchema) })
  .openapi("KindSummary", { description: "The answer for one kind of data, in short; see KindAnswer." });

/** How a cell changed. */
export const cellChangeSchema = z
  .object({
    kind: term(m.KIND),
    by: term(m.CELL),
    before: orNull(cellSummarySchema, "The answer before; null where nothing was stated."),
    after: orNull(cellSummarySchema, "The answer after; null where nothing is stated."),
  })
  .openapi("CellChange", {
    description: "How the answer for one kind of data changed; null where nothing is stated.",
  });

const headlineControlSchema = z
  .object({
    id: text("The control's id."),
    name: text("Its name as the platform shows it."),
    url: url("A direct link; null where there is none.").nullable(),
  })
  .openapi("HeadlineControl", { description: "The control that stops most of what the headline names." });

const headlinePartSchema = z
  .object({
    verdict: verdict(),
    certainty: certainty(),
    by: term(m.CELL),
    kinds: kinds("The kinds of data that it is about."),
    practices: ids("The practices that say so, by id."),
  })
  .openapi("HeadlinePart", { description: "A part of the headline: kinds of data with the same answer." });

/** The headline in lists. */
export const headlineSummarySchema = z
  .object({
    verdict: verdict(),
    certainty: certainty(),
    lead: termOrNull(m.KIND, "The kind of data that it is mainly about; null where no use is stated."),
    sentence: text(
      "The answer in plain English.",
      "LinkedIn trains its AI with what you publish unless you switch it off.",
    ),
    control: orNull(headlineControlSchema, "The best control over it; null where there is none."),
  })
  .openapi("HeadlineSummary", { description: "The answer in short: generative models and content first." });

/** How a headline changed. */
export const headlineChangeSchema = z
  .object({ before: headlineSummarySchema, after: headlineSummarySchema })
  .openapi("HeadlineChange", { description: "The headline before and after." });

/** The headline. */
export const headlineSchema = z
  .object({
    ...headlineSummarySchema.shape,
    split: z.array(headlinePartSchema).openapi({
      description: "The uses that the verdict sums up, and denials about the same kinds of data.",
    }),
    permitted: z.array(headlinePartSchema).openapi({
      description: "Uses of other content that the terms only permit, beside what is practised.",
    }),
    except: kinds("The kinds that are not used."),
    silent: kinds("The kinds of content about which nothing is stated."),
  })
  .openapi("Headline", { description: "The answer in short, with its parts." });

/** A practice's answer for one person, in short. */
export const practiceAnswerSchema = z
  .object({
    id: text("The practice's id."),
    title: text("What it is, in a few words."),
    kinds: kinds("The kinds of data that it is about, for these people."),
    model: term(m.MODEL),
    purpose: term(m.PURPOSE),
    recipients: z.array(term(m.RECIPIENT)).openapi({ description: "Who gets the data." }),
    by: termOrNull(
      m.CELL,
      "The column of the answer by kind that it belongs to; null where it does not train general models.",
    ),
    onlyModels: text("The models that a denial is limited to; null where it is not limited.").nullable(),
    verdict: verdict(),
    certainty: certainty(),
    controls: ids("The controls that these people have, by id, the most useful first."),
    since: partialDate("The first day of this answer.").nullable(),
  })
  .openapi("PracticeAnswer", { description: "What one practice means for these people." });

const gap = z
  .object({
    min: count("At least so many days; null where there is no lower bound.").nullable(),
    max: count("At most so many days; null where there is no upper bound.").nullable(),
  })
  .openapi("Gap", { description: "A number of days, as an interval." });

/** How a practice's answer is known. */
export const practiceDetailsSchema = z
  .object({
    subject: text("The data in a few words; null where the kinds say enough.").nullable(),
    excludedKinds: kinds("The kinds of data that the rule excludes."),
    rule: text("The rule of the record that answered, by id; null where none did.").nullable(),
    dataUse: term(m.DATA_USE),
    namesAi: z.boolean().nullable().openapi({
      description: "Does the clause that permits the use mention AI? null where nothing is permitted.",
    }),
    defaultState: termOrNull(m.DEFAULT_STATE, "The default; null where data is not used."),
    data: orNull(dataSchema, "The data as the documents describe it; null where they do not."),
    legalBasis: termOrNull(
      m.LEGAL_BASIS,
      "The legal basis that the operator names; null where it names none.",
    ),
    note: text("What else is to know; null where there is nothing.").nullable(),
    grade: z
      .object({
        dataUse: termOrNull(m.GRADE, "Of `dataUse`; null where it has no evidence."),
        defaultState: termOrNull(m.GRADE, "Of `defaultState`; null where it has no evidence."),
      })
      .openapi("AnswerGrade", { description: "How well the facts are evidenced." }),
    evidence: evidenceSchema,
    gaps: z
      .object({
        notice: orNull(gap, "Until the terms mentioned it; null where a date is not known."),
        control: orNull(gap, "Until the first control; null where a date is not known."),
      })
      .openapi("Gaps", {
        description:
          "Days from the start of training to the terms that mention it (notice) and to the first control (control), as intervals.",
      }),
  })
  .openapi("PracticeDetails", { description: "What the answer is based on." });

/** A practice's answer with what it is based on. */
export const detailedPracticeSchema = z
  .object({
    ...practiceAnswerSchema.shape,
    details: orNull(practiceDetailsSchema, "What the answer is based on; null without `include=evidence`."),
  })
  .openapi("DetailedPracticeAnswer", {
    description: "What one practice means for these people, with what that is based on.",
  });

/** A control that a person has: without the condition under which people have it. */
export const controlAnswerSchema = controlSchema
  .omit({ when: true, evidence: true })
  .extend({
    until: partialDate("The first day on which it no longer exists; null where no end is known.").nullable(),
  })
  .openapi("ControlAnswer", { description: "A control that these people have." });

/** A control with its evidence. */
export const detailedControlSchema = z
  .object({
    ...controlAnswerSchema.shape,
    evidence: texts("The sources that show it, by id; null without `include=evidence`.").nullable(),
  })
  .openapi("DetailedControlAnswer", { description: "A control that these people have, with its evidence." });

/** What it takes to stop what is on by default. */
export const effortSchema = z
  .object({
    controls: ids("The controls to use, by id, the most useful first."),
    actions: count("The actions in all; null where some steps are not known.").nullable(),
  })
  .openapi("Effort", {
    description: "What it takes to stop every use of content for generative AI that is on by default.",
  });

/** People with a different answer. */
export const otherAudienceSchema = z
  .object({
    facet: z.enum(m.FACETS).openapi("Facet", { description: "The respect in which they differ." }),
    values: texts(
      "Who they are: places, plans or another value of `facet`; empty for the rest of the world.",
    ),
    verdict: verdict(),
    certainty: certainty(),
    practices: ids("The practices with a different verdict, by id."),
  })
  .openapi("OtherAudience", {
    description:
      "People who differ in one respect and have a different answer: the verdict of their headline.",
  });

/** What every full answer has. */
const common = {
  headline: headlineSchema,
  kinds: z.array(kindAnswerSchema).openapi({ description: "The answer by kind of data." }),
  worst: verdict(),
  effort: effortSchema,
};

/** An answer, in short. */
export const answerSchema = z
  .object({
    ...common,
    practices: z
      .array(practiceAnswerSchema)
      .openapi({ description: "The practices that concern these people." }),
    controls: z
      .array(controlAnswerSchema)
      .openapi({ description: "The controls that these people have, the most useful first." }),
  })
  .openapi("Answer", { description: "What a record means for these people on that day." });

/** The fields of an answer with room for evidence. */
export const detailedAnswer = {
  audience: audienceSchema,
  ...common,
  practices: z
    .array(detailedPracticeSchema)
    .openapi({ description: "The practices that concern these people." }),
  controls: z
    .array(detailedControlSchema)
    .openapi({ description: "The controls that these people have, the most useful first." }),
  others: z.array(otherAudienceSchema).openapi({ description: "Audiences with a different answer." }),
};
