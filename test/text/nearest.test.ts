import { expect, test } from "vitest";
import { nearest } from "../../src/text/nearest.ts";

test.each([
  ["linkdin", ["linkedin", "x"], "linkedin"],
  ["LinkedIn", ["linkedin"], "linkedin"],
  ["DF", ["DE", "US"], "DE"],
  ["\u0000", ["x", "line"], undefined],
  ["y", ["x"], undefined],
  ["uk", ["us", "x"], "us"],
  ["naem", ["name", "x"], "name"],
  ["canva", ["sana", "x"], undefined],
  ["otter", ["otto"], undefined],
  ["strava", ["strato"], undefined],
  ["cara", ["jira"], undefined],
  ["bussines", ["business"], "business"],
  ["somethingelse", ["linkedin"], undefined],
])("the nearest to %j among %j is %s", (written, candidates, expected) =>
  expect(nearest(written, candidates)).toBe(expected),
);
