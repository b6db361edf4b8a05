import { expect, test } from "vitest";
import {
  conditionsOfPlatform,
  matcherOf,
  matches,
  representative,
  segmentsOf,
} from "../../src/policy/index.ts";
import { testDataset } from "../fixtures/dataset.ts";

test("a condition that is asked about many people says of each what it says of one", () => {
  let [yes, no] = [0, 0];
  for (const platform of testDataset().platforms) {
    const conditions = conditionsOfPlatform(platform);
    const people = segmentsOf(conditions).map(representative);
    for (const when of [undefined, ...conditions]) {
      const asked = matcherOf(when);
      for (const who of [...people, ...people]) {
        expect(asked(who)).toBe(matches(when, who));
        if (asked(who)) yes++;
        else no++;
      }
    }
  }
  expect(Math.min(yes, no)).toBeGreaterThan(100);
});
