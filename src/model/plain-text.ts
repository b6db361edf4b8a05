import type * as z from "zod";
import { characterName, repairedText, type UnsafeCharacter, unsafeCharacters } from "../text/characters.ts";
import type { IssueParams } from "./issue.ts";

/*
 * The rules for texts of records: one line, NFC, and no characters that are invisible, steer terminals or
 * direction, or are not characters. docs/record.md describes them for authors.
 */

/** Refused by the pattern of the published schema. A pattern that Python, Rust and JavaScript all read. */
const REFUSED =
  "\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u206F\\u2800\\u3164\\uE000-\\uF8FF\\uFDD0-\\uFDEF\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\uFFFD-\\uFFFF";

const SPACE = "[ \\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]+";
const WORD = `[^\\s${REFUSED}]+`;

/**
 * The pattern of a text in the published JSON Schema. It cannot say all of the rules: joiners and variation
 * selectors depend on what is around them, and NFC is not a pattern.
 * @param words at most as many, where they are limited
 */
export const textPattern = (words?: number): string =>
  `^${WORD}(?:${SPACE}${WORD})${words === undefined ? "*" : `{0,${words - 1}}`}$`;

/** Parts of a path that are neither empty nor `.` or `..`: any, at the beginning of a path, at its end, and alone. */
function pathParts(): Record<"any" | "first" | "last" | "only", string> {
  const any = `[^/${REFUSED}]`;
  const dotless = `[^/.${REFUSED}]`;
  const word = `[^\\s/${REFUSED}]`;
  const dotlessWord = `[^\\s/.${REFUSED}]`;
  return {
    any: `(?:${dotless}${any}*|\\.${dotless}${any}*|\\.\\.${any}+)`,
    first: `(?:${dotlessWord}${any}*|\\.${dotless}${any}*|\\.\\.${any}+)`,
    last: `(?:${dotless}${any}*${word}|${dotlessWord}|\\.${dotless}${any}*${word}|\\.${dotlessWord}|\\.\\.${any}*${word})`,
    only: `(?:${dotlessWord}${any}*${word}|${dotlessWord}|\\.${dotless}${any}*${word}|\\.${dotlessWord}|\\.\\.${any}*${word})`,
  };
}

/** The pattern of a text that is a path: without `.`, `..` or nothing as a part. */
export function pathPattern(): string {
  const { any, first, last, only } = pathParts();
  return `^(?:${first}(?:/${any})*/${last}|${only})$`;
}

/** Limits of a text. */
export interface TextLimits {
  /** Characters (code points) at most, as JSON Schema counts them. */
  max: number;
  words?: number | undefined;
}

/** The number of code points, counted only where it decides whether there are more than `max`; else of UTF-16 units. */
export const lengthOf = (text: string, max: number): number =>
  text.length <= max || text.length > 2 * max ? text.length : [...text].length;

/** What is wrong with a text. */
export interface TextFault {
  message: string;
  params?: IssueParams;
}

const suggested = (text: string): IssueParams => {
  const repaired = repairedText(text);
  return repaired === undefined || repaired.text === text
    ? {}
    : { suggestion: repaired.text, ...(!repaired.sure && { unsure: true }) };
};

/** A character that does not belong in the text, other than the line breaks that one line must not have. */
function characterFault(text: string): TextFault | undefined {
  const unsafe = unsafeCharacters(text);
  const [first] = unsafe.filter(({ kind }) => kind !== "line break");
  if (!first) return undefined;
  const { index, length } = first;
  const others = unsafe.length > 1 ? ` and ${unsafe.length - 1} more` : "";
  return {
    message:
      first.kind === "replacement"
        ? "the letter that was there before the text was decoded wrongly"
        : "a text of visible characters",
    params: {
      rule: "characters",
      found: `${characterName(first)}${others}`,
      at: { index, length },
      ...suggested(text),
    },
  };
}

/** The first thing that is wrong with a text of a record. The length comes first: the rest need not read what is far too long. */
export function textFault(text: string, { max, words }: TextLimits): TextFault | undefined {
  if (text === "") return { message: "a text that is not empty" };
  const length = lengthOf(text, max);
  if (length > max)
    return { message: `at most ${max} characters`, params: { found: `a text of ${length} characters` } };
  const unsafe = characterFault(text);
  if (unsafe) return unsafe;
  if (text.trim() !== text || unsafeCharacters(text).length > 0)
    return { message: "one line, without space at its ends", params: suggested(text) };
  if (text.normalize("NFC") !== text)
    return {
      message: "the same text in Unicode normalization form C (NFC)",
      params: { rule: "normal form", found: "a text with letters in parts (not in NFC)", ...suggested(text) },
    };
  if (words !== undefined && text.split(/\s+/).length > words)
    return { message: `at most ${words} words: a passage is located, not copied` };
  return undefined;
}

/** The first unsafe character of any text in a value, keys included, with the path to it. */
function unsafeIn(value: unknown, path: readonly (string | number)[]): UnsafeText | undefined {
  if (typeof value === "string") {
    const [unsafe] = unsafeCharacters(value).filter(({ kind }) => kind !== "line break");
    return unsafe && { path, unsafe };
  }
  if (value === null || typeof value !== "object") return undefined;
  for (const [key, member] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(key) : key];
    const inKey = unsafeIn(Array.isArray(value) ? "" : key, at);
    const found = (inKey && { ...inKey, path }) ?? unsafeIn(member, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

interface UnsafeText {
  path: readonly (string | number)[];
  unsafe: UnsafeCharacter;
}

/** For values in files that programs write (ledgers, the watch's state): no unsafe character in any text. Several lines are allowed. */
export function refuseUnsafe(value: unknown, ctx: z.RefinementCtx): void {
  const found = unsafeIn(value, []);
  if (!found) return;
  const { index, length } = found.unsafe;
  const params: IssueParams = {
    rule: "characters",
    found: characterName(found.unsafe),
    at: { index, length },
  };
  ctx.addIssue({
    code: "custom",
    path: [...found.path],
    message: "a text of visible characters",
    params: { ...params },
  });
}
