import { createHash } from "node:crypto";
import type { Passage } from "../model/index.ts";
import { plainText } from "./plain-text.ts";

/**
 * A document's text in the form that passages are found and hashed in: Markdown links
 * and images become their text, HTML tags a space, then Unicode NFKC, lower case, and
 * every run of characters that are neither letters nor digits (Unicode L and N) one space.
 */
export function normalise(markdown: string): string {
  return plainText(markdown)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Why a passage was not found: the first of its three marks that is missing. */
export type Missing = "heading" | "start" | "end";

/** Index of `needle` in `text` at word boundaries, at or after `from`; -1 if there is none. */
function indexOfWords(text: string, needle: string, from: number): number {
  if (needle === "") return -1;
  for (let i = text.indexOf(needle, from); i !== -1; i = text.indexOf(needle, i + 1)) {
    const end = i + needle.length;
    if ((i === 0 || text[i - 1] === " ") && (end === text.length || text[end] === " ")) return i;
  }
  return -1;
}

/**
 * Finds a passage in a normalised document: the first `start` after the `heading` (after
 * the document's beginning where there is none), through the end of the first `end` at or
 * after it.
 */
export function findPassage(
  normalised: string,
  marks: Pick<Passage, "heading" | "start" | "end">,
): { text: string } | { missing: Missing } {
  let from = 0;
  if (marks.heading !== undefined) {
    const heading = normalise(marks.heading);
    const at = indexOfWords(normalised, heading, 0);
    if (at === -1) return { missing: "heading" };
    from = at + heading.length;
  }
  const start = indexOfWords(normalised, normalise(marks.start), from);
  if (start === -1) return { missing: "start" };
  const end = normalise(marks.end);
  const endAt = indexOfWords(normalised, end, start);
  if (endAt === -1) return { missing: "end" };
  return { text: normalised.slice(start, endAt + end.length) };
}

/** Every place, in order, where a passage could be if its heading did not matter: from each `start` through the first `end` after it. */
export function* passageCandidates(
  normalised: string,
  marks: Pick<Passage, "start" | "end">,
): Generator<string> {
  const [first, last] = [normalise(marks.start), normalise(marks.end)];
  for (let at = indexOfWords(normalised, first, 0); at !== -1; at = indexOfWords(normalised, first, at + 1)) {
    const end = indexOfWords(normalised, last, at);
    if (end === -1) return;
    yield normalised.slice(at, end + last.length);
  }
}

/** SHA-256 of a normalised passage, 64 hexadecimal digits. */
export const fingerprint = (passage: string): string =>
  createHash("sha256").update(passage, "utf8").digest("hex");
