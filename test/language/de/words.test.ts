import { describe, expect, test } from "vitest";
import { LANGUAGES, type People } from "../../../src/language/index.ts";
import { REGION_GROUPS, regionCodes } from "../../../src/model/index.ts";
import { resolve } from "../../../src/policy/index.ts";
import { control, platform, practice, rule, uses } from "../../fixtures/records.ts";

const { de } = LANGUAGES;

describe("places", () => {
  test.each<[string | null, string, string]>([
    ["DE", "Deutschland", "in Deutschland"],
    ["US", "USA", "in den USA"],
    ["GB", "Vereinigtes Königreich", "im Vereinigten Königreich"],
    ["CH", "Schweiz", "in der Schweiz"],
    ["XK", "Kosovo", "im Kosovo"],
    ["MT", "Malta", "auf Malta"],
    ["PH", "Philippinen", "auf den Philippinen"],
    ["HK", "Hongkong", "in Hongkong"],
    ["US-CA", "Kalifornien (USA)", "in Kalifornien (USA)"],
    ["DE-SL", "Saarland (Deutschland)", "im Saarland (Deutschland)"],
    ["EU", "Europäische Union (EU)", "in der EU"],
    ["EEA", "Europäischer Wirtschaftsraum (EWR)", "im EWR"],
    [null, "Rest der Welt", "in der übrigen Welt"],
  ])("%s is %s", (code, name, within) =>
    expect([de.place(code), de.inPlaces([code])]).toEqual([name, within]),
  );

  test("every region has a name and a preposition", () => {
    for (const code of regionCodes(true)) {
      expect(de.place(code), code).not.toMatch(/^[A-Z]{2}(-|$)|^$/);
      expect(de.inPlaces([code]), code).toMatch(/^(in|im|auf) \S/);
    }
  });

  test("names with an article or an adjective are declined", () => {
    const declined =
      /^(in|auf) (\S+e (Staaten|Republik|Emirate|Inseln|Königreich|Niederlande)|\S+(inseln|iten|isch\S*e))$/;
    for (const code of regionCodes()) expect(de.inPlaces([code]), code).not.toMatch(declined);
  });

  test("groups come first, whole groups go by their names, and a plain preposition is said once", () => {
    expect(de.inPlaces(["GB", "CH", "EEA"])).toBe("im EWR, in der Schweiz und im Vereinigten Königreich");
    expect(de.inPlaces([...REGION_GROUPS.EEA.members, "BR", "JP", null])).toBe(
      "im EWR, in Brasilien, Japan und in der übrigen Welt",
    );
  });
});

describe("people", () => {
  test.each<[People, string]>([
    [{}, "alle"],
    [{ region: "DE", plan: "free", age: "adult" }, "Erwachsene in Deutschland mit dem kostenlosen Tarif"],
    [{ age: "minor" }, "Minderjährige"],
    [{ region: [null] }, "Menschen in der übrigen Welt"],
    [
      { account: "non-user", region: "GB" },
      "Menschen im Vereinigten Königreich, die den Dienst nicht nutzen",
    ],
    [
      { account: ["signed-out", "non-user"], age: "adult" },
      "Erwachsene, die kein Konto haben oder den Dienst nicht nutzen",
    ],
    [
      { plan: ["free", "paid", "education", "api"], region: "US" },
      "Menschen in den USA mit dem kostenlosen Tarif, einem bezahlten Tarif, einem Bildungstarif oder über die API",
    ],
    [
      { plan: ["api", "business"], account: "signed-in" },
      "Menschen über die API oder mit einem Business-Tarif mit Konto",
    ],
  ])("%j: %s", (people, words) => expect(de.audience(people)).toBe(words));

  test("a condition has its time too", () => {
    expect(de.when({ regions: ["EEA", "CH"], from: "2024-09-18", until: "2025-11" })).toBe(
      "Menschen im EWR und in der Schweiz, ab dem 18. September 2024 bis November 2025",
    );
    expect(de.when(undefined)).toBe("alle");
  });
});

describe("days and numbers", () => {
  test.each([
    ["2025-11-03", "3. November 2025", "am 3. November 2025"],
    ["2025-11", "November 2025", "im November 2025"],
    ["2025", "2025", "im Jahr 2025"],
  ])("%s: %s", (date, words, on) => expect([de.date(date), de.onDate(date)]).toEqual([words, on]));

  test.each([
    [1, "1 Tag"],
    [45, "45 Tage"],
    [410, "etwa 13 Monate"],
    [1100, "etwa 3 Jahre"],
  ])("%i days: %s", (days, words) => expect(de.days(days)).toBe(words));

  test("numbers, plurals and lists", () => {
    expect(de.number(1234.5)).toBe("1.234,5");
    expect([de.count(1, "step"), de.count(1200, "platform")]).toEqual(["1 Schritt", "1.200 Dienste"]);
    expect(de.plural(2, { one: "Land", other: "Länder" })).toBe("2 Länder");
    expect([de.list(["A", "B", "C"]), de.list(["A", "B"], "or")]).toEqual(["A, B und C", "A oder B"]);
    expect(de.period(undefined, undefined)).toBe("");
  });
});

test("an event's dates say what kind of date each is", () => {
  expect(
    de.eventDates({ type: "terms-changed", dates: { announced: "2025-09-18", effective: "2025-11-03" } }),
  ).toBe("Angekündigt am 18. September 2025 und gültig ab dem 3. November 2025 (Bedingungen geändert)");
  expect(de.eventDates({ type: "training-began", dates: { effective: "2024" } })).toBe(
    "Im Jahr 2024 (Training begann)",
  );
  expect(de.eventDates({ type: "reported", dates: { reported: "2026-01" } })).toBe(
    "Berichtet im Januar 2026",
  );
  expect(de.eventDates({ type: "control-added", dates: { observed: "2025-12-03" } })).toBe(
    "Spätestens am 3. Dezember 2025 zu sehen (neue Wahlmöglichkeit)",
  );
});

test("a kind of data in a line", () => {
  const p = platform(
    [
      practice([uses("all", "on", { controls: ["s"] })]),
      practice([rule("all", { dataUse: "does-not-use" })], { id: "b" }),
      practice([uses("all", "no-choice", { dataUse: "may-use", namesAi: true })], {
        id: "c",
        purpose: "allow-third-party-crawlers",
        recipients: ["public"],
      }),
    ],
    { controls: [control("s")] },
  );
  expect(
    resolve(p, {
      region: null,
      plan: "free",
      age: "adult",
      account: "signed-in",
      asOf: "2026-11-30",
    }).kinds.flatMap((k) => de.kindLine(k) ?? []),
  ).toEqual([
    "Veröffentlichte Inhalte: für eigene KI teils voreingestellt an, teils nicht verwendet; für fremde Crawler keine Wahl (laut Bedingungen erlaubt, nicht bestätigt).",
  ]);
});

test("a control: what it is, who has it, what makes it hard, the right", () => {
  expect(
    de.control({
      kind: "setting",
      scope: "workspace",
      protectsWhen: "off",
      actor: "admin",
      when: { until: "2026-12-31" },
    }),
  ).toBe(
    "Eine Einstellung. Das betrifft: der ganze Arbeitsbereich. Schützt in der Stellung „aus“. Nur die Administration kann das tun. Verfügbar bis zum 31. Dezember 2026.",
  );
  expect(de.caveats(["needs-account", "app-only"])).toBe(
    "Zu beachten: Sie brauchen ein Konto; es geht nur in der App.",
  );
  expect(de.caveats([])).toBe("");
  expect(de.rights(["GDPR-A21"])).toBe("Ihr Recht: Widerspruch (DSGVO, Art. 21).");
});
