import { z } from "@hono/zod-openapi";
import * as m from "../../model/index.ts";
import { shapeOf } from "./shape.ts";

/*
 * The published shapes of a record. They follow the record model; only what is computed is added here.
 */
export const whenSchema = shapeOf(m.whenSchema);
export const dataSchema = shapeOf(m.dataSchema);
export const evidenceSchema = shapeOf(m.factEvidenceSchema);
export const controlSchema = shapeOf(m.controlSchema);
export const eventSchema = shapeOf(m.eventSchema);
export const mythSchema = shapeOf(m.mythSchema);

/** A copy also has its URL. */
export const copySchema = shapeOf(m.copySchema).extend({
  url: z.string().openapi({ description: "The archived copy on the web." }),
});

export const sourceSchema = shapeOf(m.sourceSchema)
  .extend({ copies: z.array(copySchema) })
  .openapi("Source", { description: "A document that evidence points to." });

/** When and how far the record was checked, and whether it can still be relied on. */
export const reviewSchema = shapeOf(m.reviewSchema)
  .extend({
    state: z.enum(["current", "source-changed", "overdue"]).nullable().openapi({
      description:
        "source-changed: a document that it relies on has changed since it was read; overdue: no one has checked it for 180 days. null for a past release.",
    }),
    since: z.string().nullable().openapi({ description: "Since when it is in that state." }),
    changedSources: z
      .array(z.string())
      .openapi({ description: "The sources that changed; the operator's begin with operator:." }),
    watchedThrough: z.string().nullable().openapi({
      description:
        "The day up to which its archived documents were compared; null where none could be, or for a past release.",
    }),
  })
  .openapi("Review");

const sameAs = shapeOf(m.platformSchema.shape.sameAs.unwrap());

/** The fields of a record that are not published: the file's own format. */
const FILE = { $schema: true } as const;
export const platformModel = m.platformSchema.omit(FILE);
export const operatorModel = m.operatorSchema.omit(FILE);

export const platformRecordSchema = shapeOf(platformModel).extend({
  sources: z.array(sourceSchema),
  operatorSources: z
    .array(sourceSchema)
    .openapi({ description: "The operator's shared documents that this record cites as operator:…" }),
  sameAs,
  review: reviewSchema,
});

/** An operator's record. */
export const operatorRecordSchema = shapeOf(operatorModel).extend({ sources: z.array(sourceSchema), sameAs });
