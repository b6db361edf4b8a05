import type * as z from "zod";
import { valueAt } from "../text/json.ts";
import { nearest, unambiguousMatch } from "../text/nearest.ts";
import type { CheckHead } from "./check.ts";
import { type Edit, type Finding, type Path, show } from "./problems.ts";
import { SCH006 } from "./size.ts";

/** What parsing and the schema find; the checks after it run only on valid records. */
export const FILE_CHECKS = [
  {
    code: "JSN001",
    description: "The file is JSON (RFC 8259), without comments or trailing commas.",
    why: "A file that cannot be parsed cannot be checked. Usually a comma, a bracket or a quote is missing just before the place.",
  },
  {
    code: "JSN002",
    description: "No object has a field twice.",
    why: "Programs keep one of the two, and not all keep the same one. Decide which is right; `npm run fix` does not change such a file.",
  },
  {
    code: "SCH001",
    description: "Every required field is present.",
    why: "Answers are made from them; `$schema` gives editors the format.",
    fix: "adds `$schema`",
  },
  {
    code: "SCH002",
    description: "Every field is known.",
    why: "A misspelt field would be ignored.",
    fix: "renames a field that is an unambiguous typing error, if the right name is not there yet",
  },
  {
    code: "SCH003",
    description: "Every term is in its vocabulary.",
    why: "Terms have one definition each (docs/vocabulary.md); a synonym would be counted as something else.",
    fix: "writes the term that an unambiguous typing error means",
  },
  {
    code: "SCH004",
    description: "Every value has its type.",
    why: "Each field has one type, so that readers need not check for others.",
  },
  {
    code: "SCH005",
    description: "Every value has its form (dates, ids, addresses, lengths).",
    why: "Values are compared, sorted and looked up by their form.",
    fix: "takes the host out of an address in `domains`, writes a region's code in its usual form (`uk` → `GB`), removes spaces around words and texts",
  },
  SCH006,
] as const satisfies readonly Omit<CheckHead, "scope">[];

type Issue = z.core.$ZodIssue;
type SchemaFinding = Finding & { code: (typeof FILE_CHECKS)[number]["code"] };

/** A Zod issue as findings with what was found, expected, and how to fix it. */
export function schemaFindings(
  issue: Issue,
  value: unknown,
  knownKeys: (path: Path) => string[],
): SchemaFinding[] {
  const path = issue.path as Path;
  const found = valueAt(value, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => unknownField(key, path, knownKeys(path), found));
    case "invalid_value":
      return [invalidTerm(issue.values, path, found)];
    case "invalid_type":
      if (found === undefined) return [missing(path, `a value of type ${issue.expected}`)];
      return [
        {
          code: "SCH004",
          path,
          found: show(found),
          expected: `a value of type ${issue.expected}`,
          fix: `Write a value of type ${issue.expected}.`,
        },
      ];
    case "too_small":
    case "too_big":
    case "invalid_format":
    case "custom": {
      const suggestion: unknown = issue.code === "custom" ? issue.params?.["suggestion"] : trimmed(found);
      return [
        {
          code: "SCH005",
          path,
          found: show(found),
          expected: issue.message,
          fix: suggestion === undefined ? "Correct the value." : `Did you mean ${show(suggestion)}?`,
          edits: typeof suggestion === "string" ? [{ path, set: suggestion }] : [],
        },
      ];
    }
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
      return [
        {
          code: "SCH004",
          path,
          found: show(found),
          expected: issue.message,
          fix: "See schema/platform.schema.json for the allowed forms.",
        },
      ];
  }
}

/** The value without surrounding spaces; undefined where that changes nothing. */
const trimmed = (found: unknown): string | undefined =>
  typeof found === "string" && found.trim() !== found ? found.trim() || undefined : undefined;

/** An unknown field. It can be renamed where the right name is not used yet. */
function unknownField(key: string, path: Path, known: readonly string[], parent: unknown): SchemaFinding {
  const near = nearest(key, known);
  const meant = unambiguousMatch(key, known);
  const free = meant !== undefined && !Object.hasOwn(parent as object, meant);
  return {
    code: "SCH002",
    path: [...path, key],
    found: `the field ${show(key)}`,
    expected: `one of ${known.join(", ")}`,
    fix: near ? `Did you mean ${show(near)}?` : "Remove it, or propose it for the format in docs/record.md.",
    edits: free ? [{ path: [...path, key], rename: meant }] : [],
  };
}

/** A value that is not allowed: of another type, missing, or a term that is not in the vocabulary. */
function invalidTerm(values: readonly unknown[], path: Path, found: unknown): SchemaFinding {
  const allowed = values.map(show);
  const expected = allowed.length === 1 ? (allowed[0] as string) : `one of ${values.join(", ")}`;
  if (found === undefined) return missing(path, expected, only(path, values));
  if (allowed.length === 1)
    return {
      code: "SCH003",
      path,
      found: show(found),
      expected,
      fix: `Write ${allowed[0]}.`,
      edits: only(path, values),
    };
  if (typeof found !== "string")
    return {
      code: "SCH004",
      path,
      found: show(found),
      expected,
      fix: "Choose a term; docs/vocabulary.md defines each.",
    };
  const near = nearest(found, values.map(String));
  const meant = unambiguousMatch(found, values.map(String));
  return {
    code: "SCH003",
    path,
    found: show(found),
    expected,
    fix: near ? `Did you mean ${show(near)}?` : "Choose a term; docs/vocabulary.md defines each.",
    edits: meant === undefined ? [] : [{ path, set: meant }],
  };
}

/** `$schema` can always be written; the version of the format is the author's to state. */
const only = (path: Path, values: readonly unknown[]): readonly Edit[] =>
  path.at(-1) === "$schema" ? [{ path, set: String(values[0]) }] : [];

const missing = (path: Path, expected: string, edits: readonly Edit[] = []): SchemaFinding => ({
  code: "SCH001",
  path,
  found: "nothing",
  expected: `the field ${show(path.at(-1))}, ${expected}`,
  fix: `Add ${show(path.at(-1))}.`,
  edits,
});
