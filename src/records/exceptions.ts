import { type Exception, exceptionsSchema } from "../model/index.ts";
import type { CheckHead } from "./check.ts";
import { unknown } from "./checks/findings.ts";
import { CHECKS } from "./checks/index.ts";
import { misread, TXT004 } from "./checks/txt004-wrong-encoding.ts";
import type { TextFile } from "./files.ts";
import { parseFile } from "./parse.ts";
import { type Finding, type Path, type Problem, problem, show } from "./problems.ts";

/*
 * data/exceptions.json: findings that are right for a reason. An exception silences one finding,
 * named by code, record and place; the place names members of lists by their ids.
 */

/** What can be wrong with an exception. */
export const EXCEPTION_CHECKS = [
  {
    code: "EXC001",
    description: "An exception gives its reason.",
    why: "Later readers must see why the record is right as it is.",
    scope: "exceptions",
  },
  {
    code: "EXC002",
    description: "An exception names a record that exists, and a check that can be excepted.",
    why: "What code relies on (references, schemas, complete tables) has no exceptions.",
    scope: "exceptions",
    fix: "writes the code or record that an unambiguous typing error means",
  },
  {
    code: "EXC003",
    description: "An exception silences a finding.",
    why: "An exception that is no longer needed would hide the next mistake in that place. Not reported while a record is invalid or its evidence leads nowhere, as the findings are not known then.",
    scope: "exceptions",
  },
  {
    code: "EXC004",
    description: "The day on which an exception should be reviewed has not come.",
    why: "Look at the sources again; then fix the record, or give the exception another day.",
    scope: "exceptions",
  },
] as const satisfies readonly CheckHead[];

const EXCEPTABLE = CHECKS.filter((check) => check.exceptions).map((check) => check.code);

/** What exceptions are compared with. */
export interface Findings {
  problems: readonly Problem[];
  /** Keys of every record there is: `platforms/<id>`. */
  records: readonly string[];
  /** Is every record valid, and is all that they cite there, so that every check ran on it? */
  complete: boolean;
  today: string;
}

const placeOf = (code: string, record: string | undefined, place: string): string =>
  `${code} ${record} ${place}`;

/** The findings that can be excepted, by their places. */
const byPlace = (problems: readonly Problem[]): Map<string, Problem[]> =>
  Map.groupBy(
    problems.filter((p) => EXCEPTABLE.includes(p.code)),
    (p) => placeOf(p.code, p.record, p.place),
  );

/** What is wrong with one exception. */
function* faults(
  exception: Exception,
  path: Path,
  needed: boolean,
  { records, complete, today }: Findings,
): Generator<Finding & { code: string }> {
  const known = EXCEPTABLE.includes(exception.code);
  if (!known)
    yield CHECKS.some((check) => check.code === exception.code)
      ? {
          code: "EXC002",
          path: [...path, "code"],
          found: `an exception to ${exception.code}`,
          expected: `one of ${EXCEPTABLE.join(", ")}`,
          fix: "Fix the record: this check has no exceptions.",
        }
      : {
          code: "EXC002",
          ...unknown([...path, "code"], "the check", exception.code, EXCEPTABLE, "docs/checks.md"),
        };
  const there = records.includes(exception.record);
  if (!there)
    yield {
      code: "EXC002",
      ...unknown([...path, "record"], "the record", exception.record, records, "data/"),
    };
  if (known && there && !needed && complete)
    yield {
      code: "EXC003",
      path,
      found: `an exception to ${exception.code} at ${exception.pointer || "/"} of ${exception.record}, where nothing is found`,
      expected: "an exception that silences a finding",
      fix: "Remove it; if the place was moved or renamed, correct its pointer.",
    };
  if (exception.until !== undefined && exception.until <= today)
    yield {
      code: "EXC004",
      path: [...path, "until"],
      found: `${show(exception.until)}, which is not in the future`,
      expected: `a day after today (${today})`,
      fix: "Look at the sources again; then fix the record, or write another day.",
    };
}

/** A missing or empty reason has a code of its own. */
const ofReason = (p: Problem): Problem =>
  p.pointer.endsWith("/reason") ? { ...p, code: "EXC001", fix: "Say why the record is right as it is." } : p;

/**
 * Removes the excepted findings, and adds what is wrong with the exceptions themselves.
 * Exceptions that break their schema silence nothing.
 */
export function applyExceptions(file: TextFile | undefined, findings: Findings): Problem[] {
  if (!file) return [...findings.problems];
  const { value, problems } = parseFile(file, exceptionsSchema);
  const left = byPlace(findings.problems);
  const silenced = new Set<Problem>();
  const own = problems.map(ofReason);
  for (const finding of misread(value)) own.push(problem(TXT004.code, file, finding));
  for (const [i, exception] of (value?.exceptions ?? []).entries()) {
    const { code, record, pointer } = exception;
    const at = placeOf(code, record, pointer);
    const found = left.get(at) ?? [];
    for (const p of found) silenced.add(p);
    left.delete(at);
    for (const fault of faults(exception, ["exceptions", i], found.length > 0, findings))
      own.push({ ...toProblem(file, fault), record });
  }
  return [...findings.problems.filter((p) => !silenced.has(p)), ...own];
}

const toProblem = (file: TextFile, { code, ...finding }: Finding & { code: string }): Problem =>
  problem(code, file, finding);
