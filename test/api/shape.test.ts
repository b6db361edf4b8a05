import { describe, expect, test } from "vitest";
import * as z from "zod";
import { platformModel } from "../../src/api/record/model.ts";
import { present } from "../../src/api/record/present-fields.ts";
import { shapeOf } from "../../src/api/record/shape.ts";
import { type Platform, whenSchema } from "../../src/model/index.ts";
import { platform, practice, rule } from "../fixtures/records.ts";

const model = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+$/)
    .meta({ description: "The id." }),
  note: z.string().optional().meta({ description: "A note." }),
  tags: z.array(z.enum(["a", "b"])).optional(),
  names: z.record(z.string(), z.string()).optional(),
  inner: z.strictObject({ url: z.url().optional(), version: z.literal(1) }).optional(),
});

describe("the published shape of a schema", () => {
  const shape = shapeOf(model);
  test("has every field: null, an empty list or an empty map where the record has none", () => {
    const bare = present(model, { id: "x" });
    expect(bare).toEqual({ id: "x", note: null, tags: [], names: {}, inner: null });
    expect(shape.strict().parse(bare)).toEqual(bare);
  });
  test("fills objects inside objects and lists", () =>
    expect(present(z.array(model), [{ id: "x", inner: { version: 1 } }])[0]?.inner).toEqual({
      url: null,
      version: 1,
    }));
  test("refuses an answer without one of its fields", () =>
    expect(shape.safeParse({ id: "x" }).success).toBe(false));
  test("drops what only authors need: refinements, and the refusal of unknown fields", () =>
    expect(
      shape.safeParse({ id: "NOT AN ID", note: null, tags: [], names: {}, inner: null, more: 1 }).success,
    ).toBe(true));
  test("a kind of schema that it does not know is an error, not a gap", () =>
    expect(() => shapeOf(z.strictObject({ when: z.date() }))).toThrow("date: the API does not know"));
});

test("in a condition a missing list is null: an empty one would match no one", () =>
  expect(present(whenSchema, { from: "2025" })).toEqual({
    regions: null,
    plans: null,
    age: null,
    account: null,
    from: "2025",
    until: null,
  }));

test("a new optional field of a record reaches the answer without another edit", () => {
  const extended = platformModel.extend({ homepage: z.url().optional() });
  const record: Platform = platform([practice([rule("all")])]);
  expect(Object.keys(shapeOf(extended).shape)).toContain("homepage");
  expect(present(extended, record)).toMatchObject({ homepage: null });
  expect(present(extended, { ...record, homepage: "https://example.com" })).toMatchObject({
    homepage: "https://example.com",
  });
});
