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
    case "invalid_value": {
      if (found === undefined) return [missing(path, issue.values.map(show).join(" | "))];
      const terms = issue.values.map(String);
      const near = typeof found === "string" ? nearest(found, terms) : undefined;
      return [
        {
          code: "SCH003",
          path,
          found: show(found),
          expected: terms.length === 1 ? show(terms[0]) : `one of ${terms.join(", ")}`,
          mend: near ? `Did you mean ${show(near)}?` : terms.length === 1 ? `Write ${show(terms[0])}.` : "Choose a term; docs/vocabulary.md defines each.",
        },
      ];
    }
    case "invalid_type":
      if (found === undefined) return [missing(path, `a value of type ${issue.expected}`)];
      return [{ code: "SCH004", path, found: show(found), expected: `a value of type ${issue.expected}`, mend: `Write a value of type ${issue.expected}.` }];
    case "too_small":
    case "too_big":
    case "invalid_format":
    case "custom":
      return [{ code: "SCH005", path, found: show(found), expected: issue.message, mend: "Write it in that form." }];
    case "invalid_union":
    case "invalid_key":
    case "invalid_element":
    case "not_multiple_of":
      return [{ code: "SCH004", path, found: show(found), expected: issue.message, mend: "See schema/platform.schema.json for the allowed forms." }];
  }
}

const missing = (path: Path, expected: string): SchemaFinding => ({
  code: "SCH001",
  path,
  found: "nothing",
  expected: `the field ${show(path.at(-1))}, ${expected}`,
  mend: `Add ${show(path.at(-1))}.`,
});
