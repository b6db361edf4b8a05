import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply, type Change, compare, invert } from "../../src/history/compare.ts";
import { canonical } from "../../src/text/canonical.ts";
import { type Json, namedPath } from "../../src/text/json.ts";

/** Records as they come: nested objects, lists of members with ids, plain lists. */
const arbRecord: fc.Arbitrary<Json> = fc.letrec<{ value: Json; members: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Json>(null, true, 1, 2, "a", "b", "x/y", "~"),
    fc.array(fc.constantFrom<Json>("p", "q", "r"), { maxLength: 3 }),
    tie("members"),
    tie("object"),
  ),
  members: fc.uniqueArray(
    fc.record({ id: fc.constantFrom("one", "two", "three", "fo/ur", "@five"), v: tie("value") }),
    {
      maxLength: 4,
      selector: (m) => m.id,
    },
  ) as fc.Arbitrary<Json>,
  object: fc.dictionary(fc.constantFrom("k", "l", "m/n", "@o", "~p"), tie("value"), {
    maxKeys: 4,
  }) as fc.Arbitrary<Json>,
})).object;

const bytes = (value: Json | undefined) => (value === undefined ? undefined : canonical(value));

describe("laws", () => {
  test("applying what changed gives the new record, and inverted the old: the same bytes", () => {
    fc.assert(
      fc.property(
        fc.option(arbRecord, { nil: undefined }),
        fc.option(arbRecord, { nil: undefined }),
        (a, b) => {
          const changes = JSON.parse(JSON.stringify(compare(a, b))) as Change[];
          expect(bytes(apply(a, changes))).toBe(bytes(b));
          expect(bytes(apply(b, invert(changes)))).toBe(bytes(a));
        },
      ),
      { numRuns: 1000 },
    );
  });
  test("nothing changed, nothing said", () =>
    fc.assert(fc.property(arbRecord, (a) => compare(a, structuredClone(a)).length === 0)));
});

describe("what a change looks like", () => {
  const record = {
    name: "A",
    rules: [
      { id: "x", dataUse: "uses" },
      { id: "y", dataUse: "not-stated" },
    ],
    list: ["p"],
  };
  test("a field of a member is named by the member's id", () =>
    expect(
      compare(record, { ...record, rules: [{ id: "x", dataUse: "may-use" }, record.rules[1] as Json] }),
    ).toEqual([{ path: "/rules/@x/dataUse", before: "uses", after: "may-use" }]));
  test("a moved member is a move, not a rewrite", () =>
    expect(compare(record, { ...record, rules: [...record.rules].reverse() })).toEqual([
      { path: "/rules", order: { before: ["x", "y"], after: ["y", "x"] } },
    ]));
  test("a member at the end needs no order", () =>
    expect(compare(record, { ...record, rules: [...record.rules, { id: "z" }] })).toEqual([
      { path: "/rules/@z", after: { id: "z" } },
    ]));
  test("a plain list is one value", () =>
    expect(compare(record, { ...record, list: ["p", "q"] })).toEqual([
      { path: "/list", before: ["p"], after: ["p", "q"] },
    ]));
  test("a list of words in another order is a change of order", () =>
    expect(compare({ regions: ["GB", "EEA"] }, { regions: ["EEA", "GB"] })).toEqual([
      { path: "/regions", order: { before: ["GB", "EEA"], after: ["EEA", "GB"] } },
    ]));
  test("where a word appears twice, its order is not compared separately from its words", () =>
    expect(compare({ steps: ["a", "a", "b"] }, { steps: ["a", "b", "a"] })).toEqual([
      { path: "/steps", before: ["a", "a", "b"], after: ["a", "b", "a"] },
    ]));
  test("a new and a gone record", () =>
    expect([compare(undefined, record), compare(record, undefined)]).toEqual([
      [{ path: "", after: record }],
      [{ path: "", before: record }],
    ]));
});

test("a change that does not fit is refused, with its place", () => {
  expect(() => apply({ a: 1 }, [{ path: "/a", before: 2, after: 3 }])).toThrow("/a: found 1, expected 2");
  expect(() => apply({ a: 1 }, [{ path: "/b/c", after: 3 }])).toThrow("/b/c: there is nothing to change");
});

test("a place is named by the ids on the way to it, so that it survives moves", () => {
  const record: Json = {
    rules: [{ id: "x", evidence: ["a/b", "c", "c"] }, { id: "y" }],
    steps: [{ text: "one" }],
  };
  expect(namedPath(record, ["rules", 1])).toBe("/rules/@y");
  expect(namedPath(record, ["rules", 0, "evidence", 0])).toBe("/rules/@x/evidence/@a~1b");
  expect(namedPath(record, ["rules", 0, "evidence", 1])).toBe("/rules/@x/evidence/1");
  expect(namedPath(record, ["steps", 0, "text"])).toBe("/steps/0/text");
  expect(namedPath(record, ["rules", 0, "not-there", 3])).toBe("/rules/@x/not-there/3");
});
