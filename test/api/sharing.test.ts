import { describe, expect, test } from "vitest";
import { BodyCache, finishedBody } from "../../src/api/http/cache.ts";
import { CurrentPublication } from "../../src/api/http/current.ts";

/* Requests share work only where they may: on Workers, what a request began can end with it and never finish. */

const PUBLICATION = { id: 1, version: "2026.11.1", digest: "d", date: "2026-11-20" };
const never = () => new Promise<never>(() => {});

describe.each([true, false])("sharing: %s", (shares) => {
  test("of a body that is being computed", async () => {
    let computations = 0;
    const cache = new BodyCache(1000, shares);
    const compute = () => {
      computations++;
      return finishedBody("text", "text/plain");
    };
    await Promise.all([cache.of("a", compute), cache.of("a", compute)]);
    expect(computations).toBe(shares ? 1 : 2);
  });

  test("of the pointer", async () => {
    let reads = 0;
    const current = new CurrentPublication(1000, shares);
    const read = async () => {
      reads++;
      return PUBLICATION;
    };
    await Promise.all([current.get(read), current.get(read)]);
    expect(reads).toBe(shares ? 1 : 2);
  });
});

test("a request is answered though another one's work never ends, where they do not share it", async () => {
  const cache = new BodyCache(1000, false);
  void cache.of("a", never);
  expect((await cache.of("a", () => finishedBody("text", "text/plain"))).contentType).toBe("text/plain");
  const current = new CurrentPublication(10, false);
  await current.get(async () => PUBLICATION);
  await new Promise((resolve) => setTimeout(resolve, 6));
  // Nothing is read in the background: it would not end either.
  expect(current.recent(never)).toBe(PUBLICATION);
  await new Promise((resolve) => setTimeout(resolve, 6));
  void current.get(never);
  expect(await current.get(async () => PUBLICATION)).toBe(PUBLICATION);
});
