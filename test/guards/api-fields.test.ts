import { describe, expect, test } from "vitest";
import * as z from "zod";
import { operatorSchema, platformSchema } from "../../src/model/index.ts";
import { operatorAnswerSchema, recordAnswerSchema } from "../fixtures/api-schemas.ts";

/** Fields of a record's file that the API does not publish, each with the reason. */
const EXCLUDED: Readonly<Record<string, string>> = {
  $schema: "points editors at the JSON Schema by a path inside the repository",
};

/** The schema without "or missing" and "or null". */
function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return unwrap(schema.options[0] as z.ZodType);
  return schema;
}

/** The paths of a schema's leaves: `practices[].rules[].when.regions[]`. */
function leaves(wrapped: z.ZodType, path = ""): string[] {
  const schema = unwrap(wrapped);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) =>
      leaves(field, path === "" ? key : `${path}.${key}`),
    );
  if (schema instanceof z.ZodArray) return leaves(schema.element as z.ZodType, `${path}[]`);
  if (schema instanceof z.ZodRecord) return leaves(schema.def.valueType as z.ZodType, `${path}{}`);
  return [path];
}

/** The leaves of a record that its answer does not have. */
function missing(record: z.ZodType, answer: z.ZodType): string[] {
  const published = new Set(leaves(answer));
  return leaves(record).filter((leaf) => !published.has(leaf));
}

describe.each([
  ["platform", platformSchema, recordAnswerSchema.shape.record],
  ["operator", operatorSchema, operatorAnswerSchema],
] as const)("every field of a %s's record", (_, record, answer) => {
  test("is in the API, or is excluded for a reason", () =>
    expect(missing(record, answer)).toEqual(Object.keys(EXCLUDED)));
});

test("a field that the API lacks is found, at any depth", () => {
  const { record } = recordAnswerSchema.shape;
  const { sources } = record.shape;
  const answer = record
    .omit({ summary: true })
    .extend({ sources: z.array(sources.element.omit({ passages: true })) });
  expect(missing(platformSchema.omit({ $schema: true }), answer)).toEqual([
    "summary",
    ...["id", "copy", "heading", "start", "end", "sha256"].map((field) => `sources[].passages[].${field}`),
  ]);
});
