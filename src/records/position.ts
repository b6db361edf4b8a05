import type { Node } from "jsonc-parser";

/** 1-based line and column of an offset. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The length of the JSON spelling of one UTF-16 code unit, at an offset inside a text between quotes. */
const spelling = (text: string, offset: number): number =>
  text[offset] !== "\\" ? 1 : text[offset + 1] === "u" ? 6 : 2;

/** The stretch of a file's text that spells a part of a string in it. `index` and `length` are in the string's code units. */
export function stretchOf(
  text: string,
  node: Pick<Node, "offset">,
  { index, length }: { index: number; length: number },
): { offset: number; length: number } {
  let at = node.offset + 1;
  for (let i = 0; i < index; i++) at += spelling(text, at);
  const offset = at;
  for (let i = 0; i < length; i++) at += spelling(text, at);
  return { offset, length: at - offset };
}
