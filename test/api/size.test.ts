import { expect, test } from "vitest";
import { createApp, services } from "../../src/api/index.ts";
import { aligned } from "../../src/text/table.ts";
import { realRecords } from "../fixtures/real-records.ts";

/* How large the answers about the real platforms are, before compression. */

/** At most, in bytes: small enough for a phone on a slow network. */
const LINKEDIN = 12_500;
const MEDIAN = 8_000;

const { ids, store } = realRecords();
const app = createApp(services(store, { today: () => "2026-11-24" }));
const sizeOf = async (id: string, query: string): Promise<number> => {
  const response = await app.request(`/platforms/${id}?${query}`);
  expect(response.status, id).toBe(200);
  return (await response.arrayBuffer()).byteLength;
};

const median = (sizes: readonly number[]): number =>
  sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;

test.each(["region=US", "region=DE"])("answers are small: %s", async (query) => {
  const sizes = await Promise.all(ids.map(async (id) => ({ id, bytes: await sizeOf(id, query) })));
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
