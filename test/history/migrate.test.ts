import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { runMigrate } from "../../src/entry/cli/migrate.ts";
import { historyOf } from "../../src/history/history.ts";
import { type Migration, migrateRecord } from "../../src/history/migrate.ts";
import { MIGRATIONS } from "../../src/history/migrations/index.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import { type ReleaseLedger, SCHEMA_VERSION } from "../../src/model/index.ts";
import { type Records, recordsOf } from "../../src/records/load.ts";
import { canonical } from "../../src/text/canonical.ts";
import type { Json } from "../../src/text/json.ts";
import { testDataset } from "../fixtures/dataset.ts";

/* Two invented steps after the real ones: a renamed field, then a default written out. */
const STEPS: readonly Migration[] = [
  ...MIGRATIONS,
  {
    what: "summary becomes about",
    platform: ({ summary, ...rest }) => ({ ...rest, about: summary ?? null }),
    path: (path) => path.replace(/^\/summary$/, "/about"),
  },
  {
    what: "every rule says its data",
    platform: (record) => ({ ...record, dataStated: false }),
    operator: (record) => ({ ...record, seat: record["jurisdiction"] ?? null }),
  },
];
const migrated = (records: Records, steps = STEPS): Map<string, Json> =>
  new Map([...records].map(([key, record]) => [key, migrateRecord(key, record, steps)]));
/** The version after all steps. */
const LAST = STEPS.length + 1;
const bytes = (records: Iterable<[string, Json]>): string => canonical(Object.fromEntries(records));

test("the present version is one more than the steps there are", () =>
  expect(SCHEMA_VERSION).toBe(MIGRATIONS.length + 1));

describe("bringing a record forward", () => {
  test("step by step, from whichever version; one that is there already stays the same object", () => {
    const first = { schemaVersion: SCHEMA_VERSION, id: "a", summary: "x" };
    const last = migrateRecord("platforms/a", first, STEPS);
    expect(last).toEqual({ schemaVersion: LAST, id: "a", about: "x", dataStated: false });
    expect(
      migrateRecord(
        "platforms/a",
        migrateRecord("platforms/a", first, STEPS.slice(0, MIGRATIONS.length + 1)),
        STEPS,
      ),
    ).toEqual(last);
    expect(migrateRecord("platforms/a", last, STEPS)).toBe(last);
    expect(
      migrateRecord("operators/o", { schemaVersion: SCHEMA_VERSION, id: "o", jurisdiction: "US" }, STEPS),
    ).toEqual({
      schemaVersion: LAST,
      id: "o",
      jurisdiction: "US",
      seat: "US",
    });
  });
  test.each<[Json, string]>([
    [{ id: "a" }, `platforms/a: it has no schemaVersion. Write "schemaVersion": ${LAST}.`],
    [
      { schemaVersion: 9 },
      `platforms/a: schemaVersion 9 is newer than this code knows (${LAST}). Update the code: git pull && npm ci.`,
    ],
  ])("%j cannot be", (record, message) =>
    expect(() => migrateRecord("platforms/a", record, STEPS)).toThrow(message),
  );
});

describe("releases across a change of format", () => {
  const before = recordsOf(testDataset());
  const after = migrated(before);
  const changed = new Map(after);
  const alpha = structuredClone(after.get("platforms/alpha")) as {
    practices: { rules: { id: string }[] }[];
  };
  Object.assign(alpha.practices[0]?.rules.find((r) => r.id === "rest") as object, { defaultState: "asked" });
  changed.set("platforms/alpha", alpha as unknown as Json);
  const DEFAULT_ASKED = {
    record: "platforms/alpha",
    class: "policy",
    path: "/practices/@training/rules/@rest/defaultState",
    before: "on",
    after: "asked",
  };

  const ledgers: ReleaseLedger[] = [];
  ledgers.push(cutRelease(ledgers, before, { date: "2026-11-01" }));
  ledgers.push(cutRelease(ledgers, changed, { date: "2026-11-02", migrations: STEPS }));

  test("old releases rebuild to the bytes that they had", () => {
    expect(verifyReleases(ledgers, changed, STEPS)).toEqual([]);
    expect(bytes(rebuild(ledgers, "2026.11.1", STEPS))).toBe(bytes(before));
    expect(bytes(rebuild(ledgers, "2026.11.2", STEPS))).toBe(bytes(changed));
    expect(ledgers.map((l) => l.schemaVersion)).toEqual([SCHEMA_VERSION, SCHEMA_VERSION + 2]);
  });
  test("a ledger lists what the platform changed, and not what the format did", () =>
    expect(ledgers[1]?.changes).toEqual([DEFAULT_ASKED]));
  test("a change of format alone is nothing to release", () =>
    expect(() => cutRelease(ledgers.slice(0, 1), after, { date: "2026-11-02", migrations: STEPS })).toThrow(
      "Nothing changed since 2026.11.1.",
    ));
  test("records that do not follow from the migrated ones are found, forwards and backwards", () => {
    const other = STEPS.map((step, i) =>
      i === MIGRATIONS.length ? { ...step, platform: (record: { [key: string]: Json }) => record } : step,
    );
    expect(verifyReleases(ledgers, undefined, other).join("\n")).toContain(
      "2026.11.2: platforms/alpha, rebuilt forwards, has another hash than the ledger states",
    );
    expect(verifyReleases(ledgers, changed, other)).toContain(
      "2026.11.1: rebuilt backwards, it differs from its migrated records",
    );
  });
  test("what is published of an old release is in the present format, under the digest that it had", () => {
    const [old] = [...historyOf(testDataset(), ledgers, STEPS).states()];
    expect(old?.platforms[0]).toMatchObject({ schemaVersion: LAST, about: "An invented platform." });
    expect(old?.release.digest).toBe(testDataset().release.digest);
  });
  test("changes of an old release are in the present format too, with the class that they had", () => {
    const edited = new Map(before);
    const { summary: _, ...rest } = before.get("platforms/beta") as { [key: string]: Json };
    edited.set("platforms/beta", { ...rest, summary: "Other words." });
    const two = [...ledgers.slice(0, 1)];
    two.push(cutRelease(two, edited, { date: "2026-11-01" }));
    expect(two[1]?.changes.map((c) => c.path)).toEqual(["/summary"]);
    const [, second] = [...historyOf(testDataset(), two, STEPS).states()];
    expect(second?.changes()).toMatchObject([
      {
        path: "/about",
        class: "editorial",
        after: "Other words.",
        summary: expect.stringContaining("about"),
      },
    ]);
  });
});

describe("npm run migrate", () => {
  let dir: string;
  let out: string[];
  const file = () => join(dir, "platforms/bluesky.json");
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), "migrate-"));
    cpSync("data", dir, { recursive: true });
    out = [];
    vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
    vi.spyOn(console, "error").mockImplementation((line: string) => void out.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(dir, { recursive: true });
  });
  test("the records in data/ are of the present format", () => {
    expect(runMigrate({ data: dir, check: true })).toBe(0);
    expect(out).toEqual([`Every record is of format ${SCHEMA_VERSION}.`]);
  });
  test("--check writes nothing; without it every file is brought forward, once", () => {
    const before = readFileSync(file(), "utf8");
    expect([runMigrate({ data: dir, check: true }, STEPS), readFileSync(file(), "utf8")]).toEqual([
      1,
      before,
    ]);
    expect(runMigrate({ data: dir, check: false }, STEPS)).toBe(0);
    expect(JSON.parse(readFileSync(file(), "utf8"))).toMatchObject({
      schemaVersion: LAST,
      about: JSON.parse(before).summary,
    });
    expect(runMigrate({ data: dir, check: true }, STEPS)).toBe(0);
  });
  test("a file that is no JSON is named, and the others are brought forward", () => {
    writeFileSync(file(), "{");
    expect(runMigrate({ data: dir, check: false }, STEPS)).toBe(1);
    expect(out.join("\n")).toContain("bluesky.json is not JSON; `npm run validate` says where.");
    expect(JSON.parse(readFileSync(join(dir, "platforms/reddit.json"), "utf8"))).toMatchObject({
      schemaVersion: LAST,
    });
  });
});
