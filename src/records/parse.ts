import type { Node } from "jsonc-parser";
import type * as z from "zod";
import type { TextFile } from "./files.ts";
import { type Path, type Problem, pointerOf, problem, problemAt, show } from "./problems.ts";
import { schemaFindings } from "./schema-problems.ts";
import { knownFields } from "./schema-walk.ts";

/** The fields that an object has a second time, with their paths. */
function* duplicates(node: Node, path: Path): Generator<{ key: Node; path: Path }> {
  if (node.type === "array")
    for (const [i, member] of (node.children ?? []).entries()) yield* duplicates(member, [...path, i]);
  if (node.type !== "object") return;
  const seen = new Set<string>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (!key || !value) continue;
    const name = key.value as string;
    if (seen.has(name)) yield { key, path: [...path, name] };
    seen.add(name);
    yield* duplicates(value, [...path, name]);
  }
}

/** Syntax errors in words; others are reported by the parser's own name. */
const SYNTAX_ERRORS: Readonly<Record<string, string>> = {
  InvalidSymbol: "something that is not JSON (texts are in double quotes)",
  InvalidNumberFormat: "an invalid number",
  PropertyNameExpected: "no field name after a comma or brace",
  ValueExpected: "no value where one is expected",
  ColonExpected: "no colon after the field's name",
  CommaExpected: "no comma before this",
  CloseBraceExpected: "an object that is not closed",
  CloseBracketExpected: "a list that is not closed",
  EndOfFileExpected: "more after the end of the record",
  InvalidCommentToken: "a comment",
  UnexpectedEndOfComment: "a comment that does not end",
  UnexpectedEndOfString: "a text that does not end on its line",
  UnexpectedEndOfNumber: "an incomplete number",
  InvalidUnicode: "an escape \\u without four hexadecimal digits",
  InvalidEscapeCharacter: "an invalid escape",
  InvalidCharacter: "a control character inside a text",
  EmptyFile: "an empty file",
};

/** Syntax errors, the first at each place. */
function syntax(file: TextFile): Problem[] {
  const errors = file.text.trim() === "" ? [{ offset: 0, message: "EmptyFile" }] : file.syntaxErrors;
  return errors
    .filter(({ offset }, i) => errors.findIndex((e) => e.offset === offset) === i)
    .map(({ offset, message }) =>
      problemAt(
        "JSN001",
        file,
        { offset, length: 1 },
        {
          path: [],
          found: SYNTAX_ERRORS[message] ?? message,
          expected: "JSON (RFC 8259)",
          fix: "Fix the syntax here: a missing comma, bracket or quote, or a comment.",
        },
      ),
    );
}

/** The fields that a file has twice. Parsing keeps one of each, so rewriting the file would lose the others. */
export const repeatedFields = (file: TextFile): Problem[] =>
  file.tree && file.syntaxErrors.length === 0
    ? [...duplicates(file.tree, [])].map(({ key, path }) =>
        problemAt("JSN002", file, key, {
          path,
          found: `the field ${show(path.at(-1))} a second time`,
          expected: "one field of a name in an object",
          fix: `Remove one of the two (${pointerOf(path)}).`,
        }),
      )
    : [];

/** Parses and validates one file: its value where it is valid, and everything that is wrong. */
export function parseFile<S extends z.ZodType>(
  file: TextFile,
  schema: S,
): { value?: z.infer<S>; problems: Problem[] } {
  if (file.syntaxErrors.length > 0 || file.tree === undefined) return { problems: syntax(file) };
  const problems = repeatedFields(file);
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, problems };
  for (const issue of result.error.issues)
    for (const { code, ...finding } of schemaFindings(issue, file.value, (path) => knownFields(schema, path)))
      problems.push(problem(code, file, finding));
  return { problems };
}
