import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerRows } from "../../src/db/answer-rows.ts";
import { AnswerSpace } from "../../src/db/answer-space.ts";
import type { AudienceAndTime } from "../../src/db/audience-rows.ts";
import { cellRows, kindRows } from "../../src/db/cell-rows.ts";
import {
  ANY,
  HEADLINE,
  REST,
  type RegionClasses,
  regionCandidates,
  regionClasses,
} from "../../src/db/segments.ts";
import { headlineSentence } from "../../src/language/en/headline.ts";
import { ALL_DIMENSIONS, type Audience, CELL, termsOf } from "../../src/model/index.ts";
import { cellBy, conditionsOfPlatform, resolve } from "../../src/policy/index.ts";
import { arbAudience, arbPlatform, arbVariedPlatform } from "../fixtures/arbitrary.ts";
import { platform, practice, rule } from "../fixtures/records.ts";

/** Whether a row is for a person and day, as the SQL look-up compares them. */
function isFor(row: AudienceAndTime, who: Audience, { classOf }: RegionClasses): boolean {
  const region = regionCandidates(who.region)
    .map((code) => classOf.get(code))
    .find((name) => name !== undefined);
  return (
    row.validFrom <= who.asOf &&
    who.asOf < row.validUntil &&
    ALL_DIMENSIONS.every(({ facet, terms }) =>
      [ANY, terms === null ? (region ?? REST) : who[facet]].includes(row[facet]),
    )
  );
}

const someone = fc.array(arbAudience, { minLength: 5, maxLength: 20 });

describe.each([
  ["of one practice", arbPlatform],
  ["of several practices about any data", arbVariedPlatform],
])("every person and day has exactly one row, with the resolved answer, in records %s", (_, arbRecord) => {
  test("per practice, and for the headline", () =>
    fc.assert(
      fc.property(arbRecord, someone, (record, people) => {
        const classes = regionClasses(conditionsOfPlatform(record));
        const rows = answerRows(new AnswerSpace(record));
        for (const who of people) {
          const resolved = resolve(record, who);
          const { practices, headline, worst } = resolved;
          const [first, ...rest] = rows.filter((row) => isFor(row, who, classes));
          expect(first).toMatchObject({
            practice: HEADLINE,
            verdict: headline.verdict,
            certainty: headline.certainty,
            leadKind: headline.lead,
            control: headline.control,
            worst,
            sentence: headlineSentence(record, resolved),
          });
          expect(
            rest.map((row) => [
              row.practice,
              row.verdict,
              row.certainty,
              row.control,
              row.kinds,
              row.byWhom,
              row.controls.map((c) => c.id),
            ]),
          ).toEqual(
            practices.map((p) => [
              p.id,
              p.verdict,
              p.certainty,
              p.effort?.control ?? null,
              p.kinds.join(" "),
              p.by,
              p.controls.map((c) => c.id),
            ]),
          );
        }
      }),
    ));

  test("per kind of data and column", () =>
    fc.assert(
      fc.property(arbRecord, someone, (record, people) => {
        const classes = regionClasses(conditionsOfPlatform(record));
        const rows = cellRows(new AnswerSpace(record));
        for (const who of people) {
          const { kinds } = resolve(record, who);
          expect(
            rows
              .filter((row) => isFor(row, who, classes))
              .map((row) => [
                row.kind,
                row.byWhom,
                row.verdict,
                row.certainty,
                row.controls.map((c) => c.id),
              ]),
          ).toEqual(
            kinds.flatMap((answer) =>
              termsOf(CELL).map((by) => {
                const { verdict, certainty, controls } = cellBy(answer, by);
                return [answer.kind, by, verdict, certainty, controls];
              }),
            ),
          );
        }
      }),
    ));
});

test("every person and day has exactly one row per kind of data, with its cells side by side", () =>
  fc.assert(
    fc.property(arbVariedPlatform, someone, (record, people) => {
      const classes = regionClasses(conditionsOfPlatform(record));
      const rows = kindRows(new AnswerSpace(record));
      for (const who of people)
        expect(
          rows.filter((row) => isFor(row, who, classes)).map(({ kind, cells }) => [kind, cells]),
        ).toEqual(
          resolve(record, who).kinds.map((answer) => [
            answer.kind,
            Object.fromEntries(
              termsOf(CELL).map((by) => {
                const { verdict, certainty } = cellBy(answer, by);
                return [by, { verdict, certainty }];
              }),
            ),
          ]),
        );
    }),
  ));

test("people whom no practice concerns have cells that are not stated", () => {
  const record = platform([practice([rule("all", { dataUse: "does-not-use" })])]);
  const rows = cellRows(new AnswerSpace(record));
  const own = rows.filter((row) => row.kind === "published" && row.byWhom === "own");
  expect(own.map((row) => [row.account, row.verdict])).toEqual([
    ["signed-in", "not-used"],
    ["non-user", "not-stated"],
    ["signed-out", "not-stated"],
  ]);
});

test("a cell about which no practice says anything has one row", () => {
  const record = platform([practice([rule("all", { dataUse: "does-not-use", when: { regions: ["EU"] } })])]);
  const rows = cellRows(new AnswerSpace(record));
  expect(rows.filter((row) => row.kind === "messages" && row.byWhom === "own")).toMatchObject([
    { region: ANY, account: ANY, validFrom: "", validUntil: "9999-12-31", verdict: "not-stated" },
  ]);
});

test("a facet on which the answer does not depend has one row", () => {
  const record = platform([
    practice([
      rule("minors", { when: { age: "minor", plans: ["free", "paid"] }, dataUse: "does-not-use" }),
      rule("all", { dataUse: "does-not-use" }),
    ]),
  ]);
  const rows = answerRows(new AnswerSpace(record));
  const headline = rows.filter((row) => row.practice === HEADLINE && row.account === "signed-in");
  expect(headline).toMatchObject([
    { region: ANY, plan: ANY, age: ANY, validFrom: "", validUntil: "9999-12-31" },
  ]);
});

test("a practice has no row for people whom it does not concern", () => {
  const record = platform([practice([rule("all")], { kinds: ["messages"] })]);
  const rows = answerRows(new AnswerSpace(record));
  expect(rows.filter((row) => row.practice === "training").map((row) => row.account)).toEqual(["signed-in"]);
});
