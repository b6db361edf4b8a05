import type * as z from "zod";
import { nearest } from "./nearest.ts";
import { type Finding, type Path, show } from "./problems.ts";

/** Codes and descriptions of what the schema itself finds; listed beside the checks. */
export const SCHEMA_CODES = {
  JSN001: "The file is JSON (RFC 8259), without comments or trailing commas.",
  SCH001: "Every required field is there.",
  SCH002: "Every field is known.",
  SCH003: "Every term is in its vocabulary.",
  SCH004: "Every value has its type.",
  SCH005: "Every value has its form (dates, ids, addresses, lengths).",
} as const;

type Issue = z.core.$ZodIssue;
type SchemaFinding = Finding & { code: keyof typeof SCHEMA_CODES };

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((v, key) => (v === null || typeof v !== "object" ? undefined : (v as Record<string | number, unknown>)[key]), value);

/** A Zod issue as findings with what was found, expected, and how to mend it. */
export function schemaFindings(issue: Issue, value: unknown, knownKeys: (path: Path) => string[]): SchemaFinding[] {
  const path = issue.path as Path;
  const found = at(value, path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => {
        const near = nearest(key, knownKeys(path));
        return {
          code: "SCH002",
          path: [...path, key],
          found: `the field ${show(key)}`,
          expected: `one of ${knownKeys(path).join(", ")}`,
          mend: near ? `Did you mean ${show(near)}?` : "Remove it, or propose it for the format in docs/record.md.",
        };
      });
    case "invalid_value":
      return [invalidTerm(issue.values, path, found)];
    case "invalid_type":
      if (found === undefined) return [missing(path, `a value of type ${issue.expected}`)];
      return [{ code: "SCH004", path, found: show(found), expected: `a value of type ${issue.expected}`, mend: `Write a value of type ${issue.expected}.` }];
    case "too_small":
    case "too_big":
    case "invalid_format":
    case "custom": {
      const suggestion = issue.code === "custom" ? issue.params?.["suggestion"] : undefined;
      return [
        {
          code: "SCH005",
          path,
          found: show(found),
          expected: issue.message,
          mend: suggestion === undefined ? "Correct the value." : `Did you mean ${show(suggestion)}?`,
        },
      ];
    }
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
      return [{ code: "SCH004", path, found: show(found), expected: issue.message, mend: "See schema/platform.schema.json for the allowed forms." }];
  }
}

/** A value that is none of those allowed: of another type, missing, or a term that is not in the vocabulary. */
function invalidTerm(values: readonly unknown[], path: Path, found: unknown): SchemaFinding {
  const allowed = values.map(show);
  const expected = allowed.length === 1 ? (allowed[0] as string) : `one of ${values.join(", ")}`;
  if (found === undefined) return missing(path, expected);
  if (allowed.length === 1) return { code: "SCH003", path, found: show(found), expected, mend: `Write ${allowed[0]}.` };
  if (typeof found !== "string") return { code: "SCH004", path, found: show(found), expected, mend: "Choose a term; docs/vocabulary.md defines each." };
  const near = nearest(found, values.map(String));
  return { code: "SCH003", path, found: show(found), expected, mend: near ? `Did you mean ${show(near)}?` : "Choose a term; docs/vocabulary.md defines each." };
}

const missing = (path: Path, expected: string): SchemaFinding => ({
  code: "SCH001",
  path,
  found: "nothing",
  expected: `the field ${show(path.at(-1))}, ${expected}`,
  mend: `Add ${show(path.at(-1))}.`,
});
