import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createApp, services } from "../../src/api/index.ts";
import type { Publication, Store, StoredPlatform } from "../../src/db/index.ts";
import type { Operator, Platform } from "../../src/model/index.ts";
import { aligned } from "../../src/text/table.ts";

/* How large the answers about the real platforms are, before compression. */

/** At most, in bytes: small enough for a phone on a slow network. */
const LINKEDIN = 12_200;
const MEDIAN = 8_000;

const recordsIn = <T>(folder: string): T[] =>
  readdirSync(`data/${folder}`).map(
    (file) => JSON.parse(readFileSync(`data/${folder}/${file}`, "utf8")) as T,
  );
const platforms = new Map(recordsIn<Platform>("platforms").map((p) => [p.id, p]));
const operators = new Map(recordsIn<Operator>("operators").map((o) => [o.id, o]));

const publication: Publication = {
  id: 1,
  version: "2026.11.5",
  digest: "digest",
  date: "2026-11-24",
  reviews: "reviews",
};

/** The records without a database: only what an answer about one platform reads. */
const store = {
  currentWith: async () => ({ publication, names: new Map() }),
  platforms: async (_: unknown, ids: readonly string[]): Promise<StoredPlatform[]> =>
    ids.map((id) => {
      const platform = platforms.get(id) as Platform;
      return {
        id,
        platform: JSON.stringify(platform),
        operator: JSON.stringify(operators.get(platform.operator) ?? null),
        ...{ added: "2026-11-01", changed: "2026-11-20" },
        ...{ state: "current", since: null, sources: "[]", through: "2026-11-23" },
      };
    }),
} as unknown as Store;

const app = createApp(services(store, { today: () => "2026-11-24" }));
const sizeOf = async (id: string, query: string): Promise<number> => {
  const response = await app.request(`/platforms/${id}?${query}`);
  expect(response.status, id).toBe(200);
  return (await response.arrayBuffer()).byteLength;
};

const median = (sizes: readonly number[]): number =>
  sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;

test.each(["region=US", "region=DE"])("answers are small: %s", async (query) => {
  const sizes = await Promise.all(
    [...platforms.keys()].map(async (id) => ({ id, bytes: await sizeOf(id, query) })),
  );
  const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 10);
  const all = median(sizes.map((s) => s.bytes));
  console.log(
    aligned(
      ["platform", "bytes"],
      [...largest.map(({ id, bytes }) => [id, String(bytes)]), ["(median)", String(all)]],
    ).join("\n"),
  );
  expect(sizes.find((s) => s.id === "linkedin")?.bytes).toBeLessThanOrEqual(LINKEDIN);
  expect(all).toBeLessThan(MEDIAN);
});

test("the record is left to those who ask for it", async () =>
  expect(await sizeOf("linkedin", "include=record,sources,events,evidence,myths")).toBeGreaterThan(
    4 * (await sizeOf("linkedin", "region=US")),
  ));
