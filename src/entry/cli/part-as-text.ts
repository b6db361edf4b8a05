import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import type { Line, Part } from "../../language/en/index.ts";
import { terminalLine, terminalText, withoutLineCommands } from "../../text/terminal.ts";

/** Longer lines are hard to read. */
export const WIDEST = 100;

const indent = (text: string, by: string, first = by): string =>
  text
    .split("\n")
    .map((line, i) => (line === "" ? line : `${i === 0 ? first : by}${line}`))
    .join("\n");

/** Escaped text in lines of a width. Where a line is broken, a workflow command could begin. */
const wrap = (escaped: string, room: number): string =>
  withoutLineCommands(wrapAnsi(escaped, Math.max(20, room)));

function lineAsText(line: Line, by: string, width: number): string {
  if (typeof line === "string") return indent(wrap(terminalText(line), width - by.length), by);
  return line.items
    .map((item, i) => {
      const mark = line.numbered ? `${i + 1}. `.padStart(String(line.items.length).length + 2) : "- ";
      const rest = `${by}${" ".repeat(mark.length)}`;
      return indent(wrap(terminalText(item), width - rest.length), rest, `${by}${mark}`);
    })
    .join("\n");
}

/** An explanation as text of a width, its headings bold where the terminal can. What records say is escaped. */
export function partAsText({ heading, lines, parts = [] }: Part, width: number, depth = 0): string {
  const by = "  ".repeat(Math.max(0, depth - 1));
  const title = indent(
    styleText("bold", wrap(terminalLine(heading), width - by.length), { stream: process.stdout }),
    by,
  );
  const inside = "  ".repeat(depth);
  return [
    [title, ...lines.map((line) => lineAsText(line, inside, width))].join("\n"),
    ...parts.map((part) => partAsText(part, width, depth + 1)),
  ].join(depth > 1 ? "\n" : "\n\n");
}
