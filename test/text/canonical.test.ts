import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hashOf, hashOfLarge } from "../../src/records/load.ts";
import { canonical, canonicalPieces } from "../../src/text/canonical.ts";

test("any JSON is written as the library for RFC 8785 writes it", () =>
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonical(value)).toBe(canonicalize(value));
    }),
  ));

test("the pieces of any JSON are its text and have its hash, however much is taken apart", () =>
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), (value, depth) => {
      expect([...canonicalPieces(value, depth)].join("")).toBe(canonical(value));
      expect(hashOfLarge(value, depth)).toBe(hashOf(value));
    }),
  ));

test("no piece is longer than the parts that are not taken apart", () => {
  const changes = Array.from({ length: 100 }, (_, i) => ({
    record: `platforms/${i}`,
    after: { name: "A", b: [1, 2] },
  }));
  const longest = Math.max(...changes.map((change) => canonical(change).length));
  for (const piece of canonicalPieces({ changes, version: "2026.12.1" }, 2))
    expect(piece.length).toBeLessThanOrEqual(longest);
});

test.each<[string, unknown, string]>([
  ["keys that are numbers are sorted as texts", { 9: 1, 10: 2, a: 3 }, '{"10":2,"9":1,"a":3}'],
  ["keys are sorted by UTF-16 code units", { "\u{1f600}": 1, "\ufb33": 2 }, '{"\u{1f600}":1,"\ufb33":2}'],
  ["fields without a value are omitted", { b: undefined, a: null }, '{"a":null}'],
  ["numbers are as short as possible", [1e21, 0.1, -0], "[1e+21,0.1,0]"],
])("%s", (_, value, text) => {
  expect(canonical(value)).toBe(text);
  expect([...canonicalPieces(value, 1)].join("")).toBe(text);
});

test("what JSON cannot contain is an error, as in the library", () => {
  for (const value of [Number.NaN, [Number.POSITIVE_INFINITY]]) expect(() => canonical(value)).toThrow();
});
