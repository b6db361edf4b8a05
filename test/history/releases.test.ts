import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { apply } from "../../src/history/compare.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { ReleaseError } from "../../src/history/release-error.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import { byVersion, nextVersion } from "../../src/history/versions.ts";

import type { PlatformEvent, ReleaseLedger, Rule } from "../../src/model/index.ts";

import { type Records, recordsOf } from "../../src/records/load.ts";
import { canonical } from "../../src/text/canonical.ts";
import type { Json } from "../../src/text/json.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { event } from "../fixtures/records.ts";

const first = recordsOf(testDataset());
const withEdit = (records: Records, key: string, path: string, before: Json, after: Json): Records =>
  new Map([...records].map(([k, v]) => [k, k === key ? (apply(v, [{ path, before, after }]) as Json) : v]));
const bytes = (records: Records): string => canonical(Object.fromEntries(records));
const series = (states: readonly Records[]): ReleaseLedger[] => {
  const ledgers: ReleaseLedger[] = [];
  for (const records of states)
    ledgers.push(
      cutRelease(ledgers, records, { date: `2026-11-${String(ledgers.length + 1).padStart(2, "0")}` }),
    );
  return ledgers;
};

const ALPHA = "platforms/alpha";
const DEFAULT_STATE = "/practices/@training/rules/@rest/defaultState";

describe("cutting a release", () => {
  test("one default edited in one record is exactly one policy change", () => {
    const [, second] = series([first, withEdit(first, ALPHA, DEFAULT_STATE, "on", "asked")]);
    expect(second?.changes).toEqual([
      { record: ALPHA, class: "policy", path: DEFAULT_STATE, before: "on", after: "asked" },
    ]);
    expect(second?.notes.generated).toEqual([
      "Alpha (policy): “Training”, everyone: the default changed from on by default to asked first, with nothing preselected",
    ]);
    expect([second?.version, second?.previous?.version]).toEqual(["2026.11.2", "2026.11.1"]);
  });
  test("the first release records everything", () => {
    const [ledger] = series([first]);
    expect(ledger?.changes.map((c) => [c.record, c.path, c.class])).toEqual(
      [...first.keys()].map((k) => [k, "", "evidence"]),
    );
    expect(Object.keys(ledger?.records ?? {})).toEqual([...first.keys()]);
  });
  test.each<[string, Json, Json, string]>([
    ["/summary", "An invented platform.", "Another.", "editorial"],
    ["/sources/@help/title", "Help", "Help centre", "evidence"],
    ["/controls/@setting/protects", "fully", "partly", "policy"],
    ["/controls/@setting/name", "Use my data for AI", "AI", "editorial"],
    ["/events/@start/dates", { effective: "2024-09" }, { effective: "2024-08" }, "correction"],
    ["/practices/@training/rules/@rest/evidence/dataUse", ["policy#ai"], ["help"], "evidence"],
    [
      "/review",
      { verified: "2026-11-01", openQuestions: [] },
      { verified: "2026-11-02", openQuestions: [] },
      "editorial",
    ],
  ])("%s is proposed as its class", (path, before, after, cls) => {
    const [, second] = series([first, withEdit(first, ALPHA, path, before, after)]);
    expect([...new Set(second?.changes.map((c) => c.class))]).toEqual([cls]);
  });
  test("a person can say that it was a correction", () => {
    const ledgers = series([first]);
    expect(
      cutRelease(ledgers, withEdit(first, ALPHA, DEFAULT_STATE, "on", "off"), {
        date: "2026-11-24",
        classes: { [ALPHA]: "correction" },
      }).changes[0]?.class,
    ).toBe("correction");
  });
  test("what a person says of a record is why its answers changed, and does not apply to its sources or words", () => {
    const ledgers = series([first]);
    const both = withEdit(
      withEdit(first, ALPHA, DEFAULT_STATE, "on", "off"),
      ALPHA,
      "/summary",
      "An invented platform.",
      "Another.",
    );
    const { changes } = cutRelease(ledgers, both, { date: "2026-11-24", classes: { [ALPHA]: "correction" } });
    expect(changes.map((c) => [c.path, c.class])).toEqual([
      [DEFAULT_STATE, "correction"],
      ["/summary", "editorial"],
    ]);
  });
  test("nothing changed, a record gone, or a day before the last: refused", () => {
    const ledgers = series([first]);
    const cut =
      (records: Records, date = "2026-11-24") =>
      () =>
        cutRelease(ledgers, records, { date });
    expect(cut(first)).toThrow(new ReleaseError("Nothing changed since 2026.11.1."));
    expect(cut(new Map([...first].slice(1)))).toThrow("operators/child is gone. Records are never deleted");
    expect(cut(withEdit(first, ALPHA, DEFAULT_STATE, "on", "off"), "2026-10-31")).toThrow(
      "A release of 2026-10-31 cannot follow 2026.11.1 of 2026-11-01.",
    );
    expect(cut(first, "yesterday")).toThrow("yesterday is not a valid date");
  });
  test("versions count within their month", () => {
    expect([
      nextVersion(undefined, "2026-11-24"),
      nextVersion("2026.11.9", "2026-11-30"),
      nextVersion("2026.11.9", "2026-12-01"),
    ]).toEqual(["2026.11.1", "2026.11.10", "2026.12.1"]);
    expect(["2026.11.10", "2026.2.1", "2026.11.9", "2025.12.3"].sort(byVersion)).toEqual([
      "2025.12.3",
      "2026.2.1",
      "2026.11.9",
      "2026.11.10",
    ]);
  });
});

describe("rebuilding", () => {
  /** Edits of a state: rules moved, defaults and notes changed, records added. */
  const arbEdit = fc.record({
    platform: fc.constantFrom("alpha", "beta", "gamma"),
    what: fc.constantFrom("defaultState", "note", "move", "add", "events", "rename"),
    n: fc.nat(999),
  });
  const edit = (
    records: Records,
    { platform, what, n }: { platform: string; what: string; n: number },
  ): Records => {
    const next = structuredClone(new Map(records));
    if (what === "add") return next.set(`platforms/new-${n}`, { id: `new-${n}`, n });
    // A platform that was renamed is found by its first name.
    const key = [...next].find(
      ([k, r]) => k === `platforms/${platform}` || (r as { aliases?: string[] }).aliases?.includes(platform),
    )?.[0] as string;
    const record = next.get(key) as unknown as {
      aliases?: string[];
      practices: { rules: Rule[] }[];
      events: PlatformEvent[];
    };
    if (what === "rename" && !next.has(`platforms/${platform}-${n}`)) {
      next.delete(key);
      const id = `${platform}-${n}`;
      const former = key.slice("platforms/".length);
      next.set(`platforms/${id}`, {
        ...(record as object),
        id,
        aliases: [...(record.aliases ?? []), former],
      });
    }
    const rules = record.practices[0]?.rules ?? [];
    if (what === "defaultState") Object.assign(rules[n % rules.length] as object, { defaultState: `d${n}` });
    if (what === "note") Object.assign(rules[0] as object, { note: `n${n}` });
    if (what === "move") rules.push(...rules.splice(0, n % (rules.length + 1)));
    if (what === "events")
      record.events.splice(
        n % (record.events.length + 1),
        n % 2,
        event(`e${n}`, "announced", { announced: "2026" }),
      );
    return next;
  };

  test("for random edits every release rebuilds byte for byte, forwards and backwards", () => {
    fc.assert(
      fc.property(fc.array(fc.array(arbEdit, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (rounds) => {
        const states: Records[] = [first];
        for (const edits of rounds) {
          const next = edits.reduce(edit, states.at(-1) as Records);
          if (bytes(next) !== bytes(states.at(-1) as Records)) states.push(next);
        }
        const ledgers = JSON.parse(JSON.stringify(series(states))) as ReleaseLedger[];
        expect(verifyReleases(ledgers, states.at(-1))).toEqual([]);
        for (const [i, state] of states.entries())
          expect(bytes(rebuild(ledgers, ledgers[i]?.version ?? ""))).toBe(
            bytes(new Map([...state].sort(([a], [b]) => (a < b ? -1 : 1)))),
          );
      }),
      { numRuns: 60 },
    );
  });
  test("a renamed record is a move: small, found under both ids, and with what else changed in it", () => {
    const renamed = (records: Records, from: string, to: string): Records => {
      const { [`platforms/${from}`]: record, ...rest } = Object.fromEntries(records);
      const { aliases = [], ...fields } = record as { aliases?: string[] };
      const moved = {
        ...fields,
        id: to,
        aliases: [...aliases.filter((a) => a !== to), from],
      } as unknown as Json;
      return new Map(
        Object.entries({ ...rest, [`platforms/${to}`]: moved }).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
    };
    const second = withEdit(
      renamed(first, "alpha", "alpha-old"),
      "platforms/alpha-old",
      "/name",
      "Alpha",
      "Old",
    );
    const third = withEdit(
      renamed(second, "alpha-old", "omega"),
      "platforms/omega",
      DEFAULT_STATE,
      "on",
      "asked",
    );
    const ledgers = series([first, second, third]);
    expect(ledgers[1]?.changes).toEqual([
      { record: "platforms/alpha-old", renamedFrom: ALPHA, class: "editorial", path: "" },
      {
        record: "platforms/alpha-old",
        class: "editorial",
        path: "/aliases",
        before: ["alpha-old"],
        after: ["alpha"],
      },
      { record: "platforms/alpha-old", class: "editorial", path: "/name", before: "Alpha", after: "Old" },
    ]);
    expect(ledgers[1]?.notes.generated[0]).toMatch(/^Old \(wording\): alpha is now alpha-old; /);
    expect(ledgers[2]?.changes.map((c) => [c.path, c.class])).toEqual([
      ["", "editorial"],
      ["/aliases", "editorial"],
      [DEFAULT_STATE, "policy"],
    ]);
    expect(verifyReleases(ledgers, third)).toEqual([]);
    for (const [i, state] of [first, second, third].entries())
      expect(bytes(rebuild(ledgers, ledgers[i]?.version ?? ""))).toBe(bytes(state));
    const lost = renamed(first, "alpha", "omega");
    const without = withEdit(lost, "platforms/omega", "/aliases", ["alpha-old", "alpha"], ["alpha-old"]);
    expect(() => cutRelease(ledgers.slice(0, 1), without, { date: "2026-11-24" })).toThrow(
      "a renamed one keeps its former id among its aliases",
    );
  });
  test("an edited ledger is found, wherever it was edited", () => {
    const ledgers = series([first, withEdit(first, ALPHA, DEFAULT_STATE, "on", "asked")]);
    const tampered = (change: (l: ReleaseLedger[]) => void) => {
      const copy = structuredClone(ledgers);
      change(copy);
      return verifyReleases(copy).join("\n");
    };
    expect(tampered((l) => Object.assign(l[1]?.changes[0] as object, { after: "off" }))).toContain(
      "2026.11.2: the ledger was edited",
    );
    expect(tampered((l) => Object.assign(l[0]?.notes as object, { written: "x" }))).toContain(
      "2026.11.1: the ledger was edited",
    );
    expect(tampered((l) => l.shift())).toContain("2026.11.2: it follows 2026.11.1, which is missing");
    expect(tampered((l) => Object.assign(l[1]?.changes[0] as object, { before: "off" }))).toContain(
      'found "on", expected "off"',
    );
  });
  test("a release that is not there", () =>
    expect(() => rebuild([], "2026.11.1")).toThrow("There is no release 2026.11.1."));
});

describe("notes", () => {
  const notesOf = (after: Records): string[] => series([first, after])[1]?.notes.generated ?? [];
  test("name what changed by its title; an order that means nothing is not a change", () => {
    const move = (list: string) => {
      const records = structuredClone(new Map(first));
      const record = records.get(ALPHA) as { [key: string]: Json[] };
      record[list]?.reverse();
      return records;
    };
    expect(notesOf(move("sources"))).toEqual([]);
    expect(notesOf(move("domains"))).toEqual([]);
    expect(
      notesOf(
        withEdit(
          first,
          ALPHA,
          "/controls/@setting/steps",
          ["Open the settings.", "Switch it off."],
          ["Switch it off.", "Open the settings."],
        ),
      ),
    ).toEqual(["Alpha (wording): control “Use my data for AI”: steps in another order"]);
  });
});
