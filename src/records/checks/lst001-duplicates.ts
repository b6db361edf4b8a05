import type { PlatformCheck } from "../check.ts";
import { type Path, show } from "../problems.ts";
import { removal } from "./findings.ts";

/** Every list of plain words inside a value, with its path. Sentences are left to people. */
function* wordLists(value: unknown, path: Path): Generator<{ words: readonly string[]; path: Path }> {
  if (Array.isArray(value)) {
    if (value.every((member) => typeof member === "string")) yield { words: value, path };
    else for (const [i, member] of value.entries()) yield* wordLists(member, [...path, i]);
  } else if (value !== null && typeof value === "object")
    for (const [key, member] of Object.entries(value)) yield* wordLists(member, [...path, key]);
}

/** Whether any list of texts inside a value has one twice. Most records have none, which this finds without paths. */
function repeats(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false;
  if (Array.isArray(value) && typeof value[0] === "string")
    return value.length > 1 && new Set(value).size < value.length;
  for (const key in value) if (repeats((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}

/** LST001: nothing is listed twice. */
export const LST001: PlatformCheck = {
  code: "LST001",
  description: "No list contains the same word twice (terms, regions, ids, evidence).",
  why: "A repetition adds nothing, and often another word was meant.",
  scope: "platform",
  fix: "removes the repetition",
  *run({ domains: _, aliases: __, ...rest }) {
    if (!repeats(rest)) return;
    for (const { words, path } of wordLists(rest, []))
      for (const [i, word] of words.entries())
        if (!word.includes(" ") && words.indexOf(word) < i)
          yield {
            path: [...path, i],
            found: `${show(word)} a second time`,
            expected: "each word once",
            fix: "Remove it.",
            edits: removal([...path, i]),
          };
  },
};
