import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Agreement, agreement } from "../../src/review/agreement/agreement.ts";
import { agreementText } from "../../src/review/agreement/print.ts";
import { arbPlatform } from "../fixtures/arbitrary.ts";
import { control, helpSource, platform, policySource, practice, rule, uses } from "../fixtures/records.ts";

const europe = { regions: ["EEA"] };
/** Two people recorded the same platform. They agree on the rest of the world, and not on Europe. */
const mine = platform(
  [
    practice([
      uses("europe", "on", {
        when: europe,
        controls: ["setting"],
        legalBasis: "consent",
        data: { includes: ["posts"], excludes: [] },
        evidence: { dataUse: ["policy#ai"], defaultState: ["help"], legalBasis: ["help"], data: ["help"] },
      }),
      uses("rest", "on", {
        controls: ["setting"],
        data: { includes: ["posts", "comments"], excludes: ["private-messages"] },
      }),
    ]),
    practice([rule("all")], {
      id: "crawlers",
      purpose: "allow-third-party-crawlers",
      recipients: ["public"],
    }),
  ],
  { controls: [control("setting")] },
);
const theirs = platform(
  [
    practice(
      [
        rule("eea", { when: europe, dataUse: "does-not-use", evidence: { dataUse: ["help"] } }),
        uses("everywhere", "on", {
          controls: ["switch"],
          data: { includes: ["posts"], excludes: ["private-messages"] },
        }),
      ],
      { id: "llm-training", title: "Training of large models", recipients: ["operator", "affiliates"] },
    ),
    practice([uses("all", "no-choice")], { id: "ranking", title: "Ranking", model: "other" }),
  ],
  { controls: [control("switch", { name: "AI" })] },
);
const field = (found: Agreement, name: string) => found.fields.find((f) => f.field === name);

describe("two records of one platform", () => {
  const found = agreement(mine, theirs);

  test("practices are matched by purpose, recipients, kinds of data and kind of model, whatever their ids", () =>
    expect(found.practices).toEqual({ matched: 1, onlyA: ["crawlers"], onlyB: ["ranking"] }));

  test("each audience that either distinguishes is an item", () =>
    expect([found.items, field(found, "dataUse")]).toEqual([
      2,
      expect.objectContaining({ items: 2, agreed: 1, raw: 0.5 }),
    ]));

  test("default, legal basis, controls and data are asked where both say that data is used", () => {
    expect(field(found, "defaultState")).toEqual({
      field: "defaultState",
      items: 1,
      agreed: 1,
      raw: 1,
      kappa: null,
    });
    // One item, three kinds of data that either names: posts, comments, private messages.
    expect(field(found, "data")).toMatchObject({ items: 3, agreed: 2 });
    expect(field(found, "controls")).toMatchObject({ items: 1, agreed: 1 });
  });

  test("disagreements come worst first, with the people and each side's evidence", () => {
    expect(found.disagreements.map((d) => d.kind)).toEqual([
      "used or not used",
      "a practice that one record lacks",
      "a practice that one record lacks",
      "to whom the data goes",
      "the data",
    ]);
    expect(found.disagreements[0]).toEqual({
      kind: "used or not used",
      practice: "Training / Training of large models",
      people: ["people in the EEA"],
      items: 1,
      a: {
        rule: "training/europe",
        says: "uses",
        evidence: ["policy#ai (Privacy Policy, copy of 2025-01-01): “we use … to train”"],
      },
      b: { rule: "llm-training/eea", says: "does-not-use", evidence: ["help (Help)"] },
    });
    expect(found.disagreements.at(-1)?.a.says).toBe("with posts, comments; without private-messages");
  });

  test("as text it gives κ beside raw agreement, and says where κ is undefined", () => {
    const text = agreementText(found, ["mine.json", "theirs.json"]);
    expect(text).toContain("Example (example), recorded twice: A is mine.json, B is theirs.json.");
    expect(text).toContain(
      "1 practice is in both, matched by purpose, recipients, kinds of data and kind of model. Only A has crawlers. Only B has ranking.",
    );
    expect(text).toMatch(/^dataUse +2 +1 +50 % +0\.00$/m);
    expect(text).toMatch(/^defaultState +1 +1 +100 % +undefined: both say the same everywhere$/m);
    expect(text).toContain(
      "5 disagreements, worst first:\n\n 1. used or not used: Training / Training of large models\n     for people in the EEA\n     A: uses   [training/europe]\n          policy#ai",
    );
  });
});

test("two records that disagree about the kinds of data and the kind of model", () => {
  const other = {
    ...mine,
    practices: mine.practices.map((p) => ({
      ...p,
      kinds: ["published" as const, "files" as const],
      model: "unstated" as const,
    })),
  };
  const found = agreement(mine, other);
  // Two kinds that either record has, each asked for the three audiences of both practices.
  expect([field(found, "kinds"), field(found, "model")]).toEqual([
    { field: "kinds", items: 6, agreed: 3, raw: 0.5, kappa: 0 },
    { field: "model", items: 3, agreed: 0, raw: 0, kappa: 0 },
  ]);
  expect(found.disagreements.map((d) => [d.kind, d.practice])).toEqual([
    ["the kind of model", "Training"],
    ["the kind of model", "Training"],
    ["the kinds of data", "Training"],
    ["the kinds of data", "Training"],
  ]);
  expect(found.disagreements[1]?.b.says).toBe(
    "training: train-ai (unstated), with published, files, to operator",
  );
});

test("training of generative models and of others are two uses, except under the same id", () => {
  const withModel = (model: "generative" | "other", id: string) =>
    platform([practice([rule("all")], { id, model })]);
  expect(agreement(withModel("generative", "a"), withModel("other", "b")).practices.matched).toBe(0);
  expect(agreement(withModel("generative", "a"), withModel("other", "a")).practices.matched).toBe(1);
});

test("a verdict that only controls make different appears once, with the controls", () => {
  const weak = { ...mine, controls: mine.controls.map((c) => ({ ...c, protects: "partly" as const })) };
  const on = "on-by-default, by “Use my data for AI” (fully)";
  const none = "no-choice, by “Use my data for AI” (partly)";
  expect(agreement(mine, weak).disagreements.map((d) => [d.kind, d.people, d.a.says, d.b.says])).toEqual([
    ["what it means for people", ["people in the rest of the world"], on, none],
    ["what it means for people", ["people in the EEA"], on, none],
  ]);
});

test("periods that only one record distinguishes are items of their own", () => {
  const since = (day: string) =>
    platform([practice([uses("now", "no-choice", { when: { from: day } }), rule("before")])]);
  const found = agreement(since("2024-01-01"), since("2024-03-01"));
  expect(found.disagreements.map((d) => [d.kind, d.people])).toEqual([
    ["used or not stated", ["everyone, from 1 January 2024 until 1 March 2024"]],
  ]);
  expect(field(found, "dataUse")).toMatchObject({ items: 3, agreed: 2 });
});

test("among several practices of one purpose, those with the same recipients are matched", () => {
  const two = (...ids: string[]) =>
    platform(
      [
        practice([rule("all")], { id: ids[0], recipients: ["operator"] }),
        practice([uses("all", "no-choice")], { id: ids[1], recipients: ["operator", "partners"] }),
      ],
      {
        sources: [policySource, helpSource],
      },
    );
  const b = two("x", "y");
  expect(agreement(two("y", "x"), { ...b, practices: [...b.practices].reverse() }).disagreements).toEqual([]);
});

/** The numbers without the sides' names. */
const numbers = ({ items, fields, disagreements }: Agreement) => ({
  items,
  fields,
  kinds: disagreements.map((d) => d.kind),
});

test("every record agrees with itself", () =>
  fc.assert(
    fc.property(arbPlatform, (p) => {
      const { fields, disagreements } = agreement(p, p);
      expect(disagreements).toEqual([]);
      for (const f of fields) expect([1, null], f.field).toContain(f.kappa);
    }),
    { numRuns: 40 },
  ));

test("it does not matter which record comes first", () =>
  fc.assert(
    fc.property(arbPlatform, arbPlatform, (a, b) => {
      expect(numbers(agreement(a, b))).toEqual(numbers(agreement(b, a)));
    }),
    { numRuns: 40 },
  ));
