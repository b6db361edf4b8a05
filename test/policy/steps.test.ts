import { describe, expect, test } from "vitest";
import { answerRows } from "../../src/db/answer-rows.ts";
import { AnswerSpace } from "../../src/db/answer-space.ts";
import { cellRows } from "../../src/db/cell-rows.ts";
import { classifiedChanges } from "../../src/history/classify.ts";
import { answerChanges, explain } from "../../src/language/en/index.ts";
import { audience, type Platform, REGION_GROUPS, type Rule, type When } from "../../src/model/index.ts";
import {
  conditionsOfPlatform,
  otherAudiences,
  resolve,
  segmentsOf,
  tellsApartMoreThan,
} from "../../src/policy/index.ts";
import type { Loaded } from "../../src/records/check.ts";
import { CHECKS } from "../../src/records/checks/index.ts";
import { GROUPS_LIMIT } from "../../src/records/size.ts";
import { agreement } from "../../src/review/agreement/agreement.ts";
import { headlineChanges } from "../../src/review/diff/headline.ts";
import { recordQuality } from "../../src/review/quality/record.ts";
import type { Json } from "../../src/text/json.ts";
import { control, operator, platform, practice, rule, uses } from "../fixtures/records.ts";

/*
 * What narrow rules cost, in steps: how often a field of a condition is read. The answers of a record
 * with more rules may cost more in proportion to its groups of people times its rules, and no more.
 */

const TODAY = "2026-11-25";
const COUNTRIES = REGION_GROUPS.EEA.members;
const PLANS = ["free", "paid", "business", "enterprise", "education", "api"] as const;
const day = (n: number): string => new Date(Date.UTC(2020, 0, 1 + 7 * n)).toISOString().slice(0, 10);

/** Conditions that overlap each other in every dimension, so that most answers differ from their neighbours'. */
const whenOf = (n: number): When => ({
  regions: COUNTRIES.slice(0, 3 + (n % 20)),
  plans: [PLANS[n % 6] as "free", PLANS[(n + 1) % 6] as "paid"],
  age: n % 2 === 0 ? "adult" : "minor",
  account: (["signed-in", "signed-out", "non-user"] as const)[n % 3] as "signed-in",
  from: day(n),
  until: day(n + 40),
});

const ruleOf = (n: number, when: When): Rule =>
  n % 3 === 0
    ? rule(`r${n}`, { when, dataUse: "does-not-use" })
    : uses(`r${n}`, n % 3 === 1 ? "on" : "no-choice", { when, controls: n % 3 === 1 ? ["c"] : [] });

/** Conditions that count how often their fields are read. */
function counting(): { counted: (when: When) => When; reads: () => number } {
  let reads = 0;
  const get = (target: When, field: string | symbol): unknown => {
    reads++;
    return Reflect.get(target, field);
  };
  return { counted: (when) => new Proxy(when, { get }), reads: () => reads };
}

/** A record with so many narrow rules, and a count of the reads of their conditions. */
function narrow(rules: number): { record: Platform; reads: () => number } {
  const { counted, reads } = counting();
  const table = Array.from({ length: rules }, (_, n) => ruleOf(n, counted(whenOf(n))));
  return {
    record: platform([practice([...table, rule("rest")])], { controls: [control("c")] }),
    reads,
  };
}

/** The same record with every fifth rule silent. */
const edited = (record: Platform): Platform => ({
  ...record,
  practices: record.practices.map((p) => ({
    ...p,
    rules: p.rules.map((r, n) => (n % 5 === 0 ? { ...r, dataUse: "not-stated" } : r)),
  })),
});

const WHO = audience({ region: "DE" }, TODAY);

const WORK: Record<string, (record: Platform) => unknown> = {
  "the diff of answers": (p) => answerChanges({ platform: edited(p) }, { platform: p }, TODAY),
  "the diff of a new record": (p) => answerChanges(undefined, { platform: p }, TODAY),
  "the diff of headlines": (p) => headlineChanges({ platform: edited(p) }, { platform: p }, TODAY),
  "the rows of answers": (p) => answerRows(new AnswerSpace(p)),
  "the rows of cells": (p) => cellRows(new AnswerSpace(p)),
  "agreement of two records": (p) => agreement(edited(p), p),
  "the quality of a record": (p) => recordQuality(p, operator(), TODAY, 180),
  "the checks": (p) => {
    const file = {} as Loaded<Platform>["file"];
    // Another platform of the operator, whose rules cite the same passage and conclude otherwise.
    const other: Platform = { ...edited(p), id: "other" };
    const dataset = {
      platforms: new Map([p, other].map((record) => [record.id, { file, record }])),
      operators: new Map(),
      invalid: new Set<string>(),
    };
    for (const check of CHECKS)
      if (check.scope === "platform") [...check.run(p, dataset, TODAY)];
      else if (check.scope === "dataset" && check.code === "CON001") [...check.run(dataset)];
  },
  "the class of a change": (p) =>
    classifiedChanges("platforms/example", edited(p) as unknown as Json, p as unknown as Json),
};

describe("steps grow with the groups of people times the rules", () => {
  test.each(Object.keys(WORK))("%s", (name) => {
    const perGroup = [20, 40, 80].map((rules) => {
      const { record, reads } = narrow(rules);
      const groups = segmentsOf(conditionsOfPlatform(record)).length;
      const before = reads();
      WORK[name]?.(record);
      return (reads() - before) / (groups * rules);
    });
    // Matching a group with a rule reads at most its six fields, a few times over.
    expect(Math.max(...perGroup), `reads per group and rule: ${perGroup}`).toBeLessThan(30);
    expect((perGroup[2] as number) / (perGroup[0] as number)).toBeLessThan(1.5);
  });

  test.each<[string, (record: Platform) => unknown]>([
    ["the answer for one person", (p) => resolve(p, WHO)],
    ["other audiences", (p) => otherAudiences(p, resolve(p, WHO))],
    ["everything in words", (p) => explain(p, WHO)],
  ])("one person: %s", (_, work) => {
    const perRule = [20, 40, 80].map((rules) => {
      const { record, reads } = narrow(rules);
      work(record);
      return reads() / rules ** 2;
    });
    expect(Math.max(...perRule), `reads per square of rules: ${perRule}`).toBeLessThan(100);
    expect((perRule[2] as number) / (perRule[0] as number)).toBeLessThan(1.5);
  });
});

test("whether there are too many groups is known without listing them all", () => {
  // Conditions that each name one dimension multiply: 112,716 groups.
  const { counted, reads } = counting();
  const conditions = [
    ...COUNTRIES.map((country): When => ({ regions: [country] })),
    ...PLANS.slice(1).map((plan): When => ({ plans: [plan] })),
    { age: "minor" } satisfies When,
    ...(["signed-out", "non-user"] as const).map((account): When => ({ account })),
    ...Array.from({ length: 100 }, (_, n): When => ({ from: day(n) })),
  ].map(counted);
  const readsOf = (limit: number): number => {
    const before = reads();
    expect(tellsApartMoreThan(conditions, limit)).toBe(limit < 112_716);
    return reads() - before;
  };
  expect(readsOf(GROUPS_LIMIT)).toBeLessThan(readsOf(112_716) / 10);
});
