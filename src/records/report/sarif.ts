import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { terminalJson } from "../../text/terminal.ts";
import type { CheckHead } from "../check.ts";
import { sha256 } from "../load.ts";
import type { Problem } from "../problems.ts";
import { CODES } from "../validate.ts";
import type { Report } from "./report.ts";

/* SARIF 2.1.0 (OASIS), the format that code-scanning services and editors read. */

const ruleOf = ({ code, description, why, fix }: CheckHead): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: description },
  help: { text: fix ? `${why} \`npm run fix\` ${fix}.` : why },
  defaultConfiguration: { level: "error" },
});

/** A path as a URI: relative to the root of the work tree, or of a file where it is absolute. */
const artifact = (path: string) =>
  isAbsolute(path)
    ? { uri: pathToFileURL(path).href }
    : { uri: path.split(sep).map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };

const locationOf = (p: Problem): Location => ({
  physicalLocation: {
    artifactLocation: artifact(p.file),
    region: { startLine: p.line, startColumn: p.column, endLine: p.line, endColumn: p.endColumn },
  },
  logicalLocations: [{ fullyQualifiedName: `${p.record ?? p.file}${p.place}`, kind: "member" }],
});

const resultOf = (p: Problem): Result => ({
  ruleId: p.code,
  ruleIndex: CODES.findIndex((c) => c.code === p.code),
  level: "error",
  message: { text: `Found ${p.found}; expected ${p.expected}. ${p.fix}` },
  locations: [locationOf(p)],
  // The same finding keeps its fingerprint when lines move.
  partialFingerprints: { "place/v1": sha256(`${p.code} ${p.record ?? p.file}${p.place} ${p.found}`) },
});

/** For code-scanning services: one run with every check as a rule and every problem as a result. */
export const sarifReport: Report = ({ problems }) => {
  const log: Log = {
    version: "2.1.0",
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    runs: [
      {
        tool: { driver: { name: "AI Data Use checks", rules: CODES.map(ruleOf) } },
        columnKind: "utf16CodeUnits",
        results: problems.map(resultOf),
      },
    ],
  };
  return terminalJson(log);
};
