import * as z from "zod";

/** Why text could not be read as what a schema describes, in one line: the first problem and its place. */
export function whyInvalid(error: unknown): string {
  if (!(error instanceof z.ZodError)) return error instanceof Error ? error.message : String(error);
  const [issue] = error.issues;
  if (!issue) return error.message;
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  return `${issue.path.length > 0 ? `${issue.path.join("/")}: ` : ""}${issue.message}${more}`;
}
