import * as z from "zod";
import "../../http/openapi-method.ts";
import { listOf, metaSchema } from "../../http/envelope-schema.ts";
import { jsonValue, orNull } from "../../record/terms.ts";
import { changeSchema, orderChangeSchema } from "../changes/schema.ts";

const notes = z
  .object({ generated: z.array(z.string()), written: z.string().nullable() })
  .openapi("ReleaseNotes");
export const releaseSchema = z
  .object({
    version: z.string(),
    date: z.string(),
    previous: z.string().nullable(),
    notes,
    digest: z.string().openapi({ description: "SHA-256 of the ledger." }),
    records: z.int(),
    changes: z.int(),
  })
  .openapi("Release");

export const releaseAnswerSchema = releaseSchema
  .extend({
    hashes: z
      .record(z.string(), z.string())
      .openapi({ description: "SHA-256 of every record's canonical JSON (RFC 8785)." }),
    total: z.int().openapi({ description: "How many changes there are on all pages." }),
    next: z.string().nullable().openapi({ description: "The next page of changes; null on the last." }),
    items: z.array(changeSchema).openapi({ description: "Its changes." }),
    meta: metaSchema,
  })
  .openapi("ReleaseAnswer");

export const netChangeSchema = z
  .object({
    record: z.string(),
    renamedFrom: z.string().nullable().openapi({
      description: "For a record that was renamed: its key before; the path is then empty.",
    }),
    path: z.string(),
    before: jsonValue(),
    after: jsonValue(),
    order: orNull(orderChangeSchema),
  })
  .openapi("NetChange");

export const releaseDiffSchema = z
  .object({
    meta: metaSchema,
    from: z.string(),
    to: z.string(),
    total: z.int(),
    next: z.string().nullable(),
    items: z.array(netChangeSchema),
  })
  .openapi("ReleaseDiff", { description: "The net changes between two releases." });

export const releaseListSchema = listOf(releaseSchema, "ReleaseList");

/** One release, or the net changes between two. */
export const oneOrTwoReleasesSchema = z.union([releaseAnswerSchema, releaseDiffSchema]);
