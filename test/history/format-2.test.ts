import { describe, expect, test } from "vitest";
import { historyOf, stateAt } from "../../src/history/history.ts";
import { migrateRecord, migrateRecords } from "../../src/history/migrate.ts";
import { MIGRATIONS } from "../../src/history/migrations/index.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { cutRelease, readReleases } from "../../src/history/releases.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import {
  audience,
  operatorSchema,
  type Platform,
  platformSchema,
  SCHEMA_VERSION,
} from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import type { Records } from "../../src/records/load.ts";
import type { Json } from "../../src/text/json.ts";
import { testDataset } from "../fixtures/dataset.ts";

/* The first change of format, with the releases that were cut before it. */
const ledgers = readReleases("data").filter((ledger) => ledger.schemaVersion === 1);
const last = ledgers.at(-1)?.version as string;
const states = new Map(ledgers.map(({ version }) => [version, rebuild(ledgers, version)]));
const recordOf = (version: string, key: string) => states.get(version)?.get(key) as Json;

describe("releases in format 1", () => {
  test("there are five, and each is rebuilt in its own format", () => {
    expect([...states.keys()]).toEqual(["2026.11.1", "2026.11.2", "2026.11.3", "2026.11.4", "2026.11.5"]);
    for (const records of states.values())
      for (const record of records.values()) expect(record).toMatchObject({ schemaVersion: 1 });
    expect(verifyReleases(ledgers)).toEqual([]);
  });

  test.each([...states])("%s: every record keeps to format 2 once it is migrated", (_, records) => {
    for (const [key, record] of migrateRecords(records, MIGRATIONS)) {
      const schema = key.startsWith("platforms/") ? platformSchema : operatorSchema;
      expect([key, schema.safeParse(record).error?.issues ?? []]).toEqual([key, []]);
    }
  });

  test("migrating changes no answer of a practice", () => {
    interface Old {
      id: string;
      rules: { id: string; use: string; default?: string }[];
    }
    for (const [key, record] of states.get(last) as Records) {
      if (!key.startsWith("platforms/")) continue;
      const old = (record as unknown as { practices: Old[] }).practices;
      const { practices } = migrateRecord(key, record, MIGRATIONS) as unknown as Platform;
      expect(practices.map((p) => [p.id, p.rules.map((r) => [r.id, r.dataUse, r.defaultState])])).toEqual(
        old.map((p) => [p.id, p.rules.map((r) => [r.id, r.use, r.default])]),
      );
    }
  });
});

describe("what format 2 says that format 1 did not", () => {
  const linkedin = migrateRecord("platforms/linkedin", recordOf(last, "platforms/linkedin"), MIGRATIONS);
  const practice = (id: string) => (linkedin as unknown as Platform).practices.find((p) => p.id === id);

  test("kinds and model are those that were decided for the practice", () => {
    expect(practice("generative-training")).toMatchObject({
      model: "generative",
      purpose: "train-ai",
      kinds: expect.arrayContaining(["published"]),
    });
    expect(practice("predictive-training")).toMatchObject({ model: "other", purpose: "train-ai" });
  });
  test("controls have names, and rules the new fields, in their evidence too", () => {
    expect((linkedin as unknown as Platform).controls[0]).toHaveProperty("name");
    expect((linkedin as unknown as Platform).controls[0]).not.toHaveProperty("label");
    for (const { rules } of (linkedin as unknown as Platform).practices)
      for (const rule of rules) expect(Object.keys(rule.evidence)[0]).toBe("dataUse");
  });
  test("a permission names AI, unless it was decided that the clause does not", () => {
    const imdb = migrateRecord("platforms/imdb", recordOf(last, "platforms/imdb"), MIGRATIONS);
    const permissions = (record: Json) =>
      (record as unknown as Platform).practices
        .flatMap((p) => p.rules)
        .filter((r) => r.dataUse === "may-use")
        .map((r) => r.namesAi);
    expect(permissions(imdb)).toContain(false);
    expect(permissions(linkedin)).not.toContain(undefined);
  });
  test("a practice without a decision has the kinds of its data, or published", () => {
    const record = (data?: Json) => ({
      schemaVersion: 1,
      id: "unheard-of",
      controls: [],
      practices: [
        {
          id: "p",
          title: "P",
          purpose: "human-review",
          rules: [{ id: "r", use: "uses", ...(data && { data }) }],
        },
      ],
    });
    const kinds = (data?: Json) =>
      (migrateRecord("platforms/unheard-of", record(data), MIGRATIONS) as unknown as Platform).practices[0];
    expect(kinds({ includes: ["prompts", "posts", "photos"], excludes: [] })).toMatchObject({
      kinds: ["ai-interactions", "published"],
      model: "unstated",
      purpose: "human-review",
    });
    expect(kinds()?.kinds).toEqual(["published"]);
  });
});

describe("the releases after it", () => {
  const migrated = migrateRecords(states.get(last) as Records, MIGRATIONS);
  const edited = new Map(migrated);
  edited.set("platforms/linkedin", {
    ...(migrated.get("platforms/linkedin") as { [key: string]: Json }),
    summary: "Changed.",
  });
  const next = cutRelease(ledgers, edited, { date: "2026-12-01" });

  test("list what changed, and nothing of the format", () => {
    expect(next.changes.map((c) => [c.record, c.path])).toEqual([["platforms/linkedin", "/summary"]]);
    expect(next.schemaVersion).toBe(SCHEMA_VERSION);
    expect(verifyReleases([...ledgers, next], edited)).toEqual([]);
  });
  test("an old release answers in the present format, and its changes are named in it", () => {
    const history = historyOf(testDataset(), [...ledgers, next]);
    const { platforms, changes } = stateAt(history, "2026.11.4");
    const record = platforms.find((p) => p.id === "linkedin") as Platform;
    expect(resolve(record, audience({ region: "US", asOf: "2026-11-25" })).headline.verdict).toBe(
      "on-by-default",
    );
    const found = changes();
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((c) => /\/(use|default|label)(\/|$)|schemaVersion/.test(c.path))).toEqual([]);
  });
});
