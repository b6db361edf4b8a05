import fc from "fast-check";
import { expect, test } from "vitest";
import { type AnswerRow, answerRows, OVERALL } from "../../src/db/answer-rows.ts";
import { ANY, REST, type RegionClasses, regionCandidates, regionClasses } from "../../src/db/segments.ts";
import { ALL_DIMENSIONS, type Audience } from "../../src/model/index.ts";
import { conditionsOfPlatform, resolve } from "../../src/policy/index.ts";
import { arbAudience, arbPlatform } from "../fixtures/arbitrary.ts";
import { platform, practice, rule } from "../fixtures/records.ts";

/** Whether a row is for a person and day, as the SQL look-up compares them. */
function isFor(row: AnswerRow, who: Audience, { classOf }: RegionClasses): boolean {
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

test("every person and day has exactly one row per practice, with the resolved answer", () =>
  fc.assert(
    fc.property(arbPlatform, fc.array(arbAudience, { minLength: 5, maxLength: 20 }), (record, people) => {
      const classes = regionClasses(conditionsOfPlatform(record));
      const rows = answerRows(record, classes);
      for (const who of people) {
        const { practices, headline } = resolve(record, who);
        const found = rows.filter((row) => isFor(row, who, classes));
        expect(found.map((row) => [row.practice, row.verdict, row.certainty])).toEqual([
          [OVERALL, headline.verdict, headline.certainty],
          ...practices.map((p) => [p.id, p.verdict, p.certainty]),
        ]);
        expect(found.slice(1).map((row) => row.controls.map((c) => c.id))).toEqual(
          practices.map((p) => p.controls.map((c) => c.id)),
        );
      }
    }),
  ));

test("a facet on which the answer does not depend has one row", () => {
  const record = platform([
    practice([
      rule("minors", { when: { age: "minor", plans: ["free", "paid"] }, dataUse: "does-not-use" }),
      rule("all", { dataUse: "does-not-use" }),
    ]),
  ]);
  const rows = answerRows(record, regionClasses(conditionsOfPlatform(record)));
  const headline = rows.filter((row) => row.practice === OVERALL && row.account === "signed-in");
  expect(headline).toMatchObject([
    { region: ANY, plan: ANY, age: ANY, validFrom: "", validUntil: "9999-12-31" },
  ]);
});

test("a practice has no row for people whom it does not concern", () => {
  const record = platform([practice([rule("all")], { kinds: ["messages"] })]);
  const rows = answerRows(record, regionClasses(conditionsOfPlatform(record)));
  expect(rows.filter((row) => row.practice === "training").map((row) => row.account)).toEqual(["signed-in"]);
});
