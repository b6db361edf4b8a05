import { readFileSync } from "node:fs";
import { iso31661 } from "iso-3166/1.js";
import { iso31662 } from "iso-3166/2.js";
import { describe, expect, test } from "vitest";
import {
  canonicalRegion,
  isRegion,
  oneCode,
  REGION_GROUPS,
  regionCodes,
  regionIn,
  regionSchema,
  TERRITORIES,
} from "../../src/model/index.ts";
import { foldText } from "../../src/text/fold.ts";

const COUNTRIES = regionCodes();
const pairs = Object.entries(TERRITORIES).flatMap(([code, { also }]) =>
  also.map((other) => [code, other] as const),
);

describe("a place with two codes", () => {
  test.each(pairs)("%s and %s are one place", (code, other) => {
    expect([canonicalRegion(other), canonicalRegion(other.toLowerCase())]).toEqual([code, code]);
    for (const list of [...COUNTRIES.map((c) => [c]), [other], ["FR", "US"]])
      expect(regionIn(other, list), list.join()).toBe(regionIn(code, list));
    expect([regionIn(code, [other]), regionIn(other, [code])]).toEqual([true, true]);
  });

  test("no pair of ISO 3166 is missing: a subdivision with the code or the name of a country", () => {
    const words = (name: string) =>
      foldText(name)
        .replace(/ (sar|sheng|maakunta)$/, "")
        .replace(/\(.*\)/, "")
        .replace(/[^a-z]+/g, "");
    const missing = iso31662.flatMap((s) => {
      const [of = "", part = ""] = s.code.split("-");
      const country = iso31661.find(
        (c) => c.alpha2 !== of && ((c.alpha2 === part && s.parent === of) || words(c.name) === words(s.name)),
      );
      if (!country || pairs.some(([, other]) => other === s.code)) return [];
      return words(country.name) === words(s.name) || ["CN", "FR", "NL", "US"].includes(of)
        ? [`${s.code} ${s.name} / ${country.alpha2} ${country.name}`]
        : [];
    });
    // Places that only share a name or two letters.
    const others =
      /^(BE-WLX|GN-ML|NG-NI|US-GA|CN-(BJ|FJ|GD|GS|HN|SC|SD|SH|SN|SX|TJ)|NL-(FR|GE|GR|LI)|US-(AL|AR|AZ|CA|CO|DE|ID|IL|IN|KY|LA|MA|MD|ME|MN|MO|MS|MT|NC|NE|PA|SC|SD|TN|VA)) /;
    expect(missing.filter((line) => !others.test(line))).toEqual([]);
  });

  test("every code in the list is in ISO 3166, or an earlier code", () => {
    const earlier = ["FR-GF", "FR-GP", "FR-MQ", "FR-RE", "FR-YT"];
    expect(pairs.map(([, other]) => other).filter((code) => !isRegion(code))).toEqual(earlier);
    expect(Object.keys(TERRITORIES).filter((code) => !isRegion(code))).toEqual([]);
  });

  test("records write one of the codes", () => {
    for (const [code, other] of pairs) {
      expect(regionSchema.safeParse(code).success, code).toBe(true);
      expect(regionSchema.safeParse(other).error?.issues[0], other).toMatchObject({
        params: { suggestion: code },
      });
    }
  });

  test("docs/record.md has every territory", () => {
    const text = readFileSync("docs/record.md", "utf8");
    const own = Object.keys(TERRITORIES).filter((code) => !code.includes("-") && code !== "GB");
    expect(own.filter((code) => !new RegExp(`\\b${code}\\b`).test(text))).toEqual([]);
  });
});

describe("membership follows the treaties", () => {
  test.each<[place: string, eu: boolean, eea: boolean, country: string | null]>([
    ...["GF", "GP", "MF", "MQ", "RE", "YT"].map((code): [string, boolean, boolean, string] => [
      code,
      true,
      true,
      "FR",
    ]),
    ["PT-20", true, true, "PT"],
    ["PT-30", true, true, "PT"],
    ["ES-CN", true, true, "ES"],
    ["ES-CE", true, true, "ES"],
    ["AX", true, true, "FI"],
    ["BL", false, false, null],
    ["PF", false, false, null],
    ["NC", false, false, null],
    ["PM", false, false, null],
    ["WF", false, false, null],
    ["TF", false, false, null],
    ["AW", false, false, null],
    ["CW", false, false, null],
    ["SX", false, false, null],
    ["BQ", false, false, null],
    ["NL-BQ1", false, false, "BQ"],
    ["FO", false, false, null],
    ["GL", false, false, null],
    ["SJ", false, false, null],
    ["NO-22", false, false, null],
    ["NO-03", false, true, "NO"],
    ["GG", false, false, null],
    ["JE", false, false, null],
    ["IM", false, false, null],
    ["GI", false, false, null],
    ["GB-SCT", false, false, "GB"],
    ["PR", false, false, "US"],
    ["VI", false, false, "US"],
    ["UM-67", false, false, "US"],
    ["HK", false, false, null],
    ["MO", false, false, null],
    ["TW", false, false, null],
    ["XK", false, false, null],
  ])("%s: EU %s, EEA %s, inside %s", (place, eu, eea, country) => {
    expect([regionIn(place, ["EU"]), regionIn(place, ["EEA"])]).toEqual([eu, eea]);
    const countries = COUNTRIES.filter((c) => !(c in REGION_GROUPS) && c !== oneCode(place));
    expect(countries.filter((c) => regionIn(place, [c]))).toEqual(
      expect.arrayContaining(country === null ? [] : [country]),
    );
    if (country === null) expect(countries.filter((c) => regionIn(place, [c]))).toEqual([]);
  });

  test("a group is exactly its members", () => {
    for (const group of Object.values(REGION_GROUPS))
      for (const place of regionCodes(true))
        expect(regionIn(place, group.members), place).toBe(
          regionIn(place, [group === REGION_GROUPS.EU ? "EU" : "EEA"]),
        );
  });
});
