import { describe, expect, test } from "vitest";
import { type UpcomingFilters, upcoming } from "../../src/api/routes/changes/upcoming.ts";
import { control, event, platform, practice, rule, uses } from "../fixtures/records.ts";

const announced = platform(
  [
    practice([uses("all", "on", { controls: ["objection"] })]),
    practice([rule("all")], { id: "licences", purpose: "license-to-third-parties" }),
  ],
  {
    controls: [
      control("objection", {
        name: "Objection form",
        when: { regions: ["EEA"], until: "2027-01-15" },
        note: "Later objections count from then on.",
      }),
      control("old", { when: { until: "2025" } }),
    ],
    events: [
      event(
        "europe",
        "region-added",
        { announced: "2026-10-01", effective: "2027-02-01" },
        { when: { regions: ["EEA"] } },
      ),
      event("sale", "licensing-deal", { effective: "2026-12" }, { practices: ["licences"] }),
      event("past", "training-began", { effective: "2026-11-25" }),
      event("seen", "terms-changed", { observed: "2026-11-01" }),
    ],
  },
);
const ids = (filters: UpcomingFilters = {}) =>
  upcoming([announced], "2026-11-25", filters).map((c) => `${c.day} ${c.id}`);

describe("upcoming changes", () => {
  test("are changes that take effect and last days of controls that end, in order", () =>
    expect(ids()).toEqual([
      "2026-12-01 events/example/sale",
      "2027-01-14 deadlines/example/objection",
      "2027-02-01 events/example/europe",
    ]));
  test("a deadline names the control", () =>
    expect(upcoming([announced], "2026-11-25", {})[1]).toMatchObject({
      title: "Last day for “Objection form”",
      detail: "Later objections count from then on.",
    }));
  test.each<[string, UpcomingFilters, number]>([
    ["a region that they concern", { region: "DE" }, 3],
    ["a region that they do not concern", { region: "US" }, 1],
    ["a purpose", { purpose: ["license-to-third-parties"] }, 1],
    ["a class that announcements never have", { class: ["editorial"] }, 0],
    ["the class of announcements", { class: ["policy", "correction"] }, 3],
    ["another platform", { platform: ["other"] }, 0],
    ["another operator", { operator: "other" }, 0],
    ["another category", { category: ["work"] }, 0],
    ["days", { since: "2026-12-02", until: "2027-02-01" }, 1],
  ])("filtered by %s", (_, filters, n) => expect(ids(filters)).toHaveLength(n));
});
