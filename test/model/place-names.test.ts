import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalRegion,
  isRegion,
  notARegion,
  regionCodes,
  regionName,
  regionsNamed,
} from "../../src/model/index.ts";
import { OTHER_NAMES } from "../../src/model/subdivisions/other-names.ts";

test("every other name of a subdivision leads to it, and none is a name that it has already", () => {
  for (const [code, names] of Object.entries(OTHER_NAMES)) {
    expect(isRegion(code), code).toBe(true);
    for (const name of names) expect(regionsNamed(name), name).toContain(code);
    expect(names, code).not.toContain(regionName(code));
  }
});

describe("text that is not a region", () => {
  test.each<[string, string[]]>([
    ["Germany", ["DE"]],
    ["Deutschland", ["DE"]],
    ["germany ", ["DE"]],
    ["España", ["ES"]],
    ["Schweiz", ["CH"]],
    ["日本", ["JP"]],
    ["California", ["US-CA"]],
    ["Kalifornien", ["US-CA"]],
    ["Bavaria", ["DE-BY"]],
    ["Bayern", ["DE-BY"]],
    ["North Rhine-Westphalia", ["DE-NW"]],
    ["Catalonia", ["ES-CT"]],
    ["Wien", ["AT-9"]],
    ["Vienna", ["AT-9"]],
    ["Schottland", ["GB-SCT"]],
    ["GER", ["DE"]],
    ["SUI", ["CH"]],
    ["Georgia", ["GE", "US-GA"]],
    ["England", ["GB-ENG"]],
    ["Scotland", ["GB-SCT"]],
    ["Great Britain", ["GB", "GB-GBN"]],
    ["United Kingdom", ["GB"]],
    ["U.S.A.", ["US"]],
    ["United States", ["US"]],
    ["South Korea", ["KR"]],
    ["North Korea", ["KP"]],
    ["Russia", ["RU"]],
    ["Turkey", ["TR"]],
    ["Türkiye", ["TR"]],
    ["Czech Republic", ["CZ"]],
    ["Holland", ["NL"]],
    ["Netherlands", ["NL"]],
    ["UAE", ["AE"]],
    ["Kosovo", ["XK"]],
    ["Hong Kong", ["HK"]],
    ["Réunion", ["RE"]],
    ["Reunion", ["RE"]],
    ["Puerto Rico", ["PR"]],
    ["Ivory Coast", ["CI"]],
    ["Vietnam", ["VN"]],
    ["en-US", ["US"]],
    ["pt-BR", ["BR"]],
    ["zh-Hant-TW", ["TW"]],
    ["US-ZZ", ["US"]],
    ["840", ["US"]],
    ["EL", ["GR"]],
    ["XI", ["GB-NIR"]],
    ["EUR", ["EU"]],
    ["Germeny", ["DE"]],
    ["EFTA", []],
    ["world", []],
    ["LATAM", []],
    ["GDPR", []],
    ["APAC", []],
    ["DE-XX", ["DE"]],
    ["AN", ["BQ", "CW", "SX"]],
    ["IC", ["ES-CN"]],
    ["Germny", ["DE"]],
    // Not a place: no code is suggested.
    ["XX", []],
    ["ZZ", []],
    ["T1", []],
    ["O1", []],
    ["A1", []],
    ["A2", []],
    ["QQ", []],
    ["12", []],
    ["", []],
  ])("%s: %j", (written, codes) => {
    expect(canonicalRegion(written)).toBeUndefined();
    expect(notARegion(written).codes).toEqual(codes);
  });

  test.each(["XX", "ZZ", "T1", "O1", "A1", "A2", "AP", "AN", "UN", "SU"])("%s is explained", (code) =>
    expect(notARegion(code).explanation).toMatch(new RegExp(`^${code} (is|was) `)),
  );

  test.each([
    ["UK", "GB"],
    ["uk", "GB"],
    ["EU", "EU"],
    ["XK", "XK"],
    ["XKX", "XK"],
    ["USA", "US"],
    ["DEU", "DE"],
    ["SA", "SA"],
    ["UK-SCT", "GB-SCT"],
  ])("%s is a region: %s", (written, code) => expect(canonicalRegion(written)).toBe(code));

  test("every suggestion is a region", () =>
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[A-Za-z]{1,3}([-_ ][A-Za-z0-9]{1,3})?$/)),
        (text) => notARegion(text).codes.every((code) => isRegion(code) && canonicalRegion(code) === code),
      ),
    ));

  test("every country is found by its English name", () => {
    const unknown = regionCodes().filter((code) => {
      const name = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
      const said = code.length === 2 ? name.of(code) : undefined;
      return said !== undefined && !regionsNamed(said).includes(code);
    });
    expect(unknown).toEqual([]);
  });
});
