import { describe, expect, test } from "vitest";
import { ALL_DIMENSIONS, canonicalRegion } from "../../src/model/index.ts";
import { type AudienceReader, parseAudience, parseFacet } from "../../src/policy/index.ts";
import { nearest } from "../../src/text/nearest.ts";

const READER: AudienceReader = {
  region: canonicalRegion,
  expectedRegion: "a region",
  notARegion: (written) => ({
    explanation: undefined,
    codes: [nearest(written, ["DE", "FR"])].flatMap((x) => x ?? []),
  }),
  nearest,
};
const parse = (raw: Record<string, unknown>) => parseAudience(raw, READER, "2026-11-24");

describe("parsing an audience", () => {
  test("values that are not given take their defaults", () =>
    expect(parse({})).toEqual({
      audience: { region: null, plan: "free", age: "adult", account: "signed-in", asOf: "2026-11-24" },
    }));
  test("values may be written as people write them", () =>
    expect(parse({ region: " uk ", plan: "Business", asOf: "2024-10-01" })).toMatchObject({
      audience: { region: "GB", plan: "business", asOf: "2024-10-01" },
    }));
  test("a region of null is the rest of the world", () =>
    expect(parse({ region: null })).toMatchObject({ audience: { region: null } }));
  test("every fault is reported, with what is expected and the nearest valid value", () =>
    expect(parse({ regoin: "DE", plan: "bussiness", age: 17, region: "DEE", asOf: "2025-02-30" })).toEqual({
      faults: [
        {
          facet: "regoin",
          value: "DE",
          expected: "part of an audience (region, plan, age, account, asOf)",
          suggestions: ["region"],
        },
        { facet: "region", value: "DEE", expected: "a region", suggestions: ["DE"] },
        {
          facet: "plan",
          value: "bussiness",
          expected: "one of free, paid, business, enterprise, education, api",
          suggestions: ["business"],
        },
        { facet: "age", value: 17, expected: "one of minor, adult", suggestions: [] },
        {
          facet: "asOf",
          value: "2025-02-30",
          expected: "a valid date (YYYY-MM-DD)",
          suggestions: [],
        },
      ],
    }));
  test.each(ALL_DIMENSIONS.map((d) => [d.facet, d] as const))(
    "%s accepts its example and all of its values, and refuses others",
    (_, dimension) => {
      for (const value of [dimension.example, ...(dimension.values ?? [])])
        expect(parseFacet(dimension, value, READER)).toEqual({ value });
      for (const wrong of ["", "toString", "constructor", 1, {}])
        expect(parseFacet(dimension, wrong, READER)).toHaveProperty("expected");
    },
  );
});
