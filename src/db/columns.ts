import type * as z from "zod";
import { ALL_DIMENSIONS, evidenceRef, operatorSchema, platformSchema } from "../model/index.ts";
import { MEMBER_KEYS, type MemberKey } from "../text/json.ts";

/*
 * The record model as SQL and tables see it. This walker over the Zod schemas is the only place
 * that decides what a field becomes; the Drizzle tables, the row writer and the exported tables
 * read its result. An optional field added to the model appears in all of them.
 */

/** The type of a column. `date` is a whole day; dates of lower precision are strings. */
export type ColumnType = "string" | "integer" | "boolean" | "date";

/** A cell of a table. */
export type Value = string | number | boolean | null;

/** A column of a table. */
export interface Column {
  name: string;
  type: ColumnType;
  /** Whether every record has a value. */
  required: boolean;
}

/** A field with one value. Its column is named after its path. */
export interface Leaf extends Column {
  kind: "leaf";
  path: readonly string[];
}

/** A field with a list of words or sentences, or (`keyed`) an object of such lists. */
export interface ListField {
  kind: "list";
  path: readonly string[];
  name: string;
  /** Whether its members can contain spaces. */
  sentences: boolean;
  keyed: boolean;
  /** Whether every record has at least one. */
  required: boolean;
}

/** A list of pointers to evidence, with the fact that they support; `all` if for the whole member. */
export interface EvidenceField {
  kind: "evidence";
  path: readonly string[];
  fact: string;
}

/** The fields of `when` that say for whom something is: one for each dimension. */
export interface AudienceField {
  kind: "audience";
  path: readonly string[];
}

export type Field = Leaf | ListField | EvidenceField | AudienceField;

/** A kind of record, or of the members of one of its lists: what its fields become. */
export interface Entity {
  /** Singular: `rule`. */
  name: string;
  /** The field that lists it: `rules`. Also the name of its table. */
  field: string;
  description: string;
  /** Whether it is a whole record, not a member of one. */
  isRecord: boolean;
  /** The names of the entities that it is a member of, outermost first, without the record itself. */
  parents: readonly string[];
  /** The field that identifies it among the members of its list; undefined where its position does. */
  key: MemberKey | undefined;
  /** Its fields in the model's order, without the lists of members. */
  fields: Field[];
  members: Entity[];
}

/** Fields that are about the file, not about what the record says. */
export const FILE_FIELDS: ReadonlySet<string> = new Set(["$schema", "schemaVersion"]);

/** What columns of an object's fields are prefixed with, where it is not the object's name. */
const PREFIXES: Readonly<Record<string, string>> = { when: "valid", dates: "", review: "" };

/**
 * Fields whose name needs quoting in an SQL engine or in Rust: their columns have the entity's name before
 * it, as in `event_type`. test/guards/tables.test.ts finds those that are missing here.
 */
const RESERVED: ReadonlySet<string> = new Set(["commit", "end", "start", "type"]);

const AUDIENCE_FIELDS: ReadonlySet<string> = new Set(ALL_DIMENSIONS.map((d) => d.when));

/** `legalBasis` → `legal_basis`. */
export const snakeCase = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** `copies` → `copy`, `rules` → `rule`. */
const singular = (field: string): string => field.replace(/ies$/, "y").replace(/([^y])s$/, "$1");

/** A path as a column's name. A `date` inside an object is named like the object: `withdrawn.date` → `withdrawn`. */
function columnName(path: readonly string[]): string {
  const parts = path.length > 1 && path.at(-1) === "date" ? path.slice(0, -1) : path;
  return parts
    .map((key, i) => (i < path.length - 1 && i < parts.length - 1 ? (PREFIXES[key] ?? key) : key))
    .filter((part) => part !== "")
    .map(snakeCase)
    .join("_");
}

type Schema = z.core.$ZodType;

/** A schema without what makes it optional, and whether a value must be present. */
function unwrap(schema: Schema): { schema: z.core.$ZodTypes; required: boolean } {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type === "optional" || def.type === "nullable" || def.type === "default")
    return { ...unwrap(def.innerType), required: false };
  return { schema: schema as z.core.$ZodTypes, required: true };
}

const accepts = (schema: Schema, value: unknown): boolean => (schema as z.ZodType).safeParse(value).success;

/** Whole days are recognised by what their schema accepts. */
const isDaySchema = (schema: Schema): boolean =>
  accepts(schema, "2026-01-31") && !accepts(schema, "2026-02-31") && !accepts(schema, "2026");

function typeOf(schema: z.core.$ZodTypes): ColumnType | undefined {
  switch (schema._zod.def.type) {
    case "string":
      return isDaySchema(schema) ? "date" : "string";
    case "enum":
      return "string";
    case "number":
      return "integer";
    case "boolean":
      return "boolean";
    default:
      return undefined;
  }
}

/** A list of members, of pointers to evidence, or of words. `list` is its schema. */
function addList(
  entity: Entity,
  path: readonly string[],
  list: z.core.$ZodArray,
  { keyed, required }: { keyed: boolean; required: boolean },
): void {
  const { element } = list._zod.def;
  const member = unwrap(element).schema;
  const { def } = member._zod;
  if (def.type === "object" && !keyed) {
    const field = path.join(".");
    const parents = entity.isRecord ? [] : [...entity.parents, entity.name];
    entity.members.push(entityOf(field, singular(field), member, parents));
  } else if (element === evidenceRef)
    entity.fields.push({ kind: "evidence", path, fact: path.slice(1).join(".") || "all" });
  else if (typeOf(member) === "string")
    entity.fields.push({
      kind: "list",
      path,
      name: columnName(path),
      sentences: accepts(member, "two words"),
      keyed,
      required: required && !accepts(list, []),
    });
  else throw new Error(`${path.join(".")}: src/db/columns.ts has no table for a list of ${def.type}.`);
}

/** One entry for all fields of `when` that are dimensions. */
function addAudience(entity: Entity, path: readonly string[]): void {
  if (!entity.fields.some((f) => f.kind === "audience")) entity.fields.push({ kind: "audience", path });
}

function addField(entity: Entity, path: readonly string[], field: Schema, within: boolean): void {
  const { schema, required: present } = unwrap(field);
  const required = within && present;
  const { def } = schema._zod;
  const type = typeOf(schema);
  if (type) {
    const plain = columnName(path);
    const name = RESERVED.has(plain) ? `${entity.name}_${plain}` : plain;
    entity.fields.push({ kind: "leaf", path, name, type, required });
  } else if (def.type === "object") addFields(entity, def.shape, path, required);
  else if (def.type === "array")
    addList(entity, path, schema as z.core.$ZodArray, { keyed: false, required });
  else if (def.type === "record" && unwrap(def.valueType).schema._zod.def.type === "array")
    addList(entity, path, unwrap(def.valueType).schema as z.core.$ZodArray, { keyed: true, required });
  else throw new Error(`${path.join(".")}: src/db/columns.ts has no column for the type ${def.type}.`);
}

function addFields(
  entity: Entity,
  shape: Readonly<Record<string, Schema>>,
  path: readonly string[],
  within: boolean,
): void {
  for (const [key, field] of Object.entries(shape))
    if (path[0] === "when" && AUDIENCE_FIELDS.has(key)) addAudience(entity, path);
    else if (!FILE_FIELDS.has(key)) addField(entity, [...path, key], field, within);
}

function entityOf(field: string, name: string, schema: Schema, parents?: readonly string[]): Entity {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  if (def.type !== "object") throw new Error(`${field} is not an object.`);
  const entity: Entity = {
    name,
    field,
    description: (schema as z.ZodType).description ?? "",
    isRecord: parents === undefined,
    parents: parents ?? [],
    key: MEMBER_KEYS.find((key) => key in def.shape),
    fields: [],
    members: [],
  };
  addFields(entity, def.shape, [], true);
  return entity;
}

/** The two kinds of records. */
export const OPERATOR: Entity = entityOf("operators", "operator", operatorSchema);
export const PLATFORM: Entity = entityOf("platforms", "platform", platformSchema);

/** An entity and everything inside it, outermost first. */
export const withMembers = (entity: Entity): Entity[] => [entity, ...entity.members.flatMap(withMembers)];

/** A platform's record or the members of one of its lists, by name. @throws for an unknown name */
export function entityNamed(name: string): Entity {
  const entity = withMembers(PLATFORM).find((e) => e.name === name);
  if (!entity) throw new Error(`The model has no ${name}.`);
  return entity;
}

/** The leaves of an entity. */
export const leavesOf = ({ fields }: Entity): Leaf[] => fields.filter((f) => f.kind === "leaf");

/** The value at a path of a record; undefined where there is none. */
export const valueAt = (record: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record);

/** A leaf's value as a cell. */
export const cellAt = (record: unknown, { path }: Pick<Leaf, "path">): Value =>
  (valueAt(record, path) as Value | undefined) ?? null;

/** A list's members, empty where the record has none. Not for keyed lists. */
export const listAt = (record: unknown, { path }: Pick<ListField, "path">): readonly string[] =>
  (valueAt(record, path) as readonly string[] | undefined) ?? [];
