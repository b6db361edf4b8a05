import * as z from "zod";

/** Why a commit that changed lines on AI in a recorded document is no event and no rule. */
export const NO_EVENT = {
  capture: "the copy changed, not the document: an outage, another language or region, a part that came and went",
  wording: "the text says the same in other words, or in another place",
  "other-subject": "the lines are not about training with people's data",
  recorded: "the change is in the record, with evidence from another copy",
} as const;

const line = (about: string) => z.string().trim().min(1).max(400).meta({ description: about });
const archive = z.string().regex(/^[\w.-]+\/[\w.-]+$/, "owner/name");
const commit = z.string().regex(/^[0-9a-f]{12}$/, "the first twelve digits of a commit");

/** `data/coverage.json`: what the archives have on AI and the records leave out, and the platforms that are wanted. */
export const coverageSchema = z.strictObject({
  $schema: z.string().optional(),
  wanted: z
    .array(
      z.strictObject({
        name: line("The name of the service."),
        domains: z.array(z.string()).meta({ description: "Where people find it." }),
        why: line("What was read, and why it is not enough for a record."),
      }),
    )
    .meta({ description: "Services that people ask about and that have no record." }),
  documents: z
    .array(
      z.strictObject({
        archive,
        path: line("The document's path in the archive."),
        why: line("Why no record rests on it."),
      }),
    )
    .meta({ description: "Archived documents with lines on AI that are evidence of no record." }),
  changes: z
    .array(
      z.strictObject({
        archive,
        path: line("The document's path in the archive."),
        why: z.enum(Object.keys(NO_EVENT) as [keyof typeof NO_EVENT, ...(keyof typeof NO_EVENT)[]]),
        note: line("What the lines say, where that helps.").optional(),
        commits: z.array(commit).min(1),
      }),
    )
    .meta({ description: "Commits that changed such lines in a recorded document and changed nothing for people." }),
});

export type Coverage = z.infer<typeof coverageSchema>;
