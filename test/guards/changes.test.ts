import { describe, expect, test } from "vitest";
import { compare } from "../../src/history/compare.ts";
import { changeInWords } from "../../src/language/en/index.ts";
import { type Operator, operatorSchema, type Platform, platformSchema } from "../../src/model/index.ts";
import type { Json } from "../../src/text/json.ts";
import { changed, jsonSchemaOf, leaves, sample } from "../fixtures/samples.ts";

/*
 * Changes are shown to subscribers in words: a field that is added to the model is named by its label, and
 * not as programs call it.
 */
const SCHEMAS = { platform: jsonSchemaOf(platformSchema), operator: jsonSchemaOf(operatorSchema) };

const all = (Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]).flatMap((kind) =>
  leaves(SCHEMAS[kind])
    .filter(([field]) => !["$schema", "schemaVersion", "id"].includes(field as string))
    .map((path) => ({ kind, path, name: `${kind} ${path.join(".")}` })),
);

describe("a change of every field is in words", () => {
  test.each(all)("$name", ({ kind, path }) => {
    const before = sample(SCHEMAS[kind]) as Platform | Operator;
    const after = changed(SCHEMAS[kind], before, path) as Platform | Operator;
    const sides = { before: { record: before }, after: { record: after } };
    const changes = compare(before as unknown as Json, after as unknown as Json);
    expect(changes.length).toBeGreaterThan(0);
    for (const change of changes) {
      const words = changeInWords(change, sides);
      // No pointer, no field name of two words, no value that was not put into words.
      expect(words).not.toMatch(/\/@|\b[a-z]+[A-Z][a-z]+|undefined|\[object|[{}]/);
      expect(words).not.toBe("");
    }
  });
});
