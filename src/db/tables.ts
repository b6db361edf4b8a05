import { ALL_DIMENSIONS, type Operator, type Platform, type PlatformEvent } from "../model/index.ts";
import { sortDay } from "../policy/index.ts";
import { canonical } from "../text/canonical.ts";
import { foldText } from "../text/fold.ts";
import {
  type Column,
  type Entity,
  leavesOf,
  OPERATOR,
  PLATFORM,
  type Value,
  withMembers,
} from "./columns.ts";
import { LIST_TABLES, listSpec } from "./list-tables.ts";
import { compressed } from "./record.ts";
import { ANY, OPEN_FROM, OPEN_UNTIL } from "./segments.ts";
import { type ColumnSpec, nullable, required, type TableSpec } from "./table.ts";

/** The columns of the full-text index `platform_search`, in addition to the revision. */
export const SEARCH_COLUMNS = [
  "name",
  "aliases",
  "domains",
  "keys",
  "operator",
  "operator_keys",
  "body",
] as const;

/** A column whose value is computed from the member, after those of its fields. */
export interface Computed extends ColumnSpec {
  compute(member: unknown): Value;
}

const wholeRecord: Computed = {
  ...required("record"),
  internal: true,
  compute: (record) => compressed(canonical(record)),
};

const jsonOrNull = (list: readonly string[] | undefined): string | null =>
  list === undefined ? null : JSON.stringify(list);

/**
 * The last day, month or year in which an event takes effect, or a control or rule begins or ends, followed by
 * `~`, which comes after every character of a date: so 2026-12 comes after its days.
 */
function upcomingUntil({ events, controls, practices }: Platform): string | null {
  const conditions = [...controls, ...practices.flatMap((p) => p.rules)].flatMap(({ when }) => when ?? []);
  const dates = [
    ...events.map((e) => e.dates.effective),
    ...conditions.flatMap((when) => [when.from, when.until]),
  ];
  return dates.reduce<string | null>((last, date) => {
    const until = date === undefined ? null : `${date}~`;
    return last === null || (until !== null && until > last) ? until : last;
  }, null);
}

/** What a platform can be found by, as JSON. */
const locatedIn = ({ id, domains, otherDomains, apps, withdrawn }: Platform): string =>
  canonical({
    ...{ id, domains },
    ...(otherDomains && { otherDomains }),
    ...(apps && { apps }),
    ...(withdrawn && { withdrawn }),
  });

/** Columns that are computed, by entity. */
export const COMPUTED: Readonly<Record<string, readonly Computed[]>> = {
  operator: [
    // Former ids and other names, JSON. Platforms' are in a table.
    { ...nullable("former"), internal: true, compute: (o) => jsonOrNull((o as Operator).aliases) },
    wholeRecord,
  ],
  platform: [
    // The name as lists are sorted by it.
    { ...required("sort_name"), internal: true, compute: (p) => foldText((p as Platform).name) },
    // Until when something of it is to come.
    { ...nullable("upcoming_until"), internal: true, compute: (p) => upcomingUntil(p as Platform) },
    // Its addresses as JSON, for /hosts.
    { ...nullable("located"), internal: true, compute: (p) => locatedIn(p as Platform) },
    wholeRecord,
  ],
  event: [
    // The day by which it is sorted: the last day that its best date can mean.
    { ...required("sort_day"), compute: (e) => sortDay((e as PlatformEvent).dates) },
    // The regions that it names, separated by spaces; null: it is for all of them.
    {
      ...nullable("regions"),
      internal: true,
      compute: (e) => (e as PlatformEvent).when?.regions?.join(" ") ?? null,
    },
    // The event as JSON.
    { ...nullable("content"), internal: true, compute: (e) => canonical(e) },
  ],
};

/** When a revision is in the dataset: in publications from `since` to before `until`. */
const REVISION: readonly ColumnSpec[] = [
  { ...required("since", "integer"), internal: true },
  { ...required("until", "integer"), internal: true },
  // SHA-256 of what the revision was made from; of a platform, the record and its operator's.
  { ...required("hash"), internal: true },
  // SHA-256 of the record's canonical JSON, as in ledgers.
  { ...required("record_hash"), internal: true, default: "" },
];

const ENTITIES: readonly Entity[] = [...withMembers(OPERATOR), ...withMembers(PLATFORM)];

/** Which records have members of this kind. */
const ownerOf = ({ field, isRecord }: Entity): TableSpec["of"] =>
  isRecord
    ? "record"
    : [OPERATOR, PLATFORM].every((root) => withMembers(root).some((e) => e.field === field))
      ? "both"
      : "platform";

const asSpec = ({ name, type, required: isRequired }: Column): ColumnSpec => ({
  name,
  type,
  required: isRequired,
});

function entitySpec(entity: Entity): TableSpec {
  const { field, parents, key, isRecord, description } = entity;
  return {
    name: field,
    description,
    of: ownerOf(entity),
    columns: [
      ...(isRecord ? REVISION : []),
      ...parents.map((name) => required(name)),
      ...(key ? [required(key)] : []),
      // Rules are read in this order.
      ...(isRecord ? [] : [required("position", "integer")]),
      ...leavesOf(entity)
        .filter((leaf) => leaf.name !== key)
        .map(asSpec),
      ...(COMPUTED[entity.name] ?? []),
    ],
    primaryKey: isRecord ? ["id"] : [...parents, key ?? "position"],
  };
}

/** `lists`, `audiences` and `evidence` name what a row is about: a kind of entity, and its id below its parents'. */
const SUBJECT = [required("subject"), required("subject_id")];

const LISTS: TableSpec = {
  name: "lists",
  description:
    "Members of the lists that have no table of their own. `field` is the list's path, `subject_id` the id below those of what contains it.",
  of: "both",
  columns: [...SUBJECT, required("field"), required("position", "integer"), required("value")],
  primaryKey: ["subject", "subject_id", "field", "position"],
};

const AUDIENCES: TableSpec = {
  name: "audiences",
  description: "For whom a rule, control, event or source is; no row for a facet means any.",
  of: "both",
  columns: [...SUBJECT, required("facet"), required("value")],
  primaryKey: ["subject", "subject_id", "facet", "value"],
};

const EVIDENCE: TableSpec = {
  name: "evidence",
  description:
    "Evidence of rules, controls, events and myths. `fact` is what it supports: for rules a field, for the rest `all`.",
  of: "platform",
  columns: [
    ...SUBJECT,
    required("fact"),
    required("position", "integer"),
    required("source_owner"), // `platform/<id>` or `operator/<id>`
    required("source"),
    nullable("passage"),
    required("grade"),
  ],
  primaryKey: ["subject", "subject_id", "fact", "position"],
};

const REGIONS: TableSpec = {
  name: "platform_regions",
  description:
    "The class of each place that a platform's rules distinguish; all other places are in the class rest.",
  of: "platform",
  columns: [required("region"), required("class")],
  primaryKey: ["region"],
};

/** For whom and when an answer is. */
export const AUDIENCE_AND_TIME: readonly ColumnSpec[] = [
  ...ALL_DIMENSIONS.map(({ facet }) => ({ ...required(facet), default: ANY })),
  { ...required("valid_from", "date"), field: "validFrom", required: false, openEnd: OPEN_FROM },
  { ...required("valid_until", "date"), field: "validUntil", required: false, openEnd: OPEN_UNTIL },
];

const ANSWERS: TableSpec = {
  name: "answers",
  description:
    "Resolved answers for every distinguishable audience and time; * means that the answer does not depend on it. The practice * is the headline.",
  of: "platform",
  columns: [
    required("id", "integer"),
    required("practice"),
    required("purpose"),
    required("training", "boolean"),
    nullable("kinds"), // separated by spaces
    nullable("model"),
    { ...nullable("by_whom"), field: "byWhom" },
    ...AUDIENCE_AND_TIME,
    nullable("rule"),
    { ...nullable("data_use"), field: "dataUse" },
    { ...nullable("default_state"), field: "defaultState" },
    required("verdict"),
    required("severity", "integer"), // the verdict's place in the vocabulary, 0 the worst
    nullable("certainty"),
    { ...nullable("grade_data_use"), field: "gradeDataUse" },
    nullable("control"), // the most useful one that stops it
    // Of the headline only:
    { ...nullable("lead_kind"), field: "leadKind" },
    nullable("worst"),
    nullable("sentence"),
  ],
  primaryKey: ["id"],
};

const ANSWER_CONTROLS: TableSpec = {
  name: "answer_controls",
  description: "The controls that an answer's audience has.",
  of: "platform",
  columns: [required("answer", "integer"), required("kind"), required("control")],
  primaryKey: ["answer", "control"],
};

const CELLS: TableSpec = {
  name: "cells",
  description:
    "Answers by kind of data and who trains, for every distinguishable audience and time; * means that the answer does not depend on it.",
  of: "platform",
  columns: [
    required("id", "integer"),
    required("kind"),
    { ...required("by_whom"), field: "byWhom" },
    ...AUDIENCE_AND_TIME,
    required("verdict"),
    required("severity", "integer"), // the verdict's place in the vocabulary, 0 the worst
    nullable("certainty"),
  ],
  primaryKey: ["id"],
};

const CELL_CONTROLS: TableSpec = {
  name: "cell_controls",
  description: "The controls that a cell's audience has.",
  of: "platform",
  columns: [required("cell", "integer"), required("kind"), required("control")],
  primaryKey: ["cell", "control"],
};

/** Entities by field, each once: operators and platforms both have sources. */
const distinct = [...new Map(ENTITIES.map((e) => [e.field, e])).values()];

const listSpecsOf = (entity: Entity): TableSpec[] =>
  LIST_TABLES.filter((t) => t.of === entity.name).map((t) => listSpec(t, entity));

/** Every table with revisions' rows, in an order in which each refers only to those before it. */
export const TABLES: readonly TableSpec[] = [
  entitySpec(OPERATOR),
  entitySpec(PLATFORM),
  ...listSpecsOf(PLATFORM),
  ...distinct.filter((e) => !e.isRecord).flatMap((e) => [entitySpec(e), ...listSpecsOf(e)]),
  LISTS,
  AUDIENCES,
  EVIDENCE,
  REGIONS,
  ANSWERS,
  ANSWER_CONTROLS,
  CELLS,
  CELL_CONTROLS,
];
