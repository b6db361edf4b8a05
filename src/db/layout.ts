import { remembered } from "../text/remembered.ts";
import type { Entity, Field } from "./columns.ts";
import { listTableOf } from "./list-tables.ts";
import { STORED } from "./stored.ts";
import type { TableSpec } from "./table.ts";
import { TABLES } from "./tables.ts";

/** Some tables, with or without the columns that only queries need. */
export interface Layout {
  tables: readonly TableSpec[];
  internal: boolean;
}

/** The tables as exports have them. */
export const EXPORTED: Layout = { tables: TABLES, internal: false };

/** The tables as the database has them. */
export const DATABASE: Layout = { tables: STORED, internal: true };

/** The tables that a field's rows are in. */
const tableOfField = (entity: Entity, field: Field): string | undefined =>
  field.kind === "audience"
    ? "audiences"
    : field.kind === "evidence"
      ? "evidence"
      : field.kind === "list"
        ? (listTableOf(entity, field)?.name ?? "lists")
        : undefined;

/** What of an entity some tables have: itself, and some of its fields and members. */
export interface Plan {
  own: boolean;
  fields: readonly Field[];
  members: readonly { entity: Entity; plan: Plan }[];
}

/** Every entity is looked at once for each layout. */
export const planOf = remembered((layout: Layout) => {
  const names = new Set(layout.tables.map((t) => t.name));
  const plan = (entity: Entity): Plan => ({
    own: names.has(entity.field),
    fields: entity.fields.filter((field) => names.has(tableOfField(entity, field) ?? "")),
    members: entity.members
      .map((inner) => ({ entity: inner, plan: plan(inner) }))
      .filter(({ plan: { own, fields, members } }) => own || fields.length > 0 || members.length > 0),
  });
  return remembered(plan);
});
