import { describe, expect, test } from "vitest";
import { AnswerSpace } from "../../src/db/answer-space.ts";
import { publish, Store } from "../../src/db/index.ts";
import { platformRows } from "../../src/db/rows.ts";
import { flatTables } from "../../src/exports/flat/index.ts";
import { normalisedTables } from "../../src/exports/tables.ts";
import { ALL_DIMENSIONS, type Audience, audience, type Dimension, type When } from "../../src/model/index.ts";
import { datasetOf, hashOf } from "../../src/records/load.ts";
import { ENGINES } from "../fixtures/engines.ts";
import { practiceAnswers } from "../fixtures/practice-answers.ts";
import { hosts, operator, platform, practice, rule, uses } from "../fixtures/records.ts";

/** A value other than the one of people of whom nothing is known. */
const otherValue = ({ values, unspecified, example }: Dimension): string =>
  ((values as readonly (string | null)[] | null)?.find((v) => v !== unspecified) ?? example) as string;

const whenOf = (dimension: Dimension): When => {
  const value = otherValue(dimension);
  return { [dimension.when]: dimension.many ? [value] : value } as When;
};

/** A platform that uses the data of everyone except people with one value of a dimension. */
const exceptFor = (dimension: Dimension) =>
  platform(
    [
      practice([
        rule("some", { when: whenOf(dimension), dataUse: "does-not-use" }),
        uses("rest", "no-choice"),
      ]),
    ],
    { id: dimension.facet, domains: hosts(`${dimension.facet}.example`) },
  );

const dataset = datasetOf(ALL_DIMENSIONS.map(exceptFor), [operator()]);

describe.each(ENGINES)("look-ups depend on every dimension: %s", (_, open) => {
  test("a person has the answer for their value", async () => {
    const engine = await open();
    try {
      const { publication } = await publish(engine.db, dataset, { hash: hashOf });
      const store = new Store(engine.db);
      const answers = async (who: Audience) => {
        const query = { audience: who, sort: "id", descending: false, limit: 50 } as const;
        const { items } = await store.list(publication, query);
        const practices = await practiceAnswers(engine.db, publication, who);
        expect(items).toHaveLength(ALL_DIMENSIONS.length);
        return new Map([...practices].map(([id, of]) => [id, of.find((x) => x.id === "training")?.rule]));
      };
      const asOf = "2026-01-01";
      for (const dimension of ALL_DIMENSIONS) {
        const { facet } = dimension;
        const who = audience({ [facet]: otherValue(dimension), asOf });
        expect((await answers(audience({ asOf }))).get(facet), facet).toBe("rest");
        expect((await answers(who)).get(facet), facet).toBe("some");
      }
    } finally {
      await engine.close();
    }
  });
});

test.each(ALL_DIMENSIONS.map((d) => [d.facet, d] as const))(
  "exports tell people apart by %s",
  (_, dimension) => {
    const record = exceptFor(dimension);
    const item = {
      kind: "platform" as const,
      record,
      operator: operator(),
      rows: platformRows(record, operator()),
      space: new AnswerSpace(record, operator()),
    };
    const flat = flatTables({ release: { version: "1", date: "2026-01-01", digest: "" } });
    const tables = [...flat, ...normalisedTables()];
    /** For whom the rows of a table are in which a column has a value. */
    const peopleIn = (table: string, column: string, value: string, where: Record<string, string>) => {
      const { columns, rowsOf } = tables.find((t) => t.name === table) as (typeof tables)[0];
      const names = columns.map((c) => c.name);
      const cell = (row: readonly unknown[], name: string) => row[names.indexOf(name)];
      const who = names.includes(dimension.facet) ? dimension.facet : dimension.when;
      return new Set(
        rowsOf(item)
          .filter((row) =>
            Object.entries({ ...where, [column]: value }).every(([n, v]) => cell(row, n) === v),
          )
          .map((row) => cell(row, who)),
      );
    };
    for (const [table, column, [some, rest], where] of [
      ["ai-data-use-headlines", "verdict", ["not-used", "no-choice"], {}],
      ["ai-data-use-kinds", "own_verdict", ["not-used", "no-choice"], { kind: "published" }],
      ["ai-data-use-answers", "rule", ["some", "rest"], { practice: "training" }],
      ["answers", "rule", ["some", "rest"], { practice: "training" }],
      ["cells", "verdict", ["not-used", "no-choice"], { kind: "published", by_whom: "own" }],
    ] as const) {
      expect(peopleIn(table, column, some, where), table).toEqual(new Set([otherValue(dimension)]));
      expect([...peopleIn(table, column, rest, where)], table).not.toContain(otherValue(dimension));
    }
  },
);
