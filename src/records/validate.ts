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
  /** The keys of the records in which nothing is wrong, exceptions aside, that depends on other platforms at most. */
  sound: ReadonlySet<string>;
}

/** What is known of records before they are validated: none. */
const NONE: ReadonlySet<string> = new Set();

/**
 * Validates records. Collects every problem; none stops the run. Records that break the schema, or are
 * too large, are excluded from the checks that come after it.
 * @param today the day with which dates are compared, `YYYY-MM-DD`
 * @param exceptions data/exceptions.json, as read
 * @param known the keys of records that were sound on this day, with the same operators; they are checked only
 * for what depends on other platforms
 */
export function validate(
  files: readonly RecordFile[],
  today: string = dayOf(new Date()),
  exceptions?: TextFile,
  known: ReadonlySet<string> = NONE,
): Validation {
  const problems: Problem[] = [];
  const platforms = new Map<string, Loaded<Platform>>();
  const operators = new Map<string, Loaded<Operator>>();
  for (const file of files) {
    const isKnown = known.has(keyOf(file));
    const found = isKnown ? asValid(file) : parseFile(file, SCHEMAS[file.kind]);
    problems.push(...found.problems);
    if (!found.value) continue;
    const tooMany = file.kind === "platform" && !isKnown ? tooManyGroups(found.value as Platform) : undefined;
    if (tooMany) problems.push(problem(SCH006.code, file, tooMany));
    else if (file.kind === "platform") platforms.set(file.id, { file, record: found.value as Platform });
    else operators.set(file.id, { file, record: found.value as Operator });
  }
  const invalid = new Set(
    files.filter(({ kind, id }) => !(kind === "platform" ? platforms : operators).has(id)).map(keyOf),
  );
  const dataset: Dataset = { platforms, operators, invalid };
  const own = CHECKS.filter((check) => check.scope !== "dataset");
  const across = CHECKS.filter((check) => check.scope === "dataset");
  const unknown = { ...dataset, platforms: withoutKnown(platforms, known) };
  for (const check of own)
    for (const found of runCheck(check, check.scope === "operator" ? dataset : unknown, today))
      problems.push(found);
  const unsound = new Set(problems.map(({ record }) => record));
  for (const check of across) for (const found of runCheck(check, dataset, today)) problems.push(found);
  const unresolved = problems.some(({ code }) => code === REF001.code || code === REF002.code);
  const complete = platforms.size + operators.size === files.length && !unresolved;
  return {
    dataset,
    sound: new Set(files.map(keyOf).filter((key) => !unsound.has(key))),
    problems: inOrder(applyExceptions(exceptions, { problems, records: files.map(keyOf), complete, today })),
  };
}

/** A record that is known to be valid: schemas only check, so its value is as it was read. */
const asValid = (file: RecordFile): { value: unknown; problems: Problem[] } => ({
  value: file.value,
  problems: [],
});

const withoutKnown = <R>(
  records: ReadonlyMap<string, Loaded<R>>,
  known: ReadonlySet<string>,
): ReadonlyMap<string, Loaded<R>> =>
  known.size === 0 ? records : new Map([...records].filter(([, { file }]) => !known.has(keyOf(file))));

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
export const lint = (
  files: readonly RecordFile[],
  exceptions: TextFile | undefined,
  today?: string,
  released?: Released,
): Problem[] => lintSince(files, exceptions, today, released).problems;

/** {@link lint} of records of which some are known to be sound (see {@link validate}), and which are now. */
export function lintSince(
  files: readonly RecordFile[],
  exceptions: TextFile | undefined,
  today?: string,
  released?: Released,
  known: ReadonlySet<string> = NONE,
): Pick<Validation, "problems" | "sound"> {
  const { problems, sound } = validate(files, today, exceptions, known);
  const unknown = files.filter((file) => !known.has(keyOf(file)));
  const misformed = [...unknown, ...(exceptions ? [exceptions] : [])].flatMap(unformatted);
  const unsound = new Set(misformed.map(({ record }) => record));
  return {
    problems: inOrder([...problems, ...misformed, ...(released ? missingRecords(files, released) : [])]),
    sound: new Set([...sound].filter((key) => !unsound.has(key))),
  };
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
