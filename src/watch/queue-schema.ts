import * as z from "zod";
import { day } from "../model/index.ts";
import { UNWATCHED } from "./documents.ts";

/* The format of the review queue. */

/** The version of the queue's format. A removed or narrowed field is a new number. */
export const QUEUE_VERSION = 1;

/** How urgent a document is, in the order in which a person should look. */
export const URGENCY = {
  answer: "Words that a current answer cites are gone: for a use, a default, a control.",
  "ai-text": "Sentences about AI were added, removed or changed in a document that a current answer cites.",
  detail: "Words that something else cites are gone: for data, a legal basis, an event, a myth.",
  capture:
    "The archive's copy can no longer be compared: it was removed, renamed or emptied, or it captures another part of the page.",
} as const;
export type Urgency = keyof typeof URGENCY;
/** From the most urgent. */
export const RANK = Object.keys(URGENCY) as Urgency[];

const commitSchema = z.strictObject({ commit: z.string(), date: day("The commit's day.") });
const few = z.string().meta({ description: "At most eight words, normalised." });

const factSchema = z
  .strictObject({
    platform: z.string().meta({ description: "`platforms/<id>`" }),
    kind: z.enum(["dataUse", "defaultState", "data", "legalBasis", "control", "event", "myth"]),
    practice: z.string().nullable().meta({ description: "The practice of a rule." }),
    id: z.string().meta({ description: "The rule, control, event or myth." }),
    current: z.boolean().meta({ description: "It answers for someone now or later." }),
    others: z.array(z.string()).meta({ description: "The other evidence that it cites." }),
  })
  .meta({ description: "Something that cites a passage." });

const passageSchema = z
  .strictObject({
    ref: z.string().meta({ description: "`source#passage`" }),
    state: z.enum(["stands", "moved", "changed", "gone", "recaptured"]).meta({
      description:
        "`stands`: the same words in the same place. `moved`: the same words elsewhere in the document. `changed`: its first words are there, followed by others. `recaptured`: the archive captures the page differently since, so this is unknown.",
    }),
    since: commitSchema.nullable().meta({ description: "The commit that removed or changed its words." }),
    facts: z.array(factSchema),
  })
  .meta({ description: "A cited passage that was in the document when it was read." });

const documentSchema = z
  .strictObject({
    urgency: z.enum(RANK),
    archive: z.string(),
    path: z.string(),
    sources: z.array(z.string()),
    read: commitSchema.meta({ description: "The version that was read." }),
    head: commitSchema.meta({ description: "The newest version." }),
    fate: z
      .strictObject({
        kind: z.enum(["removed", "renamed", "emptied"]),
        since: commitSchema,
        to: z.string().nullable().meta({ description: "The path at which the archive holds it now." }),
      })
      .nullable()
      .meta({ description: "What the archive did to the document as a whole." }),
    passages: z.array(passageSchema),
    ai: z.strictObject({
      added: z.int(),
      removed: z.int(),
      reworded: z.int(),
      sentences: z.array(
        z.strictObject({
          change: z.enum(["added", "removed", "reworded"]),
          words: few,
          was: few.nullable(),
          since: commitSchema,
        }),
      ),
    }),
    changes: z
      .array(
        z.strictObject({
          ...commitSchema.shape,
          passages: z.int().meta({ description: "Cited passages whose words were removed or changed." }),
          ai: z.int().meta({ description: "Sentences about AI that were added, removed or changed." }),
        }),
      )
      .meta({
        description:
          "The commits whose changes are still in effect, oldest first; with neither passages nor sentences about AI, other text.",
      }),
    ignored: z.strictObject({ capture: z.int(), unsettled: z.int(), known: z.int() }).meta({
      description:
        "Sentences and passages that are not counted: changed by capture, added and removed repeatedly, known from another document read for the record.",
    }),
    look: z.array(z.string()).meta({ description: "What to look at." }),
  })
  .meta({ description: "A document that moved." });

const itemSchema = z
  .strictObject({
    record: z.string().meta({ description: "`platforms/<id>` or `operators/<id>`" }),
    urgency: z.enum(RANK),
    platforms: z.array(z.string()).meta({ description: "Platforms that cite what moved." }),
    since: day("The first change that matters.").nullable(),
    documents: z.array(documentSchema).min(1),
  })
  .meta({ description: "A record to review." });

const placeSchema = z.strictObject({
  record: z.string(),
  archive: z.string(),
  path: z.string(),
  sources: z.array(z.string()),
});

/** The review queue as JSON. */
export const queueSchema = z
  .strictObject({
    schemaVersion: z.literal(QUEUE_VERSION),
    archives: z.array(z.strictObject({ name: z.string(), head: commitSchema })),
    watched: z.int().meta({ description: "How many documents were compared." }),
    items: z.array(itemSchema).meta({ description: "Most urgent first." }),
    otherText: z
      .array(z.strictObject({ ...placeSchema.shape, read: commitSchema, head: commitSchema }))
      .meta({
        description:
          "Documents that changed in words that nothing here cites and that do not mention AI. Nothing to do.",
      }),
    unwatched: z
      .array(z.strictObject({ ...placeSchema.shape, why: z.enum(UNWATCHED), commit: z.string().nullable() }))
      .meta({ description: "Documents that could not be compared." }),
  })
  .meta({ description: "What moved since the records were read, and what to look at." });

export type Queue = z.infer<typeof queueSchema>;
export type QueueItem = Queue["items"][number];
export type QueueDocument = QueueItem["documents"][number];
