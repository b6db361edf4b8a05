import {
  ALL_DIMENSIONS,
  hostsOfPlatform,
  keysOf,
  type Operator,
  type Platform,
  parseRef,
  type WhenAudience,
} from "../model/index.ts";
import { cite, gradeOf } from "../policy/index.ts";
import { compactName, foldText } from "../text/fold.ts";
import type { MemberKey } from "../text/json.ts";
import { trusted } from "../text/trusted.ts";
import { type AnswerRow, answerRows } from "./answer-rows.ts";
import { AnswerSpace } from "./answer-space.ts";
import { type CellRow, cellRows } from "./cell-rows.ts";
import {
  cellAt,
  type Entity,
  type EvidenceField,
  type ListField,
  listAt,
  OPERATOR,
  PLATFORM,
  type Value,
  valueAt,
} from "./columns.ts";
import { EXPORTED, type Layout, type Plan, planOf } from "./layout.ts";
import { type ListTable, listTableOf } from "./list-tables.ts";
import { divisionOf, peopleOf } from "./people.ts";
import { type StatedRow, statedRows } from "./stated-rows.ts";
import { COMPUTED, type SEARCH_COLUMNS } from "./tables.ts";
import { talliesOf, talliesOfOperator } from "./tallies.ts";

/** A row by its columns' names, or their fields' (table.ts). Columns that are not in it are empty. */
export type Row = Readonly<Record<string, Value>>;

/** A row of `answers`, without its revision. */
export type StoredAnswer = AnswerRow & { id: number };

/** A row of `cells`, without its revision. */
export type StoredCell = CellRow & { id: number };

/** A row of the full-text index. Its text is folded (queries/search.ts). */
export type SearchRow = Record<(typeof SEARCH_COLUMNS)[number], string>;

/** All rows of one record's revision by table, without the revision. */
export interface Rows {
  /** Those of the tables of a layout; a row can have more columns than its table. */
  tables: Readonly<Record<string, Row[]>>;
  /** Those of `answers`, `answer_controls`, `cells` and `platform_regions`, with their types. */
  answers: StoredAnswer[];
  answerControls: { answer: number; kind: string; control: string }[];
  cells: StoredCell[];
  platformRegions: { region: string; class: string }[];
  search: SearchRow[];
}

interface Context {
  rows: Rows;
  layout: Layout;
  /** For evidence: the platform and its operator. */
  platform?: Platform;
  operator?: Operator | undefined;
}

const add = ({ tables }: Rows, table: string, row: Row): void => {
  tables[table]?.push(row);
};

/** A member of a record, or the record, and where it is. */
interface Place {
  entity: Entity;
  member: object;
  /** The ids (or positions) of what it is in, by name, and its own. */
  ids: Readonly<Record<string, Value>>;
}

/** The columns by which rows refer to a place in `lists`, `audiences` and `evidence`. */
const subjectOf = ({ entity, ids }: Place): Row => ({
  subject: entity.name,
  subject_id: Object.values(ids).join("/"),
});

function addAudience({ rows }: Context, place: Place): void {
  const { when } = place.member as { when?: WhenAudience };
  if (!when) return;
  for (const { facet, wanted } of ALL_DIMENSIONS)
    for (const value of new Set(wanted(when) ?? []))
      add(rows, "audiences", { ...subjectOf(place), facet, value });
}

function addEvidence({ rows, platform, operator }: Context, place: Place, field: EvidenceField): void {
  if (!platform) return;
  listAt(place.member, field).forEach((ref, position) => {
    const cited = cite(ref, platform, operator);
    if (!cited) return; // the validator rejects such a reference
    const { shared, source, passage } = parseRef(ref);
    add(rows, "evidence", {
      ...subjectOf(place),
      fact: field.fact,
      position,
      source_owner: shared ? `operator/${platform.operator}` : `platform/${platform.id}`,
      source,
      passage: passage ?? null,
      grade: gradeOf(cited),
    });
  });
}

function addToOwnTable({ rows }: Context, place: Place, list: ListField, table: ListTable): void {
  const ids = place.entity.isRecord ? {} : place.ids;
  const constants = table.fields[list.path.join(".")];
  const members = (values: readonly string[], key: Row): void => {
    // A member that is identified by its value has one row, however often it is listed.
    const listed = table.position === "key" ? values : [...new Set(values)];
    listed.forEach((value, position) => {
      const order: Row = table.position ? { position } : {};
      add(rows, table.name, { ...ids, ...key, ...constants, ...order, [table.value]: value });
    });
  };
  if (!list.keyed || !table.key) members(listAt(place.member, list), {});
  else
    for (const [key, values] of Object.entries(valueAt(place.member, list.path) ?? {}))
      members(values as readonly string[], { [table.key]: key });
}

function addToLists({ rows }: Context, place: Place, list: ListField): void {
  const members = (field: string, values: readonly string[]): void => {
    for (const [position, value] of values.entries())
      add(rows, "lists", { ...subjectOf(place), field, position, value });
  };
  const field = list.path.join(".");
  if (!list.keyed) members(field, listAt(place.member, list));
  else
    for (const [key, values] of Object.entries(valueAt(place.member, list.path) ?? {}))
      members(`${field}.${key}`, values as readonly string[]);
}

function addList(context: Context, place: Place, list: ListField): void {
  const table = listTableOf(place.entity, list);
  if (table) addToOwnTable(context, place, list, table);
  else addToLists(context, place, list);
}

/** The row of a member in its own table. */
function ownRow({ entity, member }: Place, own: Row, internal: boolean): Row {
  const row: Record<string, Value> = { ...own };
  for (const field of entity.fields) if (field.kind === "leaf") row[field.name] = cellAt(member, field);
  for (const c of COMPUTED[entity.name] ?? []) if (internal || !c.internal) row[c.name] = c.compute(member);
  return row;
}

/** Adds the rows of a record or a member, and of everything inside it. */
function addMember(context: Context, place: Place, own: Row, plan: Plan): void {
  const { entity, member, ids } = place;
  if (plan.own) add(context.rows, entity.field, ownRow(place, own, context.layout.internal));
  for (const field of plan.fields)
    if (field.kind === "audience") addAudience(context, place);
    else if (field.kind === "evidence") addEvidence(context, place, field);
    else if (field.kind === "list") addList(context, place, field);
  const parents = entity.isRecord ? {} : ids;
  for (const { entity: inner, plan: innerPlan } of plan.members)
    ((valueAt(member, [inner.field]) ?? []) as readonly object[]).forEach((child, position) => {
      const id = inner.key ? (child as Record<MemberKey, string>)[inner.key] : position;
      addMember(
        context,
        { entity: inner, member: child, ids: { ...parents, [inner.name]: id } },
        { ...parents, position },
        innerPlan,
      );
    });
}

const empty = ({ tables }: Layout): Rows => ({
  tables: Object.fromEntries(tables.map(({ name }) => [name, []])),
  answers: [],
  answerControls: [],
  cells: [],
  platformRegions: [],
  search: [],
});

/** What full-text search covers in addition to names: summaries, titles, labels, events, myths. */
const bodyOf = (p: Platform): string =>
  [
    p.summary,
    ...p.practices.map((x) => x.title),
    ...p.controls.map((c) => c.name),
    ...p.events.map((e) => e.title),
    ...p.myths.map((m) => m.claim),
    ...Object.values(p.plans ?? {}).flat(),
  ].join("\n");

/** The rows of an operator's revision. Pure. */
export function operatorRows(operator: Operator, layout: Layout = EXPORTED): Rows {
  const rows = empty(layout);
  const place: Place = { entity: OPERATOR, member: operator, ids: { operator: operator.id } };
  addMember({ rows, layout }, place, {}, planOf(layout)(OPERATOR));
  rows.tables["tallies"]?.push(...talliesOfOperator(operator));
  return rows;
}

/** The rows of a platform's revision, including its answers. Pure: the same records give the same rows in the same order. */
export function platformRows(
  platform: Platform,
  operator: Operator | undefined,
  layout: Layout = EXPORTED,
  space: AnswerSpace = new AnswerSpace(platform, operator),
): Rows {
  const rows = empty(layout);
  const place: Place = { entity: PLATFORM, member: platform, ids: { platform: platform.id } };
  const own: Row = layout.internal ? { division: divisionOf(space.classes) } : {};
  addMember({ rows, layout, platform, operator }, place, own, planOf(layout)(PLATFORM));
  addAnswers(rows, space, layout);
  if (layout.internal) rows.search.push(searchRow(platform, operator));
  rows.tables["tallies"]?.push(...talliesOf(platform, operator));
  return rows;
}

function searchRow(platform: Platform, operator: Operator | undefined): SearchRow {
  const hosts = hostsOfPlatform(platform);
  const runBy = operator ?? { id: platform.operator, name: platform.operator };
  return {
    name: foldText(platform.name),
    aliases: foldText((platform.aliases ?? []).join(" ")),
    domains: hosts.join(" "),
    keys: [...keysOf(platform), ...hosts.map(compactName)].join(" "),
    operator: foldText(runBy.name),
    operator_keys: keysOf(runBy).join(" "),
    body: foldText(bodyOf(platform)),
  };
}

/** Rows of answers, in the database with the people they are for. */
const forPeople = (
  rows: readonly (StoredAnswer | StoredCell | StatedRow)[],
  division: number | undefined,
): Row[] =>
  trusted<Row[]>(
    division === undefined ? rows : rows.map((row) => ({ ...row, people: peopleOf(division, row) })),
  );

/** Does a cell state something? The database keeps no others. */
const states = ({ verdict, certainty }: StoredCell): boolean =>
  verdict !== "not-stated" || certainty !== null;

function addAnswers(rows: Rows, space: AnswerSpace, { internal }: Layout): void {
  for (const [region, name] of space.classes.classOf) rows.platformRegions.push({ region, class: name });
  for (const row of answerRows(space)) {
    const answer = { ...row, id: rows.answers.length + 1 };
    rows.answers.push(answer);
    for (const { kind, id: control } of row.controls)
      rows.answerControls.push({ answer: answer.id, kind, control });
  }
  for (const row of cellRows(space)) {
    const cell = { ...row, id: rows.cells.length + 1 };
    rows.cells.push(cell);
    for (const { kind, id: control } of row.controls)
      add(rows, "cell_controls", { cell: cell.id, kind, control });
  }
  const cells = internal ? rows.cells.filter(states) : rows.cells;
  rows.tables["platform_regions"]?.push(...rows.platformRegions);
  const division = internal ? divisionOf(space.classes) : undefined;
  rows.tables["answers"]?.push(...forPeople(rows.answers, division));
  rows.tables["answer_controls"]?.push(...rows.answerControls);
  rows.tables["cells"]?.push(...forPeople(cells, division));
  rows.tables["stated"]?.push(...forPeople(statedRows(space), division));
}
