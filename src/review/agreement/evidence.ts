import type { Platform } from "../../model/index.ts";
import { cite, type ResolvedPractice } from "../../policy/index.ts";
import type { Field } from "./fields.ts";

/** The pointers to evidence for what a record says about a field; none for what describes the practice itself. */
export function refsFor(field: Field["name"], said: ResolvedPractice): string[] {
  switch (field) {
    case "controls":
    case "verdict":
      return [...new Set(said.controls.flatMap((c) => c.evidence))];
    case "kinds":
    case "model":
      return [];
    default:
      return said.evidence[field];
  }
}

/** A pointer for a reader: the document, which copy of it, and the words that mark the passage. */
export function evidenceInWords(ref: string, platform: Platform): string {
  const cited = cite(ref, platform);
  if (!cited) return ref; // a document of the operator, which is in another file
  const { source, passage } = cited;
  const copy = source.copies?.[passage?.copy ?? 0];
  const day = copy ? `, copy of ${copy.captured}` : source.published ? `, ${source.published}` : "";
  const words = passage ? `: “${passage.start} … ${passage.end}”` : "";
  return `${ref} (${source.title}${day})${words}`;
}
