import { entityNamed } from "../../db/columns.ts";
import type { StoredAnswer } from "../../db/rows.ts";
import { HEADLINE } from "../../db/segments.ts";
import type { Practice, Rule } from "../../model/index.ts";
import { FACET_COLUMNS, type ForAudience, INTERVAL, keyOf, placesOf } from "./audience.ts";
import { codes, columnsOf, type FlatColumn, type PlatformRecord, textColumn } from "./columns.ts";
import { type Flat, PLATFORM_COLUMNS } from "./table.ts";

interface Answer extends ForAudience {
  answer: StoredAnswer;
  practice: Practice;
  /** Undefined where no rule applies. */
  rule: Rule | undefined;
  /** The ids of the controls that these people have. */
  controls: readonly string[];
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
        who: answer,
        answer,
        practice,
        rule: practice.rules.find((r) => r.id === answer.rule),
        controls: (controls.get(answer.id) ?? []).map((c) => c.control),
        places,
      };
    });
}

/** A column of the answer itself, not of the rule that gives it. */
const resolved = (name: string, key: keyof StoredAnswer, isRequired = false): FlatColumn<Answer> =>
  textColumn(name, isRequired, ({ answer }) => answer[key] as string | null);

const practiceColumns = columnsOf<Answer>(entityNamed("practice"), (row) => row.practice, {
  // The kinds of these people's data, which can be fewer than the practice's.
  instead: { kinds: [resolved("kinds", "kinds")] },
  taken: PLATFORM_COLUMNS,
});

/** Answers of practices. */
export const answers: Flat<Answer> = {
  name: "ai-data-use-answers",
  description:
    "One row for each platform, practice, and audience and time that differ: what is done, the default, and what it means.",
  columns: [
    ...practiceColumns,
    resolved("by_whom", "byWhom"),
    ...FACET_COLUMNS,
    ...INTERVAL,
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
  primaryKey: keyOf("practice"),
  rows: answersOf,
};
