import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changeInWords, type PlaceChange, placeInWords } from "../../src/language/en/index.ts";
import type { Operator, Platform } from "../../src/model/index.ts";
import { differingExcerpts, shortened } from "../../src/text/excerpt.ts";
import { control, event, operator, platform, practice, rule, uses } from "../fixtures/records.ts";

const before = platform(
  [
    practice(
      [
        uses("europe", "on", { when: { regions: ["EEA"], from: "2025-11-03" }, note: "A first note." }),
        rule("rest", { when: { plans: ["free"] }, dataUse: "may-use" }),
      ],
      { title: "Training on posts" },
    ),
  ],
  {
    name: "Alpha",
    controls: [control("setting", { name: "AI data" })],
    events: [event("began", "training-began", { effective: "2026-03" }, { title: "Training begins" })],
    review: { verified: "2026-11-01", openQuestions: ["What of minors?", "What of files?"] },
  },
);
const cited: Operator = operator({ sources: [] });
const words = (change: PlaceChange, after: Platform = before): string =>
  changeInWords(change, {
    before: { record: before, operator: cited },
    after: { record: after, operator: cited },
  });
const EUROPE = "/practices/@training/rules/@europe";
const ABOUT_EUROPE = "“Training on posts”, people in the EEA, from 3 November 2025";

describe("a change in words names things by their titles, never by their ids", () => {
  test.each<[string, PlaceChange, string]>([
    [
      "a term",
      { path: `${EUROPE}/defaultState`, before: "on", after: "asked" },
      `${ABOUT_EUROPE}: the default changed from on by default to asked first, with nothing preselected`,
    ],
    [
      "a term that was not recorded",
      { path: `${EUROPE}/legalBasis`, after: "consent" },
      `${ABOUT_EUROPE}: claimed legal basis recorded: consent`,
    ],
    [
      "evidence, by its documents",
      { path: `${EUROPE}/evidence/dataUse`, before: ["policy#ai"], after: ["help"] },
      `${ABOUT_EUROPE}: evidence for whether data is used: added “Help”; removed “Privacy Policy”`,
    ],
    [
      "people that are added",
      { path: `${EUROPE}/when/regions`, before: ["EEA"], after: ["EEA", "CH"] },
      `${ABOUT_EUROPE}: now also for people in Switzerland`,
    ],
    [
      "a day",
      { path: `${EUROPE}/when/from`, before: "2025-11-03", after: "2025-11" },
      `${ABOUT_EUROPE}: first day changed from 3 November 2025 to November 2025`,
    ],
    [
      "data",
      { path: `${EUROPE}/data`, after: { includes: ["posts"], excludes: ["private-messages"] } },
      `${ABOUT_EUROPE}: data recorded: posts; excluded: private messages`,
    ],
    [
      "an answer that is gone",
      { path: "/practices/@training/rules/@rest", before: before.practices[0]?.rules[1] },
      "“Training on posts”: rule for people on the free plan removed (it was: allowed by its terms, not confirmed)",
    ],
    [
      "a control of a rule",
      { path: `${EUROPE}/controls`, after: ["setting"] },
      `${ABOUT_EUROPE}: controls: added “AI data”`,
    ],
    [
      "a new event, with its day",
      {
        path: "/events/@europe",
        after: event("europe", "region-added", { effective: "2025-11-03" }, { title: "Europe is included" }),
      },
      "new event “Europe is included” of 3 November 2025",
    ],
    [
      "a new event of which only the month is known",
      {
        path: "/events/@x",
        after: event("x", "reported", { reported: "2026-03" }, { title: "A paper reports it" }),
      },
      "new event “A paper reports it” of March 2026",
    ],
    [
      "an event's date",
      { path: "/events/@began/dates/observed", after: "2026-03-12" },
      "event “Training begins”: date of observation recorded: 12 March 2026",
    ],
    [
      "steps",
      {
        path: "/controls/@setting/steps",
        before: ["Open the settings.", "Switch it off."],
        after: ["Open the settings.", "Turn it off."],
      },
      "control “AI data”: steps reworded: “Switch it off.” → “Turn it off.”",
    ],
    [
      "steps in another order",
      { path: "/controls/@setting/steps", order: { before: ["a", "b"], after: ["b", "a"] } },
      "control “AI data”: steps in another order",
    ],
    [
      "a list of members that was empty",
      { path: "/controls", before: [], after: [control("new", { name: "Form", kind: "form" })] },
      "new control “Form” (a form)",
    ],
    [
      "open questions",
      { path: "/review/openQuestions", before: before.review.openQuestions, after: ["What of files?"] },
      "open questions: removed “What of minors?”",
    ],
    [
      "the review",
      { path: "/review/verified", before: "2026-11-01", after: "2026-11-30" },
      "checked against its sources on 30 November 2026",
    ],
    [
      "an archived copy",
      {
        path: "/sources/@policy/copies",
        before: [{ captured: "2025-01-01" }],
        after: [{ captured: "2025-01-01" }, { captured: "2026-07-02" }],
      },
      "document “Privacy Policy”: archived copies: added 2 July 2026",
    ],
    [
      "a passage",
      { path: "/sources/@policy/passages/@ai/sha256", before: "a", after: "b" },
      "document “Privacy Policy”, passage “we use…”: other words (another fingerprint)",
    ],
    ["a new record", { path: "", after: {} }, "new platform in the dataset"],
    [
      "a domain",
      { path: "/domains/@amazon.de", after: { host: "amazon.de", role: "country", country: "DE" } },
      "new domain amazon.de (site for a country, Germany)",
    ],
    [
      "a field of a domain",
      { path: "/domains/@amazon.de/role", before: "main", after: "country" },
      "domain amazon.de: role changed from main site to site for a country",
    ],
    [
      "a withdrawal",
      {
        path: "/withdrawn",
        after: { date: "2026-12-01", reason: "merged", successors: ["beta"] },
      },
      "withdrawn on 1 December 2026: it became a part of another one; see beta",
    ],
  ])("%s", (_, change, expected) => expect(words(change)).toBe(expected));

  test("a place alone", () =>
    expect(placeInWords(`${EUROPE}/note`, { before: { record: before }, after: { record: before } })).toBe(
      `${ABOUT_EUROPE}, note`,
    ));
  test("a practice with a new title is named by it", () => {
    const renamed = { ...before, practices: before.practices.map((p) => ({ ...p, title: "New title" })) };
    expect(words({ path: `${EUROPE}/note`, before: "A.", after: "B." }, renamed)).toMatch(/^“New title”, /);
  });
});

describe("long texts are cut around their first difference", () => {
  const LONG =
    "LinkedIn trains generative AI with profiles and posts since November 2024, and the terms say of it only that";
  test("and not at their common beginning", () =>
    expect(words({ path: "/summary", before: `${LONG} it may.`, after: `${LONG} it may do so.` })).toBe(
      "summary reworded: “…of it only that it may.” → “…of it only that it may do so.”",
    ));
  test("the excerpts differ, are parts of the texts and short, and split no character", () =>
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.string({ unit: "grapheme", maxLength: 60 }),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.string({ unit: "grapheme", maxLength: 200 }),
        (head, inserted, a, b) => {
          const texts = [head + a, head + inserted + b] as const;
          fc.pre(texts[0] !== texts[1]);
          const excerpts = differingExcerpts(...texts);
          for (const [i, excerpt] of excerpts.entries()) {
            expect(excerpt.isWellFormed()).toBe(true);
            expect(excerpt.length).toBeLessThanOrEqual(71);
            if (!texts[i as 0 | 1].includes("…"))
              expect(texts[i as 0 | 1]).toContain(excerpt.replace(/^…|…$/g, ""));
          }
          if (!head.includes("…") && texts.every((t) => t.trim() === t && !/\s{2}/.test(t)))
            expect(excerpts[0]).not.toBe(excerpts[1]);
        },
      ),
      { numRuns: 500 },
    ));
  test("a text within the limit stays as it is", () =>
    fc.assert(fc.property(fc.string({ maxLength: 40 }), (text) => shortened(text, 40) === text)));
});
