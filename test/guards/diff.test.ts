import { describe, expect, test } from "vitest";
import { isOwn, OPERATOR_LABELS, PLATFORM_LABELS } from "../../src/language/en/labels.ts";
import { type Operator, operatorSchema, type Platform, platformSchema } from "../../src/model/index.ts";
import { diffDatasets } from "../../src/review/diff/records.ts";
import { changed, jsonSchemaOf, leaves, sample } from "../fixtures/samples.ts";

/*
 * Every field of a record has words in the diff, and a change of it is said. A new field in src/model does
 * not compile before it has a label in src/language/en/labels.ts; these tests prove the rest.
 */

const SCHEMAS = {
  platform: jsonSchemaOf(platformSchema),
  operator: jsonSchemaOf(operatorSchema),
};
const LABELS: Readonly<Record<keyof typeof SCHEMAS, unknown>> = {
  platform: PLATFORM_LABELS,
  operator: OPERATOR_LABELS,
};

/** Leaves that the diff does not name, with the reason. */
const EXCLUDED: Readonly<Record<string, string>> = {
  "platform $schema": "fixed: the same in every record",
  "platform schemaVersion": "fixed by the format; migrations change it, not contributors",
  "platform id": "the record's name: another id is another record",
  "operator $schema": "fixed: the same in every record",
  "operator schemaVersion": "fixed by the format; migrations change it, not contributors",
  "operator id": "the record's name: another id is another record",
};

/** Does a table of labels, or a table under it, have this leaf? A label of an object covers its fields. */
function isLabelled(labels: unknown, [field, ...rest]: readonly string[]): boolean {
  const label = (labels as Record<string, unknown>)[field as string];
  if (label === undefined) return false;
  return isOwn(label) && label.fields && rest.length > 0 ? isLabelled(label.fields, rest) : true;
}

const all = (Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[]).flatMap((kind) =>
  leaves(SCHEMAS[kind]).map((path) => ({ kind, path, name: `${kind} ${path.join(".")}` })),
);

test("the records have as many fields as they should: the walk reaches optional and nested ones", () => {
  const names = all.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      "platform practices.rules.when.regions",
      "platform practices.rules.onlyModels",
      "platform sources.passages.sha256",
      "platform withdrawn.reason",
      "operator legalName",
    ]),
  );
});

test("every field has a label, or is excluded for a reason", () => {
  const missing = all.filter(
    ({ kind, path, name }) => !isLabelled(LABELS[kind], path) && !(name in EXCLUDED),
  );
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test("every exclusion is still a field", () =>
  expect(Object.keys(EXCLUDED).filter((name) => !all.some((leaf) => leaf.name === name))).toEqual([]));

describe("a change of every field is said", () => {
  const sides = { platform: sample(SCHEMAS.platform), operator: sample(SCHEMAS.operator) };
  const side = (name: string, records: { platform: unknown; operator: unknown }) => ({
    name,
    platforms: new Map([["example", records.platform as Platform]]),
    operators: new Map([["example", records.operator as Operator]]),
    invalid: [],
  });

  test.each(all.filter(({ name }) => !(name in EXCLUDED)))("$name", ({ kind, path }) => {
    const head = { ...sides, [kind]: changed(SCHEMAS[kind], sides[kind], path) };
    const diff = diffDatasets(side("base", sides), side("head", head), "2026-11-25");
    const record = diff.records.find((r) => r.record === `${kind}s/example`);
    expect(record?.changes.length).toBeGreaterThan(0);
    expect(record?.sections.flatMap((s) => s.lines).length).toBeGreaterThan(0);
  });
});
