import type * as z from "zod";
import { dayOf, operatorSchema, platformSchema } from "../model/index.ts";
import type { Check, Dataset, Loaded } from "./check.ts";
import { CHECKS } from "./checks/index.ts";
import type { RecordFile, RecordKind } from "./files.ts";
import { type Finding, type Path, type Problem, positionOf, problem } from "./problems.ts";
import { schemaFindings } from "./schema-problems.ts";

const SCHEMAS = { platform: platformSchema, operator: operatorSchema } as const satisfies Record<RecordKind, z.ZodType>;

/** What validating gave: the records that keep to the schema, and everything that is wrong. */
export interface Validation {
  dataset: Dataset;
  problems: Problem[];
}

/**
 * Validates records. Collects every problem; none stops the run. Records that break the
 * schema are left out of the checks that come after it.
 * @param today the day against which future dates are told, `YYYY-MM-DD`
 */
export function validate(files: readonly RecordFile[], today: string = dayOf(new Date())): Validation {
  const problems: Problem[] = [];
  const platforms = new Map<string, Loaded<z.infer<typeof platformSchema>>>();
  const operators = new Map<string, Loaded<z.infer<typeof operatorSchema>>>();
  for (const file of files) {
    const found = parse(file);
    problems.push(...found.problems);
    if (!found.record) continue;
    if (file.kind === "platform") platforms.set(file.id, { file, record: found.record as z.infer<typeof platformSchema> });
    else operators.set(file.id, { file, record: found.record as z.infer<typeof operatorSchema> });
  }
  const dataset: Dataset = { platforms, operators };
  for (const check of CHECKS) problems.push(...runCheck(check, dataset, today));
  return { dataset, problems: inOrder(problems) };
}

/** Runs one check over everything in its scope. */
export function runCheck(check: Check, dataset: Dataset, today: string): Problem[] {
  const place = (file: RecordFile, findings: Iterable<Finding>) => [...findings].map((f) => problem(check.code, file, f));
  const platforms = [...dataset.platforms.values()];
  const operators = [...dataset.operators.values()];
  switch (check.scope) {
    case "platform":
      return platforms.flatMap(({ file, record }) => place(file, check.run(record, dataset, today)));
    case "operator":
      return operators.flatMap(({ file, record }) => place(file, check.run(record, dataset, today)));
    case "sources":
      return [...platforms, ...operators].flatMap(({ file, record }) => place(file, check.run(record.sources, today)));
    case "dataset":
      return [...check.run(dataset)].map(({ file, ...finding }) => problem(check.code, file, finding));
  }
}

/** Syntax and schema of one file. */
function parse(file: RecordFile): { record?: unknown; problems: Problem[] } {
  if (file.syntaxErrors.length > 0 || file.tree === undefined) {
    const errors = file.syntaxErrors.length > 0 ? file.syntaxErrors : [{ offset: 0, message: "EmptyFile" }];
    return {
      problems: errors.map(({ offset, message }) => ({
        code: "JSN001",
        file: file.path,
        ...positionOf(file.text, offset),
        pointer: "",
        found: message,
        expected: "JSON (RFC 8259)",
        mend: "Mend the syntax here: a missing comma, bracket or quote, or a comment.",
      })),
    };
  }
  const result = SCHEMAS[file.kind].safeParse(file.value);
  if (result.success) return { record: result.data, problems: [] };
  const keys = knownKeys(SCHEMAS[file.kind]);
  return {
    problems: result.error.issues.flatMap((issue) => schemaFindings(issue, file.value, keys).map(({ code, ...finding }) => problem(code, file, finding))),
  };
}

/** The fields that the schema knows at a path; looks through arrays and optional values. */
const knownKeys =
  (root: z.ZodType) =>
  (path: Path): string[] => {
    let schema: unknown = unwrap(root);
    for (const key of path) {
      const def = (schema as { shape?: Record<string, unknown>; element?: unknown; valueType?: unknown }) ?? {};
      schema = unwrap(typeof key === "number" ? def.element : (def.shape?.[key] ?? def.valueType));
    }
    return Object.keys((schema as { shape?: object } | undefined)?.shape ?? {});
  };

const unwrap = (schema: unknown): unknown => {
  let inner = schema;
  while (inner && typeof (inner as { unwrap?: unknown }).unwrap === "function" && !("element" in (inner as object)))
    inner = (inner as { unwrap(): unknown }).unwrap();
  return inner;
};

const inOrder = (problems: Problem[]): Problem[] =>
  problems.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column || a.code.localeCompare(b.code));

/** A problem as people read it: the place, then found, expected and how to mend it. */
export const formatProblem = (p: Problem): string =>
  `${p.file}:${p.line}:${p.column} ${p.code} at ${p.pointer || "/"}\n    found:    ${p.found}\n    expected: ${p.expected}\n    mend:     ${p.mend}`;
