import { styleText } from "node:util";
import { terminalLine } from "../../text/terminal.ts";
import { cellsOf } from "../../text/width.ts";
import type { Problem } from "../problems.ts";

/** A line is cut around its marker where it is longer: a marker under a wrapped line points nowhere. */
const LONGEST = 160;
const BEFORE = 60;

type Style = Parameters<typeof styleText>[0];
type Paint = (format: Style, words: string) => string;
const painter =
  (colour: boolean): Paint =>
  (format, words) =>
    colour && words !== "" ? styleText(format, words, { validateStream: false }) : words;

/** A part of a line as it is shown: tabs stay, everything else that is invisible is an escape. */
const shown = (part: string): string => part.split("\t").map(terminalLine).join("\t");

/** A string that is as wide as a shown part, with its tabs: the marker is then under its place at any tab width. */
const blank = (part: string): string =>
  part
    .split("\t")
    .map((piece) => " ".repeat(cellsOf(piece)))
    .join("\t");

const last = (part: string, count: number): string => {
  const characters = [...part];
  return characters.length > count ? `…${characters.slice(-count).join("")}` : part;
};
const first = (part: string, count: number): string => {
  const characters = [...part];
  return characters.length > count ? `${characters.slice(0, count).join("")}…` : part;
};

/** The marked line, and under it the marker: a caret for each cell of the place. */
function marked(line: string, { column, endColumn }: Problem): { text: string; marker: string } {
  const [from, to] = [Math.min(column - 1, line.length), Math.max(endColumn - 1, column)];
  const long = line.length > LONGEST;
  const before = shown(long ? last(line.slice(0, from), BEFORE) : line.slice(0, from));
  const there = shown(long ? first(line.slice(from, to), LONGEST - BEFORE) : line.slice(from, to));
  const after = shown(
    long ? first(line.slice(to), Math.max(LONGEST - BEFORE - there.length, 1)) : line.slice(to),
  );
  const carets = Math.max(cellsOf(there.replaceAll("\t", " ")), 1);
  return { text: before + there + after, marker: blank(before) + "^".repeat(carets) };
}

/** The line of a problem with a marker under the very place, between its neighbours. */
export function frame(text: string, problem: Problem, colour: boolean): string {
  const paint = painter(colour);
  const start = Math.max(problem.line - 1, 1);
  const lines = text
    .split("\n")
    .slice(start - 1, problem.line + 1)
    .map((line) => line.replace(/\r$/, ""));
  const width = String(start + lines.length - 1).length;
  const gutter = (number: string): string => `${number.padStart(width)} |`;
  return lines
    .flatMap((line, i) => {
      const number = start + i;
      const spaced = (words: string): string => (words === "" ? "" : ` ${words}`);
      if (number !== problem.line)
        return [
          `      ${paint("gray", gutter(String(number)))}${spaced(shown(line.length > LONGEST ? first(line, LONGEST) : line))}`,
        ];
      const { text: here, marker } = marked(line, problem);
      return [
        `    ${paint(["red", "bold"], ">")} ${paint("gray", gutter(String(number)))}${spaced(here)}`,
        `      ${paint("gray", gutter(""))} ${paint(["red", "bold"], marker)}`,
      ];
    })
    .join("\n");
}
