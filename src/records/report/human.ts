import { styleText } from "node:util";
import { formatProblem } from "../problems.ts";
import { frame } from "./frame.ts";
import { type Report, summary } from "./report.ts";

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
