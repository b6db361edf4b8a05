import type * as z from "zod";
import {
  exceptionsSchema,
  type Operator,
  type Platform,
  REGION_GROUPS,
  regionSchema,
} from "../model/index.ts";
import type { Json } from "../text/json.ts";
import { trusted } from "../text/trusted.ts";
import type { CheckHead } from "./check.ts";
import type { RecordFile, RecordKind, TextFile } from "./files.ts";
import { repeatedFields } from "./parse.ts";
import { type Problem, problemAt, show } from "./problems.ts";
import { SCHEMAS, walkable } from "./schema-walk.ts";

/*
 * The one way to write a record: fields in the order of the model, lists of terms in the
 * order of their vocabulary (their order has no meaning), region groups first, two spaces,
 * a newline at the end. Every other list keeps its order. Nothing is added or lost.
 */

/** FMT001: files are in the canonical form. */
export const FMT001: CheckHead = {
  code: "FMT001",
  description: "Every file is in the canonical form.",
  why: "A diff of two versions then shows only what changed. `npm run fix` writes it and changes no meaning.",
  scope: "file",
  fix: "puts fields in the model's order and terms in their vocabulary's, with two spaces and a newline at the end",
};

const groups = Object.keys(REGION_GROUPS);
/** Groups come first, as the model lists them, then codes by the alphabet. */
const regionRank = (code: string): string =>
  groups.includes(code) ? `0${groups.indexOf(code)}` : `1${code}`;

/** Stable: unknown items come last, in their original order. */
const byRank = <T>(items: readonly T[], rank: (item: T) => number | string): T[] =>
  [...items].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x < y ? -1 : x > y ? 1 : 0;
  });

const rankIn =
  (order: readonly string[]) =>
  (name: unknown): number => {
    const at = order.indexOf(name as string);
    return at === -1 ? order.length : at;
  };

/** Has the order of a list of these no meaning? Then how they are sorted. */
function sorting(element: z.ZodType | undefined): ((item: Json) => number | string) | undefined {
  if (element === regionSchema) return (item) => regionRank(String(item));
  const terms = walkable(element).options;
  return terms && rankIn(terms);
}

function canonicalValue(value: Json, schema: z.ZodType | undefined): Json {
  const at = walkable(schema);
  if (Array.isArray(value)) {
    const rank = sorting(at.element);
    return (rank ? byRank(value, rank) : value).map((member) => canonicalValue(member, at.element));
  }
  if (value === null || typeof value !== "object") return value;
  const order = at.shape ? Object.keys(at.shape) : (walkable(at.keyType).options ?? []);
  return Object.fromEntries(
    byRank(Object.entries(value), ([key]) => rankIn(order)(key)).map(([k, v]) => [
      k,
      canonicalValue(v, at.shape?.[k] ?? at.valueType),
    ]),
  );
}

const schemaOf = (file: TextFile): z.ZodType =>
  "kind" in file ? SCHEMAS[(file as RecordFile).kind] : exceptionsSchema;

/** A record in the canonical order, whichever order it came in: the same record is then written in the same bytes. */
export const inOrder = <R extends Platform | Operator>(kind: RecordKind, record: R): R =>
  trusted<R>(canonicalValue(trusted<Json>(record), SCHEMAS[kind]));

/** A record as its file contains it, in the canonical form. */
export const recordText = (kind: RecordKind, record: unknown): string =>
  `${JSON.stringify(canonicalValue(record as Json, SCHEMAS[kind]), null, 2)}\n`;

/** A value of a file as text, in the canonical way. */
export const formatted = (file: TextFile, value: Json = file.value as Json): string =>
  `${JSON.stringify(canonicalValue(value, schemaOf(file)), null, 2)}\n`;

/** The first line in which two texts differ, from 0. */
function firstDifference(a: readonly string[], b: readonly string[]): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

/** A line as a message quotes it: shown with its spaces, so that they can be seen. */
const quoted = (line: string | undefined): string =>
  line === undefined ? "nothing" : line === "" ? "an empty line" : show(line);

/**
 * Is a file not in the canonical form? Reported once, at the first line that differs.
 */
export function unformatted(file: TextFile): Problem[] {
  if (file.value === undefined) return [];
  const expected = formatted(file);
  if (file.text === expected && file.regular) return [];
  // With Windows' line ends a file says the same; git stores it with LF (.gitattributes).
  const is = file.text.split(/\r?\n/);
  const should = expected.split("\n");
  // A file that has a field twice cannot be rewritten without losing one.
  if (is.join("\n") === expected || repeatedFields(file).length > 0) return [];
  const at = firstDifference(is, should);
  const last = at >= is.length || at >= should.length;
  const line = Math.min(at, is.length - 1);
  const offset = file.text
    .split("\n")
    .slice(0, line)
    .reduce((sum, text) => sum + text.length + 1, 0);
  const name =
    "kind" in file
      ? (file as RecordFile).kind === "operator"
        ? `operators/${(file as RecordFile).id}`
        : (file as RecordFile).id
      : "exceptions";
  return [
    problemAt(
      FMT001.code,
      file,
      { offset, length: (is[line] as string).length },
      {
        path: [],
        found: last && at >= is.length ? "no newline at the end" : quoted(is[at]),
        expected: last && at >= is.length ? "a newline at the end" : quoted(should[at]),
        fix: `Run \`npm run fix -- ${name}\`; it changes no meaning.`,
      },
    ),
  ];
}
