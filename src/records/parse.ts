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

/** What is wrong with a file before its schema. */
const fileProblems = (file: TextFile): Problem[] =>
  file.faults.map(({ code, offset, length, found, expected, fix }) =>
    problemAt(code, file, { offset, length }, { path: [], found, expected, fix }),
  );

/** The fields that a file has twice. Parsing keeps one of each, so rewriting the file would lose the others. */
export function repeatedFields(file: TextFile): Problem[] {
  const tree = file.regular || file.value === undefined ? undefined : file.tree();
  return tree
    ? [...duplicates(tree, [])].map(({ key, path }) =>
        problemAt("JSN002", file, key, {
          path,
          found: `the field ${show(path.at(-1))} a second time`,
          expected: "one field of a name in an object",
          fix: `Remove one of the two (${pointerOf(path)}).`,
        }),
      )
    : [];
}

/** Parses and validates one file: its value where it is valid, and everything that is wrong. */
export function parseFile<S extends z.ZodType>(
  file: TextFile,
  schema: S,
): { value?: z.infer<S>; problems: Problem[] } {
  const problems = fileProblems(file);
  if (file.value === undefined) return { problems };
  problems.push(...repeatedFields(file));
  const result = schema.safeParse(file.value);
  if (result.success) return { value: result.data, problems };
  for (const issue of result.error.issues)
    for (const { code, ...finding } of schemaFindings(issue, file.value, (path) => knownFields(schema, path)))
      problems.push(problem(code, file, finding));
  return { problems };
}
