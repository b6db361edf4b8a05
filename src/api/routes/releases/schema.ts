import * as z from "zod";
import "../../http/openapi-method.ts";
import { listOf, metaSchema, pageOf } from "../../http/envelope-schema.ts";
import { count, day, text, texts } from "../../http/values.ts";
import { jsonValue, orNull } from "../../record/terms.ts";
import { changeSchema, orderChangeSchema } from "../changes/schema.ts";

const notes = z
  .object({
    generated: texts("What changed, in words, made from the changes."),
    written: text("What its editors wrote; null where they wrote nothing.").nullable(),
  })
  .openapi("ReleaseNotes", { description: "What a release is about." });

/** A release in a list. */
export const releaseSchema = z
  .object({
    version: text("Its version (CalVer).", "2026.11.1"),
    date: day("Its day."),
    previous: text("The version before it; null for the first.").nullable(),
    notes,
    digest: text("SHA-256 of the ledger."),
    records: count("How many records it has."),
    changes: count("How many changes it made."),
  })
  .openapi("Release", { description: "A state of the dataset that can be cited." });

/** A release with its changes. */
export const releaseAnswerSchema = z
  .object({
    ...releaseSchema.shape,
    hashes: z
      .record(z.string(), z.string())
      .openapi({ description: "SHA-256 of every record's canonical JSON (RFC 8785)." }),
    ...pageOf(changeSchema),
    meta: metaSchema,
  })
  .openapi("ReleaseAnswer", { description: "A release, with a page of its changes." });

export const netChangeSchema = z
  .object({
    record: text("The key of the record that changed: its folder and id.", "platforms/linkedin"),
    renamedFrom: text(
      "For a record that was renamed: its key before; the path is then empty. null for others.",
    ).nullable(),
    path: text("JSON Pointer; a member of a list is named by its id, with @ before it."),
    before: jsonValue("The value in the earlier release; null where there was none."),
    after: jsonValue("The value in the later release; null where there is none."),
    order: orNull(orderChangeSchema, "For a change of the order of a list; else null."),
  })
  .openapi("NetChange", { description: "What is different in one place of one record." });

export const releaseDiffSchema = z
  .object({
    meta: metaSchema,
    from: text("The earlier release.", "2026.11.1"),
    to: text("The later release.", "2026.12.1"),
    ...pageOf(netChangeSchema),
  })
  .openapi("ReleaseDiff", { description: "The net changes between two releases." });

export const releaseListSchema = listOf(releaseSchema, "ReleaseList", "Every release, newest first.");
