import { expect, test } from "vitest";
import { canonicalRegion, isRegion, REGION_GROUPS, regionIn, regionName } from "../../src/model/index.ts";

test("the EU has 27 members, the EEA 30, and the United Kingdom is in neither", () => {
  expect([REGION_GROUPS.EU.members.length, REGION_GROUPS.EEA.members.length]).toEqual([27, 30]);
  expect([
    regionIn("GB", ["EU"]),
    regionIn("GB", ["EEA"]),
    regionIn("CH", ["EEA"]),
    regionIn("NO", ["EU"]),
    regionIn("NO", ["EEA"]),
  ]).toEqual([false, false, false, false, true]);
  for (const group of Object.values(REGION_GROUPS))
    for (const member of group.members) expect(isRegion(member), member).toBe(true);
});

test("a state is inside its country, not the other way round", () =>
  expect([regionIn("US-CA", ["US"]), regionIn("US", ["US-CA"]), regionIn("US-TX", ["US-CA"])]).toEqual([
    true,
    false,
    false,
  ]));

test("a group is covered when each member is", () =>
  expect([
    regionIn("EU", ["EEA"]),
    regionIn("EEA", ["EU"]),
    regionIn("EEA", ["EU", "IS", "LI", "NO"]),
    regionIn("EU", ["DE"]),
  ]).toEqual([true, false, true, false]));

test("the rest of the world is in no list", () => expect(regionIn(null, ["EEA", "US"])).toBe(false));

test("codes as people write them", () => {
  expect(["de", "UK", "gb", "us_ca", " EU "].map(canonicalRegion)).toEqual(["DE", "GB", "GB", "US-CA", "EU"]);
  expect(["XX", "Germany", "US-ZZ", ""].map(canonicalRegion)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([regionName("DE"), regionName("EEA"), regionName("XX")]).toEqual([
    "Germany",
    "European Economic Area",
    undefined,
  ]);
});
