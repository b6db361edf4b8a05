import { findNodeAtLocation, type Node } from "jsonc-parser";
import type { RecordFile } from "./files.ts";

/** A path into a record, as Zod and jsonc-parser write it. */
export type Path = readonly (string | number)[];

/** One thing that is wrong, where, and how to mend it. */
export interface Problem {
  /** Stable code, listed with its description in docs/checks.md. */
  code: string;
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** Where in the record, as a JSON Pointer (RFC 6901). */
  pointer: string;
  found: string;
  expected: string;
  mend: string;
}

/** What a check says of a place; the file and position are added to it. */
export interface Finding {
  path: Path;
  found: string;
  expected: string;
  mend: string;
}

/** JSON Pointer (RFC 6901) of a path. */
export const pointerOf = (path: Path): string => path.map((p) => `/${String(p).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** 1-based line and column of an offset. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The deepest node on the way to a path: a missing field is shown at the object that lacks it. */
function nodeAt(tree: Node | undefined, path: Path): Node | undefined {
  if (!tree) return undefined;
  for (let n = path.length; n >= 0; n--) {
    const node = findNodeAtLocation(tree, [...path.slice(0, n)]);
    if (node) return node;
  }
  return tree;
}

/** Places a finding in its file. */
export function problem(code: string, file: RecordFile, { path, ...said }: Finding): Problem {
  const offset = nodeAt(file.tree, path)?.offset ?? 0;
  return { code, file: file.path, ...positionOf(file.text, offset), pointer: pointerOf(path), ...said };
}

export { show } from "./show.ts";
