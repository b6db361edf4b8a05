import * as z from "zod";
import type { ExportInput } from "../../src/exports/input.ts";
import { type Operator, operatorSchema, type Platform, platformSchema } from "../../src/model/index.ts";
import { trusted } from "../../src/text/trusted.ts";
import { completeOperator, completePlatform } from "../fixtures/complete.ts";

/*
 * Records whose every text is one that breaks some format, valid or not. Lone surrogates are not among them: a
 * record with one has no canonical JSON, so that it cannot be loaded.
 */

export const HOSTILE: readonly string[] = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "lone\nLF",
  "lone\rCR",
  "CR\r\nLF",
  "a, b; c\td",
  "\"quoted\" and 'single'",
  "'); DROP TABLE rules; --",
  "<words> & ]]> <script>alert(1)</script>",
  "_x0041_ _x000D_",
  "bell \u0007 escape \u001b[31m",
  "NUL \0 in between",
  "line separators \u2028 \u2029 \u0085",
  "right-to-left \u202e, zero width \u200b, BOM \ufeff",
  "not a character \uffff",
  "one | two | three",
  "\\N \\. \\\\",
  "emoji 😀, é, Ж, 漢",
  ".quit",
  // What readers take for something other than text: a missing value, numbers, a truth value, a day.
  "NA",
  "null",
  "007",
  "1e5",
  "TRUE",
  "2026-01-01",
];

type Schema = z.core.$ZodType;

function unwrap(schema: Schema): z.core.$ZodTypes {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return def.type === "optional" || def.type === "nullable" || def.type === "default"
    ? unwrap(def.innerType)
    : (schema as z.core.$ZodTypes);
}

/** A value in which every free text is replaced. */
function withTexts(schema: Schema, value: unknown, text: string): unknown {
  const inner = unwrap(schema);
  const { def } = inner._zod;
  if (value === undefined) return value;
  if (def.type === "object")
    return Object.fromEntries(
      Object.entries(value as object).map(([key, member]) => [
        key,
        withTexts(def.shape[key] as Schema, member, text),
      ]),
    );
  if (def.type === "array") return (value as unknown[]).map((m) => withTexts(def.element, m, text));
  if (def.type === "record")
    return Object.fromEntries(
      Object.entries(value as object).map(([key, member]) => [key, withTexts(def.valueType, member, text)]),
    );
  return def.type === "string" && z.safeParse(inner, "Any text, at all").success ? text : value;
}

const number = (i: number): string => String(i).padStart(2, "0");

const records = <T extends Platform | Operator>(
  schema: Schema,
  base: T,
  own: (i: number) => Partial<T>,
): T[] => HOSTILE.map((text, i) => ({ ...trusted<T>(withTexts(schema, base, text)), ...own(i) }));

/** A platform and an operator for each hostile text. */
export const hostileDataset = (): ExportInput => ({
  release: { version: "unreleased", date: "2026-01-01", digest: "" },
  platforms: records<Platform>(platformSchema, completePlatform, (i) => ({
    id: `p${number(i)}`,
    operator: `o${number(i)}`,
  })),
  operators: records<Operator>(operatorSchema, completeOperator, (i) => ({ id: `o${number(i)}` })),
});
