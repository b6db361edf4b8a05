import type * as z from "zod";
import type { IssueParams } from "../model/index.ts";
import { valueAt } from "../text/json.ts";
import { countInWords } from "../text/lists.ts";
import { nearest, unambiguousMatch } from "../text/nearest.ts";
import { trusted } from "../text/trusted.ts";
import type { FileCode } from "./file-checks.ts";
import { type Edit, type Finding, type Path, show } from "./problems.ts";

type Issue = z.core.$ZodIssue;
type SchemaFinding = Finding & { code: FileCode };

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
      return [
        {
          code: "SCH005",
          path,
          found: show(found),
          // Zod's own words are not for readers of a report.
          expected: issue.message.startsWith("Too ") ? limitInWords(issue) : issue.message,
          fix: issue.code === "too_small" ? "Add what is missing." : "Make it shorter.",
        },
      ];
    case "invalid_format":
      return [invalidForm(path, found, issue.message, suggestionFor(trimmed(found)))];
    case "custom":
      return [invalidForm(path, found, issue.message, trusted<IssueParams>(issue.params ?? {}))];
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

/** A limit of length or size in words. */
function limitInWords(issue: Issue & { code: "too_small" | "too_big" }): string {
  const [limit, side] = issue.code === "too_small" ? [issue.minimum, "at least"] : [issue.maximum, "at most"];
  switch (issue.origin) {
    case "array":
      return `${side} ${countInWords(Number(limit), "item")}`;
    case "string":
      return `${side} ${countInWords(Number(limit), "character")}`;
    default:
      return `${side} ${limit}`;
  }
}

/** The code of what a refinement of the model found. */
const RULE_CODES = { characters: "TXT002", "normal form": "TXT003" } as const;

/** A value of the right type in a wrong form. */
function invalidForm(
  path: Path,
  value: unknown,
  expected: string,
  { rule, found, at, suggestion, unsure }: IssueParams,
): SchemaFinding {
  return {
    code: rule ? RULE_CODES[rule] : "SCH005",
    path,
    found: found ?? show(value),
    expected,
    fix: suggestion === undefined ? "Correct the value." : `Did you mean ${show(suggestion)}?`,
    edits: suggestion === undefined || unsure ? [] : [{ path, set: suggestion }],
    ...(at && { at }),
  };
}

const suggestionFor = (suggestion: string | undefined): IssueParams =>
  suggestion === undefined ? {} : { suggestion };

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
