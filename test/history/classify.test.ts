import { describe, expect, test } from "vitest";
import { classifiedChanges } from "../../src/history/classify.ts";
import type { Platform } from "../../src/model/index.ts";
import type { Json } from "../../src/text/json.ts";
import { control, event, platform, practice, rule, uses } from "../fixtures/records.ts";

const plain = (p: Platform) => JSON.parse(JSON.stringify(p)) as Json;
const classesOf = (before: Platform, after: Platform): string[] =>
  classifiedChanges("platforms/example", plain(before), plain(after)).map((c) => `${c.path} ${c.class}`);

const base = platform(
  [
    practice([
      rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" }),
      uses("all", "on", { controls: ["s"] }),
    ]),
  ],
  { controls: [control("s")] },
);
const [training] = base.practices as [Platform["practices"][number]];
const [minors, all] = training.rules as [(typeof training.rules)[0], (typeof training.rules)[0]];
const withRules = (rules: (typeof training)["rules"]): Platform => ({
  ...base,
  practices: [{ ...training, rules }],
});
const RULE = "/practices/@training/rules/@all";

describe("the class of a change follows from what it does to answers", () => {
  test("a default that changes a verdict is a change of policy", () =>
    expect(classesOf(base, withRules([minors, { ...all, defaultState: "off" }]))).toEqual([
      `${RULE}/defaultState policy`,
    ]));

  test("a withdrawal is a change of policy where it is about the platform, else a correction", () => {
    const reasons = ["closed", "merged", "split", "duplicate", "out-of-scope", "unsupported"] as const;
    expect(
      reasons.map((reason) => classesOf(base, { ...base, withdrawn: { date: "2026-11-20", reason } }).join()),
    ).toEqual([...Array(3).fill("/withdrawn policy"), ...Array(3).fill("/withdrawn correction")]);
  });

  test("a legal basis changes no cell and no headline", () =>
    expect(classesOf(base, withRules([minors, { ...all, legalBasis: "consent" }]))).toEqual([
      `${RULE}/legalBasis editorial`,
    ]));

  test("a date that changes an answer on some past day counts", () =>
    expect(classesOf(base, withRules([minors, { ...all, when: { from: "2024-01-01" } }]))).toContain(
      `${RULE}/when policy`,
    ));

  test("a control that people gain counts; how hard it is does not", () => {
    const friction = { ...base, controls: [control("s", { friction: ["app-only"] })] };
    expect(classesOf(base, friction)).toEqual(["/controls/@s/friction editorial"]);
    const partial = { ...base, controls: [control("s", { protects: "partly" })] };
    expect(classesOf(base, partial)).toEqual(["/controls/@s/protects policy"]);
  });

  test("a practice that says nothing is not a change of policy", () => {
    const silent = practice([rule("all")], { id: "silent", kinds: ["files"] });
    expect(classesOf(base, { ...base, practices: [training, silent] })).toEqual([
      "/practices/@silent editorial",
    ]);
  });

  test("events are changes of policy, sources and new records evidence, words editorial", () => {
    const more = {
      ...base,
      events: [event("e", "announced", { announced: "2026" })],
      summary: "Other words.",
    };
    expect(classesOf(base, more)).toEqual(["/events policy", "/summary editorial"]);
    expect(classifiedChanges("platforms/example", undefined, plain(base)).map((c) => c.class)).toEqual([
      "evidence",
    ]);
  });
});
