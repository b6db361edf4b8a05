/** A line of an explanation: a sentence or more, or a list. */
export type Line = string | { items: readonly string[]; numbered?: boolean };

/** A part of an explanation, with parts of its own. Knows nothing of how it is shown. */
export interface Part {
  heading: string;
  lines: Line[];
  parts?: Part[];
}

/** Lines without those that have nothing to say. */
export const present = (lines: readonly (Line | undefined)[]): Line[] =>
  lines.filter(
    (line): line is Line =>
      line !== undefined && line !== "" && (typeof line === "string" || line.items.length > 0),
  );
