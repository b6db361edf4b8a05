import { styleText } from "node:util";
import { codeFrameColumns } from "@babel/code-frame";
import { formatProblem, type Problem } from "../problems.ts";
import { type Report, summary } from "./report.ts";

/** Line ends that JSON does not count as such, but the library does: written as spaces, so that lines stay where they are. */
const OTHER_LINE_ENDS = /[\r\u2028\u2029]/g;

/** The line with a marker under the very place, between its neighbours. */
function frame(text: string, { line, column, endColumn }: Problem, colour: boolean): string {
  const first = Math.max(line - 1, 1);
  const lines = text.split("\n").slice(first - 1, line + 1);
  const excerpt = lines.map((l) => l.replace(/\r$/, "").replace(OTHER_LINE_ENDS, " ")).join("\n");
  // The library counts columns from 0.
  const location = { start: { line, column: column - 1 }, end: { line, column: endColumn - 1 } };
  const drawn = codeFrameColumns(excerpt, location, {
    linesAbove: 1,
    linesBelow: 1,
    startLine: first,
    forceColor: colour,
  });
  return drawn.replace(/^/gm, "    ");
}

/** The headline of a problem in colour; the words below it stay plain. */
function coloured(problem: string): string {
  const [head = "", ...rest] = problem.split("\n");
  const [place = "", code = "", ...at] = head.split(" ");
  const paint = (format: Parameters<typeof styleText>[0], words: string) =>
    styleText(format, words, { validateStream: false });
  return [`${paint("cyan", place)} ${paint(["red", "bold"], code)} ${at.join(" ")}`, ...rest].join("\n");
}

/** For people: each problem with its place in the file, and how many there are. */
export const humanReport: Report = ({ problems, texts, records, colour }) => {
  const blocks = problems.map((p) => {
    const words = colour ? coloured(formatProblem(p)) : formatProblem(p);
    const text = texts.get(p.file);
    return text ? `${words}\n${frame(text, p, colour)}\n` : `${words}\n`;
  });
  return [...blocks, summary(problems.length, records)].join("\n");
};
