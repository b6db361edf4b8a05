import * as z from "zod";
import "../../http/openapi-method.ts";
import { CATEGORY, CERTAINTY, KIND, PURPOSE, reviewSchema as reviewModel } from "../../../model/index.ts";
import {
  audienceSchema,
  controlAnswerSchema,
  detailedAnswer,
  effortSchema,
  headlineSummarySchema,
  kindSummarySchema,
} from "../../answer/schema.ts";
import { listOf, metaSchema } from "../../http/envelope-schema.ts";
import { count, day, text, texts } from "../../http/values.ts";
import { platformModel } from "../../record/model.ts";
import {
  eventSchema,
  mythSchema,
  platformRecordSchema,
  sourceSchema,
  withdrawnSchema,
} from "../../record/schema.ts";
import { shapeOf } from "../../record/shape.ts";
import { orNull, term, termOrNull } from "../../record/terms.ts";
import { changeSchema } from "../changes/schema.ts";
import type { Include } from "./includes.ts";

/** When and how far the record was checked, and whether it can still be relied on. */
export const reviewSchema = shapeOf(reviewModel)
  .omit({ openQuestions: true })
  .extend({
    openQuestionCount: count("How many questions are open; /platforms/{id}/record lists them."),
    state: orNull(
      z.enum(["current", "source-changed", "overdue"]).openapi("ReviewState", {
        description:
          "source-changed: a document that it relies on has changed since it was read; overdue: no one has checked it for 180 days.",
      }),
      "Can it still be relied on? null for a past release.",
    ),
    since: day("Since when it is in that state; null for a past release.").nullable(),
    changedSources: texts("The sources that changed; the operator's begin with operator:."),
    watchedThrough: day(
      "The day up to which its archived documents were compared: the day on which the archives that hold them were fetched, the earliest where there are several. null where no document could be compared, or for a past release.",
    ).nullable(),
  })
  .openapi("Review", {
    description: "When and how far the record was checked, and whether it can still be relied on.",
  });

const hostNames = texts(
  "Its hosts, most important first. /platforms/{id}/record and /hosts say what each is for.",
  ["linkedin.com"],
);

const added = day("The day of the first release with this record; null until there is one.").nullable();
const changed = day(
  "The day of the last release that changed more than the record's wording (a change of any class but editorial); null until there is one.",
).nullable();

/** A platform by its name. */
export const platformNameSchema = z
  .object({ id: text("The platform's id.", "linkedin"), name: text("Its name.", "LinkedIn") })
  .openapi("PlatformName", { description: "A platform, by its id and name." });

/** What a platform is: the fields of its record that an answer begins with. */
export const identitySchema = shapeOf(platformModel)
  .pick({
    id: true,
    name: true,
    aliases: true,
    operator: true,
    category: true,
    plans: true,
    summary: true,
    withdrawn: true,
  })
  .extend({ domains: hostNames });

const included = (name: Include) => `null without \`include=${name}\`.`;

export const platformAnswerSchema = z
  .object({
    meta: metaSchema,
    ...identitySchema.shape,
    ...detailedAnswer,
    added,
    changed,
    review: reviewSchema,
    record: orNull(platformRecordSchema, `The record as it is written; ${included("record")}`),
    sources: z
      .array(sourceSchema)
      .nullable()
      .openapi({
        description: `The documents that evidence points to; the operator's begin with operator:. ${included("sources")}`,
      }),
    events: z
      .array(eventSchema)
      .nullable()
      .openapi({ description: `What happened, newest first. ${included("events")}` }),
    myths: z
      .array(mythSchema)
      .nullable()
      .openapi({ description: `What people try that does not work. ${included("myths")}` }),
  })
  .openapi("PlatformAnswer", {
    description: "A platform, and what it means for these people on that day. `include` adds more.",
  });

export const recordAnswerSchema = z
  .object({
    meta: metaSchema,
    record: platformRecordSchema,
    operatorSources: z
      .array(sourceSchema)
      .openapi({ description: "The operator's shared documents that the record cites as operator:…" }),
  })
  .openapi("RecordAnswer", { description: "A platform's record as it is written." });

const listedHeadlineSchema = z.object(headlineSummarySchema.shape).partial().openapi("ListedHeadline", {
  description:
    "The answer in short: with `fields` (`headline.verdict`) the selected fields, else all of them.",
});

export const listedPlatformSchema = z
  .object({
    ...platformNameSchema.shape,
    operator: text("The operator's id."),
    category: term(CATEGORY),
    domains: hostNames,
    summary: text("What the platform does with data, in a sentence or two."),
    added,
    changed,
    verified: day("When the record was last checked."),
    withdrawn: day("The day on which its record was withdrawn; null for one that is not.").nullable(),
    headline: listedHeadlineSchema,
    kinds: z
      .array(kindSummarySchema)
      .openapi({ description: "The kinds of data about which something is stated." }),
  })
  .partial()
  .required({ id: true })
  .openapi("ListedPlatform", {
    description: "A platform in a list: with `fields` its id and the selected fields, else all of them.",
  });

/** The list, with the people whose answers it shows. */
export const platformListSchema = listOf(
  listedPlatformSchema,
  "PlatformList",
  "Platforms, with their answers for one audience.",
  { audience: audienceSchema },
);

/** Pointers to evidence. */
const cited = (description: string) => texts(description, ["privacy-policy#ai"]);

const practiceName = {
  id: text("The practice's id."),
  title: text("What it is, in a few words."),
  purpose: term(PURPOSE),
};

export const actionSchema = z
  .object({
    ...controlAnswerSchema.shape,
    practices: z
      .array(z.object(practiceName).openapi("PracticeName", { description: "A use of data, by its name." }))
      .openapi({ description: "The uses that it affects." }),
    evidence: cited("The documents that show the control: their ids in `sources`, with # and the passage."),
  })
  .openapi("OptOutControl", {
    description: "A control that this person has, with the uses that it affects.",
  });

export const optOutSchema = z
  .object({
    meta: metaSchema,
    platform: platformNameSchema,
    audience: audienceSchema,
    headline: headlineSummarySchema,
    withdrawn: orNull(
      withdrawnSchema,
      "That the record was withdrawn, why, and which records answer instead; null for one that was not.",
    ),
    effort: effortSchema,
    controls: z.array(actionSchema).openapi({ description: "What to do, the most useful first." }),
    unstoppable: z
      .array(
        z
          .object({
            ...practiceName,
            kinds: z.array(term(KIND)).openapi({ description: "The kinds of data that it is about." }),
            certainty: termOrNull(CERTAINTY, "How firmly the use is known."),
            evidence: cited("The documents that show the use, as in controls."),
          })
          .openapi("UnstoppableUse", { description: "A use that this person cannot fully stop." }),
      )
      .openapi({ description: "Uses that this person cannot fully stop." }),
    myths: z.array(mythSchema).openapi({ description: "What does not work." }),
    sources: z.array(sourceSchema).openapi({
      description: "The documents that this answer cites; the operator's begin with operator:.",
    }),
  })
  .openapi("OptOut", { description: "What this person can do, and what nothing stops." });

export const historyItemSchema = z
  .object({
    kind: z
      .enum(["event", "change"])
      .openapi("HistoryKind", { description: "event: what happened; change: what was recorded, and when." }),
    day: day("The day that orders it in the list."),
    event: orNull(eventSchema, "What happened; null for a change."),
    change: orNull(changeSchema, "What was recorded; null for an event."),
  })
  .openapi("HistoryItem", { description: "An event, or a released change of the record." });

/** A platform's history, with its headline now: for the rest of the world. */
export const historySchema = listOf(
  historyItemSchema,
  "History",
  "A platform's events and released changes, newest first.",
  { headline: headlineSummarySchema },
);
