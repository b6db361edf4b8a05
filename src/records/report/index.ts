import { githubReport } from "./github.ts";
import { humanReport } from "./human.ts";
import { jsonReport } from "./json.ts";
import type { Report } from "./report.ts";
import { sarifReport } from "./sarif.ts";

/** Every report format, by the value of `--format`. */
export const REPORTS = {
  human: humanReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
} as const satisfies Record<string, Report>;

export type ReportFormat = keyof typeof REPORTS;
export type { Report, Reported } from "./report.ts";
export { humanReport };

/** Does a stream show colours? Not where it is not a terminal, nor where NO_COLOR is set. */
export const showsColour = (stream: { isTTY?: boolean; hasColors?: () => boolean }): boolean =>
  stream.isTTY === true && stream.hasColors?.() === true;
