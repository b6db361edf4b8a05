import { z } from "@hono/zod-openapi";
import { metaSchema } from "../../http/envelope.ts";
import { jsonValue } from "../../record/terms.ts";
import { changeSchema } from "../changes/schema.ts";

const notes = z.object({ generated: z.array(z.string()), written: z.string().nullable() });
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

export const releaseDiffSchema = z
  .object({
    meta: metaSchema,
    from: z.string(),
    to: z.string(),
    total: z.int(),
    next: z.string().nullable(),
    items: z.array(
      z.object({
        record: z.string(),
        path: z.string(),
        before: jsonValue(),
        after: jsonValue(),
        order: z.object({ before: z.array(z.string()), after: z.array(z.string()) }).nullable(),
      }),
    ),
  })
  .openapi("ReleaseDiff", { description: "The net changes between two releases." });
