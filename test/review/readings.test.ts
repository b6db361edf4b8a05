import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { historyOf, loadHistory, stateAt } from "../../src/history/history.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { agreementSchema, type Platform } from "../../src/model/index.ts";
import { recordsOf } from "../../src/records/load.ts";
import { draw } from "../../src/review/agreement/draw.ts";
import { pooledAgreement } from "../../src/review/agreement/pooled.ts";
import { agreementOfReadings, readingsFolder } from "../../src/review/agreement/readings.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { platform, practice, rule, uses } from "../fixtures/records.ts";

describe("the draw", () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,12}$/), { minLength: 1, maxLength: 30 });

  test("depends on the seed and the ids, not on their order, and a longer one continues a shorter one", () =>
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(), (all, seed, n) => {
        const count = (n % all.length) + 1;
        const drawn = draw(all, seed, count);
        expect(new Set(drawn).size).toBe(count);
        expect(all).toEqual(expect.arrayContaining(drawn));
        expect(draw(all.toReversed(), seed, count)).toEqual(drawn);
        expect(draw(all, seed, all.length).slice(0, count)).toEqual(drawn);
      }),
    ));

  test("anyone can repeat it: ids in the order of the SHA-256 of seed, slash and id", () =>
    // printf 2026.12.1/a | sha256sum
    expect(draw(["a", "b", "c", "d"], "2026.12.1", 4)).toEqual(["c", "a", "b", "d"]));

  test.each([0, 3, 1.5])("%s of two cannot be drawn", (count) =>
    expect(() => draw(["a", "b"], "seed", count)).toThrow(RangeError),
  );
});

describe("several platforms together", () => {
  const says = (...rules: Parameters<typeof practice>[0]) => platform([practice(rules)]);
  const field = (found: ReturnType<typeof pooledAgreement>, name: string) =>
    found.fields.find((f) => f.field === name);

  test("each answer counts once, whichever platform it is of", () => {
    const found = pooledAgreement(
      [
        [says(uses("all", "on")), says(uses("all", "on"))],
        [says(rule("all")), says(rule("all", { dataUse: "does-not-use" }))],
      ],
      "2026-12-01",
    );
    // Observed 1/2, expected by chance 1/4.
    expect(field(found, "dataUse")).toEqual({ field: "dataUse", items: 2, agreed: 1, kappa: 0.3333 });
    expect(found.practices).toEqual({ matched: 2, onlyFirst: 0, onlySecond: 0 });
  });

  test("only the answers of the day count", () => {
    const past = says(uses("since", "on", { when: { from: "2026-01-01" } }), rule("before"));
    const pairs = [[past, says(uses("all", "on"))]] as const;
    expect(field(pooledAgreement(pairs, "2026-12-01"), "dataUse")).toMatchObject({ items: 1, agreed: 1 });
    expect(field(pooledAgreement(pairs, "2025-12-01"), "dataUse")).toMatchObject({ items: 1, agreed: 0 });
  });
});

describe("the second readings of a release", () => {
  const dataset = testDataset();
  const ledger = cutRelease([], recordsOf(dataset), { date: "2026-12-01" });
  const state = () => stateAt(historyOf(dataset, [ledger]));
  let root: string;
  const keep = (id: string, record: unknown) =>
    writeFileSync(join(readingsFolder(root, ledger.version), `${id}.json`), JSON.stringify(record));
  const drawn = (count: number) =>
    draw(
      dataset.platforms.map(({ id }) => id),
      ledger.version,
      count,
    );
  const recordOf = (id: string) => dataset.platforms.find((p) => p.id === id) as Platform;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "readings-"));
    mkdirSync(readingsFolder(root, ledger.version), { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("are compared with its records, and the result can be kept in a ledger", () => {
    for (const id of drawn(2)) keep(id, recordOf(id));
    const found = agreementOfReadings(root, state());
    expect(found).toMatchObject({ release: ledger.version, day: "2026-12-01", platforms: drawn(2) });
    expect(found.fields.every(({ items, agreed }) => items === agreed)).toBe(true);
    expect(agreementSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    const next = cutRelease(
      [ledger],
      recordsOf({ ...dataset, platforms: dataset.platforms.map((p) => ({ ...p, summary: "Another." })) }),
      { date: "2026-12-02", agreement: found },
    );
    expect(next.agreement).toEqual(found);
  });

  test("must be those that are drawn", () => {
    const other = dataset.platforms.find(({ id }) => !drawn(1).includes(id)) as Platform;
    keep(other.id, other);
    expect(() => agreementOfReadings(root, state())).toThrow(
      `Missing: ${drawn(1)[0]}; not drawn: ${other.id}.`,
    );
  });

  test("must keep to the schema", () => {
    keep(drawn(1)[0] as string, { ...recordOf(drawn(1)[0] as string), category: "socail" });
    expect(() => agreementOfReadings(root, state())).toThrow("is not a valid platform record");
  });

  test("must be there", () =>
    expect(() => agreementOfReadings(root, state())).toThrow("There are no second readings in"));
});

test("what our releases report is what the readings in data/readings give", () => {
  const history = loadHistory("data");
  for (const { agreement } of history.ledgers)
    if (agreement)
      expect(agreementOfReadings("data", stateAt(history, agreement.release))).toEqual(agreement);
});
