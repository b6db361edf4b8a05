import { terminalJson } from "../../text/terminal.ts";
import type { Report } from "./report.ts";

/** For programs: the problems as a list. */
export const jsonReport: Report = ({ problems }) =>
  terminalJson(
    problems.map(({ code, file, line, column, pointer, found, expected, fix }) => ({
      code,
      file,
      line,
      column,
      pointer,
      found,
      expected,
      fix,
    })),
  );
