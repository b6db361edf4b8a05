import { withVisibleCharacters } from "../../text/characters.ts";
import { withoutCommands } from "../../text/terminal.ts";
import type { Problem } from "../problems.ts";
import { type Report, summary } from "./report.ts";

/*
 * Workflow commands of GitHub Actions: each becomes an annotation at its line. What would
 * end a command or a property is escaped as the runner unescapes it.
 */

const message = (text: string): string =>
  withoutCommands(withVisibleCharacters(text, "\r\n"))
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
const property = (text: string): string => message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

const command = (p: Problem): string => {
  const properties = {
    file: p.file,
    line: p.line,
    endLine: p.line,
    col: p.column,
    endColumn: p.endColumn,
    title: `${p.code} at ${p.place || "/"}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::error ${written.join(",")}::${message(`found: ${p.found}\nexpected: ${p.expected}\nfix: ${p.fix}`)}`;
};

/** For GitHub Actions: an annotation for each problem, and how many there are. */
export const githubReport: Report = ({ problems, records }) =>
  [...problems.map(command), summary(problems.length, records)].join("\n");
