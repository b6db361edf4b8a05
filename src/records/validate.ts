import { dayOf, type Operator, type Platform } from "../model/index.ts";
import type { Check, CheckHead, Dataset, Loaded } from "./check.ts";
import { CHECKS } from "./checks/index.ts";
import { REF001 } from "./checks/ref001-operator.ts";
import { REF002 } from "./checks/ref002-evidence.ts";
import { applyExceptions, EXCEPTION_CHECKS } from "./exceptions.ts";
import { FILE_CHECKS } from "./file-checks.ts";
import { type RecordFile, readExceptions, readRecords, type TextFile } from "./files.ts";
import { FMT001, unformatted } from "./format.ts";
import { parseFile } from "./parse.ts";
import { type Finding, keyOf, type Problem, problem } from "./problems.ts";
import { RELEASE_CHECKS } from "./release-checks.ts";
import { IDS004, missingRecords, type Released } from "./released.ts";
import { SCHEMAS } from "./schema-walk.ts";
import { SCH006, tooManyGroups } from "./size.ts";

/** Every code that validating can print, in order. */
export const CODES: readonly CheckHead[] = [
  ...FILE_CHECKS.map((head) => ({ ...head, scope: "file" as const })),
  FMT001,
  IDS004,
  ...CHECKS,
  ...EXCEPTION_CHECKS,
  ...Object.values(RELEASE_CHECKS),
];

/** The result of validation: the valid records, and everything that is wrong. */
export interface Validation {
  dataset: Dataset;
  problems: Problem[];
}

/**
 * Validates records. Collects every problem; none stops the run. Records that break the schema, or are
 * too large, are excluded from the checks that come after it.
 * @param today the day with which dates are compared, `YYYY-MM-DD`
 * @param exceptions data/exceptions.json, as read
 */
export function validate(
  files: readonly RecordFile[],
  today: string = dayOf(new Date()),
  exceptions?: TextFile,
): Validation {
  const problems: Problem[] = [];
  const platforms = new Map<string, Loaded<Platform>>();
  const operators = new Map<string, Loaded<Operator>>();
  for (const file of files) {
    const found = parseFile(file, SCHEMAS[file.kind]);
    problems.push(...found.problems);
    if (!found.value) continue;
    const tooMany = file.kind === "platform" ? tooManyGroups(found.value as Platform) : undefined;
    if (tooMany) problems.push(problem(SCH006.code, file, tooMany));
    else if (file.kind === "platform") platforms.set(file.id, { file, record: found.value as Platform });
    else operators.set(file.id, { file, record: found.value as Operator });
  }
  const invalid = new Set(
    files.filter(({ kind, id }) => !(kind === "platform" ? platforms : operators).has(id)).map(keyOf),
  );
  const dataset: Dataset = { platforms, operators, invalid };
  for (const check of CHECKS) for (const found of runCheck(check, dataset, today)) problems.push(found);
  const unresolved = problems.some(({ code }) => code === REF001.code || code === REF002.code);
  const complete = platforms.size + operators.size === files.length && !unresolved;
  return {
    dataset,
    problems: inOrder(applyExceptions(exceptions, { problems, records: files.map(keyOf), complete, today })),
  };
}

/** A data directory as read and validated. */
export interface ValidatedDirectory extends Validation {
  files: RecordFile[];
  exceptions: TextFile | undefined;
}

/**
 * Reads and validates a data directory, exceptions included.
 * @param today the day with which dates are compared, `YYYY-MM-DD`
 */
export function validateDirectory(dataDir: string, today?: string): ValidatedDirectory {
  const files = readRecords(dataDir);
  const exceptions = readExceptions(dataDir);
  return { files, exceptions, ...validate(files, today, exceptions) };
}

/**
 * Everything that `npm run validate` reports: what {@link validate} finds, deviations from the canonical form,
 * and records that a release has and that are gone.
 * @param released the last release, where there is one
 */
export function lint(
  files: readonly RecordFile[],
  exceptions: TextFile | undefined,
  today?: string,
  released?: Released,
): Problem[] {
  const all = exceptions ? [...files, exceptions] : files;
  return inOrder([
    ...validate(files, today, exceptions).problems,
    ...all.flatMap(unformatted),
    ...(released ? missingRecords(files, released) : []),
  ]);
}

/** Runs one check over everything in its scope. */
export function runCheck(check: Check, dataset: Dataset, today: string): Problem[] {
  const place = (file: RecordFile, findings: Iterable<Finding>) =>
    [...findings].map((f) => problem(check.code, file, f));
  const platforms = [...dataset.platforms.values()];
  const operators = [...dataset.operators.values()];
  switch (check.scope) {
    case "platform":
      return platforms.flatMap(({ file, record }) => place(file, check.run(record, dataset, today)));
    case "operator":
      return operators.flatMap(({ file, record }) => place(file, check.run(record, dataset, today)));
    case "sources":
      return [...platforms, ...operators].flatMap(({ file, record }) =>
        place(file, check.run(record.sources, today)),
      );
    case "dataset":
      return [...check.run(dataset)].map(({ file, ...finding }) => problem(check.code, file, finding));
  }
}

const inOrder = (problems: Problem[]): Problem[] =>
  problems.sort(
    (a, b) =>
      a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code),
  );
