import * as z from "zod";
import { agreementSchema } from "./agreement.ts";
import { refuseUnsafe } from "./plain-text.ts";
import { SCHEMA_VERSION } from "./platform.ts";
import { day, termSchema } from "./primitives.ts";
import { CHANGE_CLASS } from "./vocabulary.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits");

/** `YYYY.MM.N`: the year and month of a release, and its number in that month. */
export const releaseVersion = z
  .string()
  .regex(/^\d{4}\.(0[1-9]|1[0-2])\.[1-9]\d*$/, "a version is YYYY.MM.N")
  .meta({
    description: "CalVer: year, month, and the release's number in that month.",
    examples: ["2026.11.1"],
  });

/** Any value of JSON. Not `z.json()`: what `JSON.parse` gives cannot be anything else, and checking it takes long. */
const json = () => z.custom<z.infer<ReturnType<typeof z.json>>>();

/** One change of one record, as the ledger keeps it. */
export const ledgerChangeSchema = z
  .object({
    record: z
      .string()
      .regex(/^(platforms|operators)\/[a-z0-9-]+$/)
      .meta({ description: "platforms/<id> or operators/<id>." }),
    renamedFrom: z
      .string()
      .regex(/^(platforms|operators)\/[a-z0-9-]+$/)
      .optional()
      .meta({
        description:
          "The record was this one before: it moved with everything in it, under its new id. The path is empty; what else changed in it follows.",
      }),
    class: termSchema(CHANGE_CLASS, "Why it changed."),
    path: z.string().meta({
      description:
        "JSON Pointer; a member of a list is named by its id, with @ before it. Empty: the whole record.",
    }),
    before: json().optional().meta({ description: "What stood there; left out where nothing did." }),
    after: json().optional().meta({ description: "What stands there now; left out where nothing does." }),
    order: z
      .strictObject({ before: z.array(z.string()), after: z.array(z.string()) })
      .optional()
      .meta({ description: "The order of a list's members, by id, where it changed." }),
  })
  .meta({ description: "One change of one record." });

/** A release's ledger file: `data/releases/<version>.json`. */
export const releaseSchema = z
  .strictObject({
    schemaVersion: z
      .int()
      .min(1)
      .max(SCHEMA_VERSION)
      .meta({ description: "The format of its records; a later one is migrated when it is read." }),
    version: releaseVersion,
    date: day("The day on which it was cut."),
    previous: z
      .strictObject({ version: releaseVersion, digest: hash })
      .nullable()
      .meta({ description: "The release before, and its ledger's digest; null for the first." }),
    notes: z
      .strictObject({ generated: z.array(z.string()), written: z.string().nullable() })
      .meta({ description: "What changed, in words: from the changes, and by hand." }),
    agreement: agreementSchema.optional(),
    records: z
      .record(z.string(), hash)
      .meta({ description: "SHA-256 of every record's canonical JSON (RFC 8785)." }),
    changes: z
      .array(ledgerChangeSchema)
      .min(1)
      .meta({ description: "Every change since the release before." }),
    digest: hash.meta({ description: "SHA-256 of the canonical JSON of everything else in this file." }),
  })
  .superRefine(refuseUnsafe)
  .meta({ id: "release", title: "Release", description: "What one release holds, and what changed in it." });

export type ChangeClass = keyof typeof CHANGE_CLASS;
export type LedgerChange = z.infer<typeof ledgerChangeSchema>;
export type ReleaseLedger = z.infer<typeof releaseSchema>;
