import fc from "fast-check";
import { expect, test } from "vitest";
import { compressed, jsonOf, recordOf } from "../../src/db/record.ts";

const arbRecord = fc.dictionary(
  fc.string(),
  fc.oneof(fc.string({ unit: "grapheme" }), fc.array(fc.integer())),
);

test("a record comes back as it was, however long it is", () =>
  fc.assert(
    fc.property(arbRecord, fc.nat({ max: 200 }), (record, times) => {
      const json = JSON.stringify({ ...record, filler: "Überall 日本語 ".repeat(times) });
      expect(jsonOf(compressed(json))).toBe(json);
      expect(recordOf(compressed(json))).toEqual(JSON.parse(json));
    }),
  ));

test("a long one takes less space, and a short one stays readable", () => {
  const long = JSON.stringify({ text: "the same words again and again, ".repeat(100) });
  expect(compressed(long).length).toBeLessThan(long.length / 4);
  expect(compressed(long)).toMatch(/^[A-Za-z0-9+/]+=*$/);
  expect(compressed('{"id":"alpha"}')).toBe('{"id":"alpha"}');
});
