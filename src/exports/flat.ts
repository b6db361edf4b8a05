import { HEADLINE } from "../db/answer-rows.ts";
import { entityNamed } from "../db/columns.ts";
import type { StoredAnswer } from "../db/rows.ts";
import { ANY, OPEN_FROM, OPEN_UNTIL, REST } from "../db/segments.ts";
import {
  ALL_DIMENSIONS,
  type Control,
  type Dimension,
  LICENCE,
  type PlatformEvent,
  type Practice,
  REGION_GROUPS,
  type Rule,
} from "../model/index.ts";
import { compactRegions, sortDay } from "../policy/index.ts";
import {
  ANYONE,
  codes,
  columnsOf,
  EVERYWHERE,
  type FlatColumn,
  type PlatformRecord,
  textColumn,
} from "./flat-columns.ts";
import type { ExportInput } from "./input.ts";
import type { Column, ExportTable } from "./tables.ts";

/*
 * Tables for people and spreadsheets: a row is complete in itself, lists are joined by spaces (codes)
 * or " | " (text), and "any" is written out. Columns follow the model; this file has the exceptions.
 */

/** The columns with which every row begins. */
const PLATFORM_COLUMNS = ["platform", "name", "operator", "category"];

/** The rest of the world, as a region. */
const REST_OF_WORLD = "rest of the world";

interface Answer {
  answer: StoredAnswer;
  practice: Practice;
  /** Undefined where no rule applies. */
  rule: Rule | undefined;
  /** The ids of the controls that these people have. */
  controls: readonly string[];
  /** Names the places of a class of regions. */
  places(region: string): string;
}

/** Names the places of each class of regions that a platform's rules distinguish. */
function placesOf({ rows }: PlatformRecord): (region: string) => string {
  const members = Map.groupBy(rows.platformRegions, (r) => r.class);
  return (region) => {
    if (region === ANY) return EVERYWHERE;
    if (region === REST) return REST_OF_WORLD;
    const places = (members.get(region) ?? []).map((r) => r.region);
    return compactRegions(places.filter((code) => !(code in REGION_GROUPS))).join(" ");
  };
}

function answersOf(item: PlatformRecord): Answer[] {
  const { record, rows } = item;
  const places = placesOf(item);
  const practices = new Map(record.practices.map((p) => [p.id, p]));
  const controls = Map.groupBy(rows.answerControls, (c) => c.answer);
  return rows.answers
    .filter((a) => a.practice !== HEADLINE)
    .map((answer) => {
      const practice = practices.get(answer.practice) as Practice;
      return {
        answer,
        practice,
        rule: practice.rules.find((r) => r.id === answer.rule),
        controls: (controls.get(answer.id) ?? []).map((c) => c.control),
        places,
      };
    });
}

/** The column of a dimension in the answers: places for regions, one value for each other dimension. */
const facetColumn = ({ facet, terms, when }: Dimension): FlatColumn<Answer> =>
  textColumn(terms === null ? when : facet, true, ({ answer, places }) => {
    const value = answer[facet];
    return terms === null ? places(value) : value === ANY ? ANYONE : value;
  });

const facetColumns = ALL_DIMENSIONS.map(facetColumn);

/** A column of the answer itself, not of the rule that gives it. */
const resolved = (name: string, key: keyof StoredAnswer, isRequired = false): FlatColumn<Answer> =>
  textColumn(name, isRequired, ({ answer }) => answer[key] as string | null);

const interval: FlatColumn<Answer>[] = [
  {
    name: "valid_from",
    type: "date",
    required: false,
    read: ({ answer: { validFrom } }) => (validFrom === OPEN_FROM ? null : validFrom),
  },
  {
    name: "valid_until",
    type: "date",
    required: false,
    read: ({ answer: { validUntil } }) => (validUntil === OPEN_UNTIL ? null : validUntil),
  },
];

interface Flat<T> {
  name: string;
  description: string;
  columns: readonly FlatColumn<T>[];
  primaryKey: string[];
  rows(item: PlatformRecord): readonly T[];
}

const practiceColumns = columnsOf<Answer>(entityNamed("practice"), (row) => row.practice, {
  taken: PLATFORM_COLUMNS,
});

const answers: Flat<Answer> = {
  name: "ai-data-use-answers",
  description:
    "One row for each platform, practice, and audience and time that differ: what is done, the default, and what it means.",
  columns: [
    ...practiceColumns,
    ...facetColumns,
    ...interval,
    ...columnsOf<Answer>(entityNamed("rule"), (row) => row.rule, {
      instead: {
        id: [resolved("rule", "rule")],
        // The row's own audience and interval are narrower than the rule's.
        when: [],
        "when.from": [],
        "when.until": [],
        dataUse: [resolved("data_use", "dataUse", true)],
        defaultState: [
          resolved("default_state", "defaultState"),
          resolved("verdict", "verdict", true),
          resolved("certainty", "certainty"),
        ],
        controls: [textColumn("controls", false, (row) => codes(row.controls))],
      },
      after: { "evidence.dataUse": [resolved("grade_data_use", "gradeDataUse")] },
      taken: [...PLATFORM_COLUMNS, ...practiceColumns.map((c) => c.name)],
    }),
  ],
  primaryKey: ["platform", "practice", ...facetColumns.map((c) => c.name), "valid_from"],
  rows: answersOf,
};

const events: Flat<PlatformEvent> = {
  name: "ai-data-use-events",
  description: "One row for each event: what changed, when, for whom.",
  columns: columnsOf<PlatformEvent>(entityNamed("event"), (event) => event, {
    taken: PLATFORM_COLUMNS,
    after: {
      type: [{ name: "day", type: "date", required: true, read: ({ dates }) => sortDay(dates) }],
    },
  }),
  primaryKey: ["platform", "event"],
  rows: ({ record }) => record.events,
};

const practicesWith = (control: string, { record }: PlatformRecord): string[] =>
  record.practices.filter((p) => p.rules.some((r) => r.controls?.includes(control))).map((p) => p.id);

const controls: Flat<Control> = {
  name: "ai-data-use-controls",
  description: "One row for each control: what people can do, where it is, and what it does not undo.",
  columns: columnsOf<Control>(entityNamed("control"), (control) => control, {
    taken: PLATFORM_COLUMNS,
    after: {
      rights: [textColumn("practices", false, ({ id }, item) => codes(practicesWith(id, item)))],
    },
  }),
  primaryKey: ["platform", "control"],
  rows: ({ record }) => record.controls,
};

const ownColumns = (names: readonly string[]): Column[] =>
  names.map((name) => ({ name, type: "string", required: true }));

/** A flat table with its platform before each row, and release and licence after it. */
const table = <T>(
  { name, description, columns, primaryKey, rows }: Flat<T>,
  { version }: ExportInput["release"],
): ExportTable => ({
  name,
  description,
  columns: [
    ...ownColumns(PLATFORM_COLUMNS),
    ...columns.map(({ name: column, type, required }) => ({ name: column, type, required })),
    ...ownColumns(["release_version", "licence"]),
  ],
  primaryKey,
  rowsOf: (item) =>
    item.kind === "operator"
      ? []
      : rows(item).map((row) => [
          ...[item.record.id, item.record.name, item.record.operator, item.record.category],
          ...columns.map((c) => c.read(row, item)),
          ...[version, LICENCE.id],
        ]),
});

/** The tables for people. */
export const flatTables = ({ release }: Pick<ExportInput, "release">): ExportTable[] => [
  table(answers, release),
  table(events, release),
  table(controls, release),
];
