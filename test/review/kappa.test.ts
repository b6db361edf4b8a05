import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf, type Pair } from "../../src/review/agreement/kappa.ts";

/** A table of counts as pairs: rows are what A said, columns what B said. */
const pairs = (table: readonly (readonly number[])[]): Pair[] =>
  table.flatMap((row, a) =>
    row.flatMap((n, b) => Array.from({ length: n }, (): Pair => [String(a), String(b)])),
  );

describe("Cohen's κ", () => {
  test.each<[string, number[][], number, number]>([
    [
      "two readers, fifty applications, yes or no",
      [
        [20, 5],
        [10, 15],
      ],
      0.7,
      0.4,
    ],
    [
      "two diagnosticians, three diagnoses (Fleiss, Statistical Methods for Rates and Proportions)",
      [
        [75, 1, 4],
        [5, 4, 1],
        [0, 0, 10],
      ],
      0.89,
      0.6765,
    ],
    [
      "the same raw agreement, and more of it by chance",
      [
        [45, 15],
        [25, 15],
      ],
      0.6,
      0.1304,
    ],
    [
      "the same raw agreement, and less of it by chance",
      [
        [25, 35],
        [5, 35],
      ],
      0.6,
      0.2593,
    ],
    [
      "never the same",
      [
        [0, 5],
        [5, 0],
      ],
      0,
      -1,
    ],
  ])("gives the textbooks' value: %s", (_what, table, raw, kappa) => {
    const found = agreementOf(pairs(table));
    expect(found.raw).toBeCloseTo(raw, 10);
    expect(found.kappa).toBeCloseTo(kappa, 4);
  });

  test("is undefined where both say one and the same throughout; raw agreement is not", () =>
    expect(agreementOf(pairs([[7]]))).toEqual({ items: 7, agreed: 7, raw: 1, kappa: null }));
  test("is 0 where each says one thing throughout, and not the same", () =>
    expect(agreementOf(pairs([[0, 7]]))).toMatchObject({ raw: 0, kappa: 0 }));
  test("is undefined where there is nothing to compare, and so is raw agreement", () =>
    expect(agreementOf([])).toEqual({ items: 0, agreed: 0, raw: null, kappa: null }));
});

const arbPairs = fc.array(fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c")), {
  maxLength: 40,
});
const swapped = (list: readonly Pair[]): Pair[] => list.map(([a, b]) => [b, a]);

test("anyone agrees with themselves: κ is 1, or undefined", () =>
  fc.assert(
    fc.property(arbPairs, (list) => {
      expect([1, null]).toContain(agreementOf(list.map(([a]): Pair => [a, a])).kappa);
    }),
  ));
test("it does not matter who comes first", () =>
  fc.assert(
    fc.property(arbPairs, (list) => {
      expect(agreementOf(swapped(list))).toEqual(agreementOf(list));
    }),
  ));
test("κ is at most 1 and never more than raw agreement", () =>
  fc.assert(
    fc.property(arbPairs, (list) => {
      const { raw, kappa } = agreementOf(list);
      if (kappa !== null) expect(kappa).toBeLessThanOrEqual((raw as number) + 1e-12);
    }),
  ));
test("the names of the categories do not matter", () =>
  fc.assert(
    fc.property(arbPairs, (list) => {
      const other: Record<string, string> = { a: "c", b: "a", c: "b" };
      expect(agreementOf(list.map(([a, b]): Pair => [other[a] as string, other[b] as string]))).toEqual(
        agreementOf(list),
      );
    }),
  ));
