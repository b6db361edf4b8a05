import type { Report } from "./report.ts";

/** For programs: the problems as a list. */
export const jsonReport: Report = ({ problems }) =>
  JSON.stringify(
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
    null,
    2,
  );
