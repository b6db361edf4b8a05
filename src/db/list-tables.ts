import type { Entity, ListField, Value } from "./columns.ts";
import { required, type TableSpec } from "./table.ts";

/** A table for the members of some lists. */
export interface ListTable {
  name: string;
  description: string;
  /** The entity that the lists belong to. */
  of: string;
  /** Its lists by path, each with the cells that tell its rows from those of the others. */
  fields: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  /** The column of the members. */
  value: string;
  /** The column of the key under which a keyed list is. */
  key?: string;
  /** Whether the order has meaning; `key` if members are identified by their position. */
  position?: "key" | "order";
}

/** Lists with a table of their own, because people join or look up by them. Every other list is in `lists`. */
export const LIST_TABLES: readonly ListTable[] = [
  {
    name: "platform_plans",
    description: "The platforms' own names for each plan.",
    of: "platform",
    fields: { plans: {} },
    value: "name",
    key: "plan",
    position: "key",
  },
  {
    name: "apps",
    description: "The platforms' apps, as the stores identify them.",
    of: "platform",
    fields: { "apps.android": { store: "android" }, "apps.apple": { store: "apple" } },
    value: "app",
  },
  {
    name: "aliases",
    description: "Former ids and other names.",
    of: "platform",
    fields: { aliases: {} },
    value: "alias",
  },
  {
    name: "practice_kinds",
    description: "The kinds of data that a practice is about.",
    of: "practice",
    fields: { kinds: {} },
    value: "kind",
    position: "order",
  },
  {
    name: "practice_recipients",
    description: "Who gets to use the data.",
    of: "practice",
    fields: { recipients: {} },
    value: "recipient",
  },
  {
    name: "rule_data",
    description: "Kinds of data that a rule includes or excludes.",
    of: "rule",
    fields: { "data.includes": { included: true }, "data.excludes": { included: false } },
    value: "category",
  },
  {
    name: "rule_controls",
    description: "Controls that act on a rule's use.",
    of: "rule",
    fields: { controls: {} },
    value: "control",
    position: "order",
  },
  {
    name: "steps",
    description: "How to reach a control.",
    of: "control",
    fields: { steps: {} },
    value: "text",
    position: "key",
  },
  {
    name: "control_traits",
    description: "Exceptions, friction and rights of controls.",
    of: "control",
    fields: {
      exceptions: { aspect: "exception" },
      friction: { aspect: "friction" },
      rights: { aspect: "right" },
    },
    value: "value",
  },
  {
    name: "event_practices",
    description: "Practices that an event concerns.",
    of: "event",
    fields: { practices: {} },
    value: "practice",
  },
];

/** The table of a list that has one of its own. */
export const listTableOf = (entity: Entity, { path }: ListField): ListTable | undefined =>
  LIST_TABLES.find((t) => t.of === entity.name && path.join(".") in t.fields);

/** The columns by which members of an entity are identified, its parents' included. None for a whole record. */
export const identityOf = (entity: Entity): string[] =>
  entity.isRecord ? [] : [...entity.parents, entity.name];

/** The specification of a list's table. */
export function listSpec(table: ListTable, entity: Entity): TableSpec {
  const constants = Object.entries(Object.values(table.fields)[0] ?? {}).map(([name, value]) =>
    required(name, typeof value === "boolean" ? "boolean" : "string"),
  );
  const aspects = constants.filter((c) => c.type === "string");
  const flags = constants.filter((c) => c.type === "boolean");
  const keys = [
    ...identityOf(entity).map((n) => required(n)),
    ...(table.key ? [required(table.key)] : []),
    ...aspects,
  ];
  const value = required(table.value);
  const position = required("position", "integer");
  return {
    name: table.name,
    description: table.description,
    of: "platform",
    columns: [
      ...keys,
      ...(table.position === "key" ? [position, value] : [value, ...flags]),
      ...(table.position === "order" ? [position] : []),
    ],
    primaryKey: [
      ...keys.map((c) => c.name),
      ...(table.position === "key" ? ["position"] : [table.value, ...flags.map((c) => c.name)]),
    ],
  };
}
