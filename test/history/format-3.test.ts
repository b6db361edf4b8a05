import { describe, expect, test } from "vitest";
import { migrateRecord, migrateRecords } from "../../src/history/migrate.ts";
import { MIGRATIONS } from "../../src/history/migrations/index.ts";
import { rebuild } from "../../src/history/rebuild.ts";
import { cutRelease, readReleases } from "../../src/history/releases.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import { type Platform, platformSchema } from "../../src/model/index.ts";
import type { Records } from "../../src/records/load.ts";
import type { Json } from "../../src/text/json.ts";

/** The releases in formats 1 and 2. */
const ledgers = readReleases("data").filter((ledger) => ledger.schemaVersion < 3);
const last = ledgers.at(-1)?.version as string;
const migrated = migrateRecords(rebuild(ledgers, last), MIGRATIONS);
const amazon = migrated.get("platforms/amazon") as unknown as Platform;

describe("format 3", () => {
  test("hosts have a role, and every record of an older release is valid", () => {
    expect(amazon.domains).toEqual([
      { host: "amazon.com", role: "main" },
      { host: "amazon.fr", role: "main" },
    ]);
    expect(amazon.otherDomains).toEqual(["aws.amazon.com"]);
    for (const [key, record] of migrated)
      if (key.startsWith("platforms/"))
        expect([key, platformSchema.safeParse(record).error]).toEqual([key, undefined]);
  });
  test("a withdrawal keeps its sentence", () => {
    const old = { schemaVersion: 2, id: "a", withdrawn: { date: "2026-01-02", reason: "It closed." } };
    expect(migrateRecord("platforms/a", old, MIGRATIONS)).toMatchObject({
      withdrawn: { date: "2026-01-02", reason: "unsupported", note: "It closed." },
    });
  });
  test("a host is named in changes, and the release across the change of format rebuilds", () => {
    const domains: Json = [
      { host: "amazon.com", role: "main" },
      { host: "amazon.fr", role: "country", country: "FR" },
      { host: "amzn.to", role: "short" },
    ];
    const edited = new Map<string, Json>(migrated as Records);
    edited.set("platforms/amazon", {
      ...(migrated.get("platforms/amazon") as { [key: string]: Json }),
      domains,
    });
    const next = cutRelease(ledgers, edited, { date: "2026-12-01" });
    expect(next.changes.map(({ path, after }) => [path, after])).toEqual([
      ["/domains/@amazon.fr/country", "FR"],
      ["/domains/@amazon.fr/role", "country"],
      ["/domains/@amzn.to", { host: "amzn.to", role: "short" }],
    ]);
    expect(verifyReleases([...ledgers, next], edited)).toEqual([]);
  });
});
