import { OVERALL } from "../db/answer-rows.ts";
import { ANY, REST } from "../db/segments.ts";
import { LICENCE, type Operator, type Platform, type When } from "../model/index.ts";
import { cite, compactRegions, sortDay } from "../policy/index.ts";
import type { ExportInput, ExportRecord } from "./input.ts";
import type { Column, ColumnType, ExportTable, Value } from "./tables.ts";

/*
 * Tables for people and spreadsheets: everything that a row needs stands in it, lists are
 * joined by spaces (codes) or " | " (sentences), and "any" is written out.
 */

type PlatformRecord = Extract<ExportRecord, { kind: "platform" }>;
type Cells = Record<string, Value>;

const EVERYWHERE = "everywhere";
const REST_OF_WORLD = "rest of the world";
const any = (value: string): string => (value === ANY ? "any" : value);
const codes = (values: readonly string[] | undefined): string | null =>
  values && values.length > 0 ? values.join(" ") : null;
const sentences = (values: readonly string[] | undefined): string | null =>
  values && values.length > 0 ? values.join(" | ") : null;

/** Where the documents that pointers mean stand on the web. */
const urls = (refs: readonly string[], platform: Platform, operator: Operator | undefined): string | null =>
  codes([...new Set(refs.flatMap((ref) => cite(ref, platform, operator)?.source.url ?? []))]);

/** For whom a condition is, in columns. */
const audience = (when: When | undefined): Cells => ({
  regions: codes(when?.regions) ?? EVERYWHERE,
  plans: codes(when?.plans) ?? "any",
  age: when?.age ?? "any",
  account: when?.account ?? "any",
});
const AUDIENCE = ["regions", "plans", "age", "account"];

/** The places of each class that a platform's rules tell apart, written short. */
function placesOf({ rows }: PlatformRecord): (region: string) => string {
  const members = new Map<string, string[]>();
  for (const { region, class: name } of rows.platformRegions)
    members.set(name, [...(members.get(name) ?? []), region]);
  const groups = new Set(["EU", "EEA"]);
  return (region) => {
    if (region === ANY) return EVERYWHERE;
    const places = compactRegions((members.get(region) ?? []).filter((code) => !groups.has(code)));
    return region === REST ? REST_OF_WORLD : places.join(" ");
  };
}

function answers(item: PlatformRecord): Cells[] {
  const { record, operator, rows } = item;
  const places = placesOf(item);
  const rules = new Map(record.practices.flatMap((p) => p.rules.map((rule) => [`${p.id}/${rule.id}`, rule])));
  const practices = new Map(record.practices.map((p) => [p.id, p]));
  const controls = new Map<number, string[]>();
  for (const { answer, control } of rows.answerControls)
    controls.set(answer, [...(controls.get(answer) ?? []), control]);
  return rows.answers
    .filter((a) => a.practice !== OVERALL)
    .map((a) => {
      const rule = rules.get(`${a.practice}/${a.rule}`);
      return {
        practice: a.practice,
        title: practices.get(a.practice)?.title ?? null,
        purpose: a.purpose,
        recipients: codes(practices.get(a.practice)?.recipients),
        regions: places(a.region),
        plan: any(a.plan),
        age: any(a.age),
        account: any(a.account),
        valid_from: a.validFrom === "" ? null : a.validFrom,
        valid_until: a.validUntil === "9999-12-31" ? null : a.validUntil,
        rule: a.rule ?? null,
        use: a.use,
        default: a.default ?? null,
        verdict: a.verdict,
        certainty: a.certainty ?? null,
        legal_basis: rule?.legalBasis ?? null,
        data_includes: codes(rule?.data?.includes),
        data_excludes: codes(rule?.data?.excludes),
        controls: codes(controls.get(a.id)),
        grade_use: a.gradeUse ?? null,
        note: rule?.note ?? null,
        evidence_urls: urls(rule?.evidence.use ?? [], record, operator),
      };
    });
}

const events = ({ record, operator }: PlatformRecord): Cells[] =>
  record.events.map((e) => ({
    event: e.id,
    type: e.type,
    day: sortDay(e.dates),
    announced: e.dates.announced ?? null,
    effective: e.dates.effective ?? null,
    observed: e.dates.observed ?? null,
    reported: e.dates.reported ?? null,
    title: e.title,
    detail: e.detail ?? null,
    ...audience(e.when),
    practices: codes(e.practices),
    evidence_urls: urls(e.evidence, record, operator),
  }));

const controls = ({ record, operator }: PlatformRecord): Cells[] =>
  record.controls.map((c) => ({
    control: c.id,
    kind: c.kind,
    label: c.label,
    protects: c.protects,
    protects_when: c.protectsWhen ?? null,
    actor: c.actor,
    scope: c.scope,
    steps: sentences(c.steps),
    url: c.url ?? null,
    ...audience(c.when),
    valid_from: c.when?.from ?? null,
    valid_until: c.when?.until ?? null,
    effect: c.effect,
    exceptions: sentences(c.exceptions),
    friction: codes(c.friction),
    rights: codes(c.rights),
    practices: codes(
      record.practices.filter((p) => p.rules.some((r) => r.controls?.includes(c.id))).map((p) => p.id),
    ),
    note: c.note ?? null,
    evidence_urls: urls(c.evidence, record, operator),
  }));

interface Flat {
  name: string;
  description: string;
  columns: string[];
  required: string[];
  primaryKey: string[];
  cells(item: PlatformRecord): Cells[];
}

const FLAT: readonly Flat[] = [
  {
    name: "ai-data-use-answers",
    description:
      "One row for each platform, practice, and audience and time that differ: what is done, by default, and what it means.",
    columns: [
      ...[
        "practice",
        "title",
        "purpose",
        "recipients",
        "regions",
        "plan",
        "age",
        "account",
        "valid_from",
        "valid_until",
        "rule",
        "use",
        "default",
        "verdict",
      ],
      ...[
        "certainty",
        "legal_basis",
        "data_includes",
        "data_excludes",
        "controls",
        "grade_use",
        "note",
        "evidence_urls",
      ],
    ],
    required: [
      "practice",
      "title",
      "purpose",
      "recipients",
      "regions",
      "plan",
      "age",
      "account",
      "use",
      "verdict",
    ],
    primaryKey: ["platform", "practice", "regions", "plan", "age", "account", "valid_from"],
    cells: answers,
  },
  {
    name: "ai-data-use-events",
    description: "One row for each event: what changed, when, for whom.",
    columns: [
      "event",
      "type",
      "day",
      "announced",
      "effective",
      "observed",
      "reported",
      "title",
      "detail",
      ...AUDIENCE,
      "practices",
      "evidence_urls",
    ],
    required: ["event", "type", "day", "title", ...AUDIENCE],
    primaryKey: ["platform", "event"],
    cells: events,
  },
  {
    name: "ai-data-use-controls",
    description: "One row for each control: what people can do, where it is, and what it does not undo.",
    columns: [
      ...[
        "control",
        "kind",
        "label",
        "protects",
        "protects_when",
        "actor",
        "scope",
        "steps",
        "url",
        ...AUDIENCE,
        "valid_from",
        "valid_until",
        "effect",
      ],
      ...["exceptions", "friction", "rights", "practices", "note", "evidence_urls"],
    ],
    required: ["control", "kind", "label", "protects", "actor", "scope", ...AUDIENCE, "effect"],
    primaryKey: ["platform", "control"],
    cells: controls,
  },
];

/** Where a whole day stands; of controls and rules the dates are as precise as they are known. */
const isDay = (table: string, column: string): boolean =>
  column === "day" || (table === "ai-data-use-answers" && column.startsWith("valid_"));

/** The tables for people, each row with its release and licence. */
export const flatTables = ({ release }: Pick<ExportInput, "release">): ExportTable[] =>
  FLAT.map(({ name, description, columns, required, primaryKey, cells }) => {
    const column = (c: string, type: ColumnType = "string"): Column => ({
      name: c,
      type,
      required: required.includes(c),
    });
    const around = (c: string): Column => ({ name: c, type: "string", required: true });
    return {
      name,
      description,
      columns: [
        ...["platform", "name", "operator", "category"].map(around),
        ...columns.map((c) => column(c, isDay(name, c) ? "date" : "string")),
        ...["release", "licence"].map(around),
      ],
      primaryKey,
      rowsOf: (item) =>
        item.kind === "operator"
          ? []
          : cells(item).map((row) => [
              ...[item.record.id, item.record.name, item.record.operator, item.record.category],
              ...columns.map((c) => row[c] ?? null),
              ...[release.version, LICENCE.id],
            ]),
    };
  });
