import { expect, test } from "vitest";
import { daysBetween, firstDay, isDay, isPartialDate, lastDay } from "../../src/model/index.ts";

test("dates that exist, as precise as they are known", () => {
  for (const good of ["2024", "2024-09", "2024-09-18", "2024-02-29"])
    expect(isPartialDate(good), good).toBe(true);
  for (const bad of [
    "24",
    "2024-13",
    "2023-02-29",
    "2024-00",
    "2024-09-31",
    "2024-9-1",
    "",
    "2024-09-18T00:00:00Z",
  ])
    expect(isPartialDate(bad), bad).toBe(false);
  expect([isDay("2024-09"), isDay("2024-09-18")]).toEqual([false, true]);
});

test("the first and last day that a date can mean", () => {
  expect(["2024", "2024-02", "2024-02-03"].map(firstDay)).toEqual(["2024-01-01", "2024-02-01", "2024-02-03"]);
  expect(["2024", "2024-02", "2024-02-03"].map(lastDay)).toEqual(["2024-12-31", "2024-02-29", "2024-02-03"]);
});

test("days between, across a change of clocks", () =>
  expect([daysBetween("2024-03-30", "2024-04-01"), daysBetween("2024-04-01", "2024-03-30")]).toEqual([
    2, -2,
  ]));
