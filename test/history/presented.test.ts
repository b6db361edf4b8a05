import { describe, expect, test } from "vitest";
import { type Change, compare } from "../../src/history/compare.ts";
import { describeChanges } from "../../src/history/describe.ts";
import { migrateRecords } from "../../src/history/migrate.ts";
import { MIGRATIONS } from "../../src/history/migrations/index.ts";
import { isPresented } from "../../src/history/presented.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { readReleases } from "../../src/history/releases.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import type { Platform } from "../../src/model/index.ts";
import type { Json } from "../../src/text/json.ts";
import { control, platform, practice, rule, uses } from "../fixtures/records.ts";

const plain = (p: Platform) => JSON.parse(JSON.stringify(p)) as Json;
/** The presented changes between two states, by their paths. */
const presented = (before: Platform, after: Platform): string[] =>
  compare(plain(before), plain(after))
    .filter((change) => isPresented(change, plain(after)))
    .map((change) => change.path);

const minors = rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" });
const europe = uses("europe", "asked", { when: { regions: ["EEA"] } });
const rest = uses("rest", "on");
const withRules = (...rules: Platform["practices"][number]["rules"]): Platform =>
  platform([practice(rules)], { controls: [control("a"), control("b", { steps: ["One.", "Two."] })] });

describe("an order is a change to people only where it says something", () => {
  test("rules, where another answers first", () =>
    expect(presented(withRules(minors, europe, rest), withRules(europe, minors, rest))).toEqual([
      "/practices/@training/rules",
    ]));
  test("not where the same answers for everyone", () => {
    const brazil = uses("brazil", "off", { when: { regions: ["BR"] } });
    expect(presented(withRules(europe, brazil, rest), withRules(brazil, europe, rest))).toEqual([]);
  });
  test("rules for a country and for a place in it, and on days that both have", () => {
    const us = uses("us", "on", { when: { regions: ["US"], from: "2025-01" } });
    const california = uses("california", "off", { when: { regions: ["US-CA"], until: "2026-01-01" } });
    const earlier = uses("earlier", "off", { when: { regions: ["US-CA"], until: "2025-01-01" } });
    expect(presented(withRules(us, california, rest), withRules(california, us, rest))).toEqual([
      "/practices/@training/rules",
    ]);
    expect(presented(withRules(us, earlier, rest), withRules(earlier, us, rest))).toEqual([]);
  });
  test("not where a rule was only inserted or removed: that is the change", () => {
    expect(presented(withRules(europe, rest), withRules(minors, europe, rest))).toEqual([
      "/practices/@training/rules/@minors",
    ]);
    expect(presented(withRules(minors, europe, rest), withRules(europe, rest))).toEqual([
      "/practices/@training/rules/@minors",
    ]);
  });
  test("steps", () => {
    const after = withRules(rest);
    const reversed = {
      ...after,
      controls: after.controls.map((c) => ({ ...c, steps: [...c.steps].reverse() })),
    };
    expect(presented(after, reversed)).toEqual(["/controls/@a/steps", "/controls/@b/steps"]);
  });
  test.each<[string, (p: Platform) => Platform]>([
    ["controls", (p) => ({ ...p, controls: [...p.controls].reverse() })],
    ["sources", (p) => ({ ...p, sources: [...p.sources].reverse() })],
    ["regions", (p) => ({ ...p, practices: p.practices.map((x) => ({ ...x, rules: regionsReversed(x) })) })],
  ])("not %s", (_, edit) => {
    const before = withRules(uses("two", "on", { when: { regions: ["EEA", "CH"] } }), rest);
    expect(compare(plain(before), plain(edit(before))).length).toBeGreaterThan(0);
    expect(presented(before, edit(before))).toEqual([]);
  });
});

const regionsReversed = ({ rules }: Platform["practices"][number]) =>
  rules.map((r) => (r.when?.regions ? { ...r, when: { regions: [...r.when.regions].reverse() } } : r));

describe("the real releases", () => {
  const ledgers = readReleases("data");
  test("keep every order in their ledgers, and rebuild", () => {
    const orders = ledgers.flatMap((l) => l.changes).filter((c) => c.order !== undefined);
    expect(orders.length).toBeGreaterThan(200);
    expect(verifyReleases(ledgers)).toEqual([]);
  });
  test.each(ledgers.slice(1).map((l, i) => [l.version, ledgers[i]?.version as string] as const))(
    "%s: no order without a meaning, no pointer and no field name is shown",
    (version, previous) => {
      const at = (v: string) => migrateRecords(rebuild(ledgers, v), MIGRATIONS);
      const ledger = ledgers.find((l) => l.version === version);
      const found = describeChanges(
        ledger as (typeof ledgers)[number],
        at(previous),
        at(version),
        MIGRATIONS,
      );
      expect(found.length).toBeGreaterThan(0);
      expect(found.filter((c) => c.order && !/\/(rules|steps)$/.test(c.path)).map((c) => c.path)).toEqual([]);
      expect(found.filter((c) => /\/@|undefined|\[object|\{"|defaultState|dataUse/.test(c.summary))).toEqual(
        [],
      );
      expect(found.filter((c) => (c as Change).path.includes("schemaVersion"))).toEqual([]);
    },
  );
});
