import { expect, test } from "vitest";
import { spreadOf, verdictOf } from "../../bench/harness/statistics.ts";

test("the middle, and where half of the values are", () => {
  expect(spreadOf([3])).toEqual({ median: 3, low: 3, high: 3 });
  expect(spreadOf([5, 1, 2, 4, 3])).toEqual({ median: 3, low: 2, high: 4 });
  expect(spreadOf([1, 2, 3, 4])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
});

test.each([
  [[0.9, 0.92, 0.95], { atLeast: 0.9 }, "met"],
  [[0.8, 0.85, 1], { atLeast: 0.9 }, "within the noise"],
  [[0.7, 0.8, 0.82], { atLeast: 0.9 }, "lost"],
  [[1, 2, 3], { atMost: 2 }, "met"],
  [[1, 4, 6], { atMost: 2.5 }, "within the noise"],
  [[3, 4, 5], { atMost: 2 }, "lost"],
])("%j of %j is %s", (values, target, verdict) => expect(verdictOf(values, target)).toBe(verdict));
