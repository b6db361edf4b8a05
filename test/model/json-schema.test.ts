import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import { jsonSchemaOf } from "../../src/authoring/generated.ts";
import {
  exceptionsSchema,
  isDay,
  isPartialDate,
  isRegion,
  isWebUrl,
  operatorSchema,
  platformSchema,
  watchStateSchema,
} from "../../src/model/index.ts";
import { unsafeCharacters } from "../../src/text/characters.ts";
import { completeOperator, completePlatform } from "../fixtures/complete.ts";

/*
 * The published JSON Schemas give the verdicts of the model's own schemas, so that editors and other programs
 * find what `npm run validate` finds. What a JSON Schema cannot say is listed here, and nothing else.
 */

const ajv = addFormats.default(new Ajv2020.default({ strict: false, logger: false }));
const strings = (schema: z.ZodType, name: string) => ({
  schema,
  published: ajv.compile(jsonSchemaOf(schema, name)),
});
const PLATFORM = strings(platformSchema, "platform");
const SCHEMAS = {
  platform: { ...PLATFORM, valid: completePlatform as unknown },
  operator: {
    ...strings(operatorSchema, "operator"),
    valid: completeOperator as unknown,
  },
  exceptions: {
    ...strings(exceptionsSchema, "exceptions"),
    valid: {
      $schema: "../schema/exceptions.schema.json",
      exceptions: [
        { code: "CON001", record: "platforms/a", pointer: "/a/@b", reason: "It is so.", until: "2027-01-31" },
      ],
    } as unknown,
  },
  watch: {
    ...strings(watchStateSchema, "watch"),
    valid: {
      schemaVersion: 1,
      archives: { "a/b": { head: "0".repeat(40), date: "2026-11-01", fetched: "2026-11-02" } },
      records: {
        "platforms/a": {
          state: "source-changed",
          since: "2026-10-01",
          sources: ["policy"],
          archives: ["a/b"],
        },
      },
    } as unknown,
  },
};

/** What no JSON Schema says: joiners and variation selectors in their places, characters beyond the BMP, NFC, five thousand subdivisions. */
const beyond = (text: string): boolean =>
  text.normalize("NFC") !== text ||
  unsafeCharacters(text).some(
    ({ codePoint }) =>
      codePoint > 0xffff ||
      (codePoint >= 0xd800 && codePoint < 0xe000) ||
      [0x200c, 0x200d].includes(codePoint) ||
      (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
      (codePoint >= 0x180b && codePoint <= 0x180f),
  ) ||
  /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(text);

type Path = (string | number)[];
/** The paths of every string in a value. */
function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value === "string") yield path;
  else if (value !== null && typeof value === "object")
    for (const [key, member] of Object.entries(value))
      yield* leaves(member, [...path, Array.isArray(value) ? Number(key) : key]);
}
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

/** Characters that rules are about, more often than chance has them. */
const unit = fc.oneof(
  fc.constantFrom(
    ..."aZé09 .-_/:#?@%&=~'\"<>[]{}|\\^`+*;,!$()",
    "\n",
    "\r",
    "\t",
    "\u0000",
    "\u0007",
    "\u00a0",
    "\u00ad",
    "\u0301",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2028",
    "\u3000",
    "\ufeff",
    "\ufffd",
    "\uffff",
    "\ue000",
    "\ud83d",
    "😀",
    "日",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
);
const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const replacement: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom("a", "é", "😀", " b"), minLength: 40, maxLength: 700, size: "max" }),
  fc.string({ unit, maxLength: 12 }).map((s) => `https://example.com/${s}`),
  fc.string({ unit, maxLength: 6 }).map((s) => `https://${s}.example.org`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join("-")),
  fc.tuple(digits(4), digits(2)).map((parts) => parts.join("-")),
  fc.stringMatching(/^(\d{2}00|\d{3}[048])-02-29$/),
  fc.constantFrom("EU", "EEA", "DE", "de", "UK", "XX", "US-CA", "GB ", "0000", "0000-02-29", "2024-13"),
  fc.stringMatching(/^[a-z0-9-]{1,90}$/),
  fc.stringMatching(/^([a-z0-9-]{1,5}\.){1,3}[a-z]{1,4}$/),
  fc.stringMatching(/^(operator:)?[a-z-]{1,5}(#[a-z-]{1,5})?$/),
  fc.constantFrom(null, 0, 1.5, true, [], {}, "platform", ["a"], { a: 1 }),
);

const verdicts = ({ schema, published }: ReturnType<typeof strings>, value: unknown) => ({
  model: schema.safeParse(value).success,
  published: published(value),
});

describe.each(Object.entries(SCHEMAS))("%s", (_, { valid, ...both }) => {
  test("the example is valid for both", () =>
    expect(verdicts(both, valid)).toEqual({ model: true, published: true }));

  test("whatever is in one place, both give the same verdict", () => {
    // Each archive of a record in the state of the watch is one of the state: fields of two places.
    const paths = [...leaves(valid)].filter((path) => path.at(-2) !== "archives");
    fc.assert(
      fc.property(fc.constantFrom(...paths), replacement, (path, by) => {
        fc.pre(!(typeof by === "string" && beyond(by)));
        const value = replaced(valid, path, by);
        const { model, published } = verdicts(both, value);
        expect({ path, by, model }).toEqual({ path, by, model: published });
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the patterns of the published schemas", () => {
  test("have no classes that mean other characters in other languages", () => {
    for (const schema of [platformSchema, operatorSchema, exceptionsSchema, watchStateSchema]) {
      const patterns = [
        ...JSON.stringify(jsonSchemaOf(schema, "any")).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g),
      ];
      expect(patterns.length).toBeGreaterThan(1);
      // In Python, Rust and .NET these take digits and letters of every script.
      expect(patterns.map(([, pattern]) => pattern).filter((p) => /\\\\[dwb]/i.test(p as string))).toEqual(
        [],
      );
    }
  });
  const pattern = (path: Path, text: string) => PLATFORM.published(replaced(completePlatform, path, text));
  const inText = (text: string) => pattern(["summary"], text);

  test("accept what is written in other scripts, and emoji", () => {
    for (const text of ["می‌خواهم", "क्‍ष", "שלום", "日本語", "👩‍👩‍👧 ❤️", "naïve – “so”…"])
      expect([text, inText(text)]).toEqual([text, true]);
  });
  test("count characters as the model does, not UTF-16 code units", () => {
    const emoji = (count: number) => "😀".repeat(count);
    for (const [count, verdict] of [
      [500, true],
      [501, false],
    ] as const)
      expect(verdicts(PLATFORM, replaced(completePlatform, ["summary"], emoji(count)))).toEqual({
        model: verdict,
        published: verdict,
      });
  });
  test("of days and dates accept the calendar, leap years included", () => {
    for (let year = 0; year < 10_000; year += year < 450 || (year > 1890 && year < 2110) ? 1 : 61)
      for (let month = 0; month <= 13; month++)
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const [y, m, d] = [
            String(year).padStart(4, "0"),
            ...[month, day].map((n) => String(n).padStart(2, "0")),
          ];
          const date = `${y}-${m}-${d}`;
          const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
          const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
          const real = month >= 1 && month <= 12 && day >= 1 && day <= (lengths[month - 1] as number);
          if (isDay(date) !== real || isPartialDate(date) !== real)
            expect([date, isDay(date)]).toEqual([date, real]);
        }
  });
  test("of regions accept every region that the model has, and no other country", () => {
    for (const [code, verdict] of [
      ["US-CA", true],
      ["DE", true],
      ["UK", false],
      ["XX", false],
      ["EFTA", false],
    ] as const)
      expect([code, isRegion(code)]).toEqual([code, verdict]);
  });
});

describe("web addresses", () => {
  const uri = ajv.compile({ type: "string", format: "uri" });
  test.each([
    "https://example.com",
    "https://example.com/a%20b?c=d#e",
    "http://sub.example.co.uk:8080/x;y=1,2/@me",
    "https://xn--bcher-kva.example/",
    "https://example.com:65535/",
    "https://my_site.tumblr.com/",
    "https://-kyoko-.tumblr.com/",
  ])("%s is one", (url) => expect([isWebUrl(url), uri(url)]).toEqual([true, true]));

  test.each([
    " https://example.com",
    "https://example.com ",
    "https://example.com/a b",
    "https://exam\nple.com",
    "https://example.com/\tx",
    "https://user:secret@example.com/",
    "https://example.com/größe",
    "https://bücher.de/",
    "https://example.com/[1]",
    "https://example.com/100%",
    "https://example.com\\x",
    "https://localhost/",
    "https://127.0.0.1/",
    "https://example.com:99999/",
    "https://example.com:65536/",
    "https:/example.com",
    "https:example.com",
    "ftp://example.com/",
    "javascript:alert(1)//https://example.com",
    "https://example..com/",
    `https://example.com/${"a".repeat(2000)}`,
  ])("%j is none", (url) => expect(isWebUrl(url)).toBe(false));

  test("whatever is accepted is a URI to JSON Schema, and no program splits it", () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl({ withFragments: true, withQueryParameters: true }),
          fc.string({ unit, maxLength: 20 }).map((s) => `https://example.com/${s}`),
          fc.string({ unit, maxLength: 20 }).map((s) => `https://${s}`),
        ),
        (url) => {
          if (!isWebUrl(url)) return;
          expect([url, uri(url)]).toEqual([url, true]);
          expect(url).toMatch(/^[!-~]+$/);
          expect(new URL(url).username).toBe("");
        },
      ),
      { numRuns: 3000 },
    ));
});
