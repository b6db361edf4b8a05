import { writeFileSync } from "node:fs";
import { applyEdits, modify } from "jsonc-parser";
import * as z from "zod";
import { copySchema, type Passage, type Source, whyInvalid } from "../model/index.ts";
import type { RecordFile } from "../records/files.ts";
import type { Archive } from "./archives.ts";
import { findPassage, fingerprint, normalise } from "./passages.ts";

/** The result of checking one passage. */
export type Outcome =
  | { state: "holds" }
  | { state: "not-found"; why: string }
  | { state: "differs"; found: string }
  | { state: "archive-not-given" };

/** One passage of a record and its place in it. */
export interface PassageRef {
  record: RecordFile;
  sourceIndex: number;
  passageIndex: number;
  /** `source#passage` */
  ref: string;
  source: Source;
  passage: Passage;
}

/** A record's value as far as evidence needs it; tolerant of records that are not valid yet. */
const sourcesOf = (file: RecordFile): Source[] => {
  const sources = (file.value as { sources?: unknown } | undefined)?.sources;
  return Array.isArray(sources) ? sources.map((s) => (s ?? {}) as Source) : [];
};

/** What is needed of a passage to find it; `npm run validate` checks the rest. */
const marksSchema = z.object({
  copy: z.int().nonnegative(),
  heading: z.string().optional(),
  start: z.string(),
  end: z.string(),
});

/** Every passage of a record, in order. */
export function passagesOf(record: RecordFile): PassageRef[] {
  return sourcesOf(record).flatMap((source, sourceIndex) =>
    (Array.isArray(source.passages) ? source.passages : []).map((passage, passageIndex) => ({
      record,
      sourceIndex,
      passageIndex,
      ref: `${source.id}#${passage?.id}`,
      source,
      passage,
    })),
  );
}

/** The passage's text in its archived copy, normalised; or why there is none. */
async function locate(
  { source, passage }: PassageRef,
  archives: ReadonlyMap<string, Archive>,
): Promise<{ text: string } | Exclude<Outcome, { state: "holds" | "differs" }>> {
  const marks = marksSchema.safeParse(passage);
  if (!marks.success)
    return { state: "not-found", why: `the passage is not valid: ${whyInvalid(marks.error)}` };
  const given = source.copies?.[passage.copy];
  if (!given) return { state: "not-found", why: `the source has no copy ${passage.copy}` };
  const parsed = copySchema.safeParse(given);
  if (!parsed.success)
    return { state: "not-found", why: `copies/${passage.copy} is not valid: ${whyInvalid(parsed.error)}` };
  const copy = parsed.data;
  const archive = archives.get(copy.archive);
  if (!archive) return { state: "archive-not-given" };
  const document = await archive.read(copy.commit, copy.path);
  if (document === undefined)
    return { state: "not-found", why: `the clone of ${copy.archive} has no ${copy.path} at ${copy.commit}` };
  const found = findPassage(normalise(document), passage);
  if ("text" in found) return found;
  return {
    state: "not-found",
    why: `its ${found.missing} (“${passage[found.missing]}”) is not in ${copy.path} at ${copy.commit}`,
  };
}

/** Checks one passage against the clones given. */
export async function verifyPassage(
  ref: PassageRef,
  archives: ReadonlyMap<string, Archive>,
): Promise<Outcome> {
  const found = await locate(ref, archives);
  if ("state" in found) return found;
  const sha256 = fingerprint(found.text);
  return sha256 === ref.passage.sha256 ? { state: "holds" } : { state: "differs", found: sha256 };
}

/** What fingerprinting a passage gave: its hash and how long it is, in words. */
export type Fingerprinted =
  | { sha256: string; words: number; text: string }
  | Exclude<Outcome, { state: "holds" | "differs" }>;

/** Computes a passage's fingerprint from the archived copy. */
export async function fingerprintPassage(
  ref: PassageRef,
  archives: ReadonlyMap<string, Archive>,
): Promise<Fingerprinted> {
  const found = await locate(ref, archives);
  return "state" in found
    ? found
    : { sha256: fingerprint(found.text), words: found.text.split(" ").length, text: found.text };
}

/** Writes fingerprints into a record's file; everything else of its text stays as it is. */
export function writeFingerprints(
  record: RecordFile,
  written: readonly { ref: PassageRef; sha256: string }[],
): void {
  let text = record.text;
  for (const { ref, sha256 } of written) {
    const path = ["sources", ref.sourceIndex, "passages", ref.passageIndex, "sha256"];
    text = applyEdits(
      text,
      modify(text, path, sha256, { formattingOptions: { insertSpaces: true, tabSize: 2 } }),
    );
  }
  if (text !== record.text) writeFileSync(record.path, text);
}
