import type { Report } from "./report.ts";

/** For programs: the problems as a list. */
export const jsonReport: Report = ({ problems }) =>
  JSON.stringify(
    problems.map(({ code, file, line, column, pointer, found, expected, mend }) => ({
      code,
      file,
      line,
      column,
      pointer,
      found,
      expected,
      mend,
    })),
    null,
    2,
  );
