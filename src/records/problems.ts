import { findNodeAtLocation, type Node } from "jsonc-parser";
import { type Json, namedPath, type Path, pointerOf } from "../text/json.ts";
import { terminalLine } from "../text/terminal.ts";
import type { RecordFile, TextFile } from "./files.ts";
import { positionOf, stretchOf } from "./position.ts";

/** A change of one place that fixes a finding without guessing. */
export type Edit = { path: Path; set: Json } | { path: Path; remove: true } | { path: Path; rename: string };

/** One thing that is wrong, where, and how to fix it. */
export interface Problem {
  /** Stable code, listed with its description in docs/checks.md. */
  code: string;
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** The column after the place's last character on that line; a place of several lines ends after its first character. */
  endColumn: number;
  /** Where in the record, as a JSON Pointer (RFC 6901). */
  pointer: string;
  found: string;
  expected: string;
  fix: string;
  /** The record it concerns: `platforms/<id>` or `operators/<id>`. */
  record?: string | undefined;
  /** Other records that have the same problem, and do not report it again. */
  concerns?: readonly string[] | undefined;
  /** The place named by ids, as {@link namedPath} writes it, so that it survives moves. */
  place: string;
  /** What `npm run fix` does about it. */
  edits: readonly Edit[];
}

/** What a check reports about a place; the file and position are added to it. */
export interface Finding {
  path: Path;
  found: string;
  expected: string;
  fix: string;
  edits?: readonly Edit[];
  /** Keys of other records that have the same problem, and do not report it again. */
  concerns?: readonly string[];
  /** Where in the text at the path, in UTF-16 code units; default: all of it. */
  at?: { index: number; length: number };
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

/** The key of a record, as ledgers and exceptions name it: `platforms/<id>`. */
export const keyOf = ({ kind, id }: Pick<RecordFile, "kind" | "id">): string => `${kind}s/${id}`;

/** Places a finding at a stretch of its file's text. */
export function problemAt(
  code: string,
  file: TextFile,
  { offset, length }: { offset: number; length: number },
  finding: Finding,
): Problem {
  const { path, edits = [], at: _, ...said } = finding;
  const { line, column } = positionOf(file.text, offset);
  const oneLine = !file.text.slice(offset, offset + length).includes("\n");
  const record = "kind" in file ? keyOf(file as RecordFile) : undefined;
  const place = file.value === undefined ? "" : namedPath(file.value as Json, path);
  return {
    code,
    file: file.path,
    line,
    column,
    endColumn: column + (oneLine ? Math.max(length, 1) : 1),
    pointer: pointerOf(path),
    ...said,
    record,
    place,
    edits,
  };
}

/** Places a finding in its file. */
export function problem(code: string, file: TextFile, finding: Finding): Problem {
  const node = nodeAt(file.tree(), finding.path) ?? { offset: 0, length: 1, type: "null" };
  const stretch = finding.at && node.type === "string" ? stretchOf(file.text, node, finding.at) : node;
  return problemAt(code, file, stretch, finding);
}

/**
 * A problem in words, for a terminal: the place, its members of lists named by their ids, then found, expected
 * and how to fix it.
 */
export function formatProblem(p: Problem): string {
  const [file, place, found, expected, fix] = [p.file, p.place || "/", p.found, p.expected, p.fix].map(
    terminalLine,
  );
  return `${file}:${p.line}:${p.column} ${p.code} at ${place}\n    found:    ${found}\n    expected: ${expected}\n    fix:      ${fix}`;
}

export { type Path, pointerOf } from "../text/json.ts";
export { show } from "../text/show.ts";
export { positionOf } from "./position.ts";
