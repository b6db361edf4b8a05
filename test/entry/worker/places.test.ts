import { expect, test } from "vitest";
import { SUBDIVISIONS } from "#subdivisions";
import { Problem } from "../../../src/api/index.ts";
import { withSubdivisions } from "../../../src/entry/worker/places.ts";
import { canonicalRegion, regionName, useSubdivisions } from "../../../src/model/index.ts";

const ask = async (handle: ReturnType<typeof withSubdivisions>, path: string) =>
  handle(new Request(`https://data.example${path}`), {});

test("the list is read before the first answer, again after a failure, then no more, and never for /healthz", async () => {
  let reads = 0;
  let deployed = false;
  let known: string | undefined;
  const handle = withSubdivisions(
    () => new Response(known ?? "unknown"),
    async () => {
      reads++;
      if (!deployed) throw new Problem("unavailable", "subdivisions.txt was not deployed.");
      return "US|CA California";
    },
    {
      isKnown: () => known !== undefined,
      use(list) {
        known = list;
      },
    },
  );

  expect(await (await ask(handle, "/healthz")).text()).toBe("unknown");
  expect(reads).toBe(0);
  const failed = await ask(handle, "/platforms");
  expect([failed.status, failed.headers.get("Content-Type")]).toEqual([
    503,
    "application/problem+json; charset=utf-8",
  ]);
  expect(await failed.json()).toMatchObject({ detail: "subdivisions.txt was not deployed." });

  deployed = true;
  const first = await Promise.all([ask(handle, "/platforms"), ask(handle, "/platforms/x")]);
  expect(await Promise.all(first.map((r) => r.text()))).toEqual(["US|CA California", "US|CA California"]);
  // Each for itself: a request must not wait for another one's work.
  expect(reads).toBe(3);
  await ask(handle, "/platforms");
  expect(reads).toBe(3);
});

test("the list that is given is the one that is used", () => {
  try {
    useSubdivisions("DE|BY Bayern\nUS|CA Kalifornien");
    expect([canonicalRegion("us_ca"), canonicalRegion("US-TX"), regionName("US-CA")]).toEqual([
      "US-CA",
      undefined,
      "Kalifornien",
    ]);
  } finally {
    useSubdivisions(SUBDIVISIONS);
  }
  expect([canonicalRegion("US-TX"), regionName("US-CA")]).toEqual(["US-TX", "California"]);
});
