import {
  type Column,
  cellAt,
  type Entity,
  type Field,
  listAt,
  snakeCase,
  type Value,
  valueAt,
} from "../../db/columns.ts";
import { ALL_DIMENSIONS, type Fact, type WhenAudience } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { ExportRecord } from "../input.ts";

export type PlatformRecord = Extract<ExportRecord, { kind: "platform" }>;

/** A column of a table for people, with its value for a row's subject. */
export interface FlatColumn<T = unknown> extends Column {
  read(subject: T, item: PlatformRecord): Value;
}

/** No restriction to a region. */
export const EVERYWHERE = "everywhere";
/** No restriction to a value of any other dimension. */
export const ANYONE = "any";

/** Words without spaces, joined by spaces. */
export const codes = (values: readonly string[]): string | null => values.join(" ") || null;
/** Text, joined by " | ". The same within a text becomes " / ". */
export const sentences = (values: readonly string[]): string | null =>
  values.map((text) => text.replaceAll(" | ", " / ")).join(" | ") || null;

/** A URL without spaces, so that it can be in a list that is joined by spaces. */
const withoutSpaces = (url: string): string => url.replaceAll(/\s/g, encodeURIComponent);

/** The URLs of the documents that pointers to evidence lead to. */
export const evidenceUrls = (refs: readonly string[], { record, operator }: PlatformRecord): string | null =>
  codes([
    ...new Set(refs.flatMap((ref) => cite(ref, record, operator)?.source.url ?? []).map(withoutSpaces)),
  ]);

/** A column with text. */
export const textColumn = <T>(
  name: string,
  isRequired: boolean,
  read: FlatColumn<T>["read"],
): FlatColumn<T> => ({ name, type: "string", required: isRequired, read });

/** For whom a `when` is, in a column per dimension. */
const audienceColumns = (path: readonly string[]): FlatColumn[] =>
  ALL_DIMENSIONS.map(({ when, wanted, terms }) =>
    textColumn(when, true, (subject) => {
      const condition = (valueAt(subject, path) ?? {}) as WhenAudience;
      return codes(wanted(condition) ?? []) ?? (terms === null ? EVERYWHERE : ANYONE);
    }),
  );

/** An object of lists, as `key: member | key: member`. */
const keyed = (lists: Readonly<Record<string, readonly string[]>>): string | null =>
  sentences(Object.entries(lists).flatMap(([key, values]) => values.map((value) => `${key}: ${value}`)));

/** The fact whose evidence is in the column `evidence_urls`; the others have a column of their own. */
const MAIN_FACT: Fact = "dataUse";

function columnsOfField(entity: Entity, field: Field): FlatColumn[] {
  switch (field.kind) {
    case "leaf": {
      const { name, type, required } = field;
      const read: FlatColumn["read"] = (subject) => cellAt(subject, field);
      return [{ name: name === "id" ? entity.name : name, type, required, read }];
    }
    case "list": {
      const join = field.sentences ? sentences : codes;
      return [
        textColumn(field.name, field.required, (subject) =>
          field.keyed
            ? keyed((valueAt(subject, field.path) ?? {}) as Record<string, string[]>)
            : join(listAt(subject, field)),
        ),
      ];
    }
    case "evidence": {
      const { fact } = field;
      const prefix = fact === "all" || fact === MAIN_FACT ? "" : `${snakeCase(fact)}_`;
      return [
        textColumn(`${prefix}evidence_urls`, false, (subject, item) =>
          evidenceUrls(listAt(subject, field), item),
        ),
      ];
    }
    case "audience":
      return audienceColumns(field.path);
  }
}

/** Exceptions to what the model gives, by the path of a field. */
export interface Exceptions<T> {
  /** Columns instead of the field's own; none to omit it. */
  instead?: Readonly<Record<string, readonly FlatColumn<T>[]>>;
  /** Columns after the field's own. */
  after?: Readonly<Record<string, readonly FlatColumn<T>[]>>;
  /** Names that other columns of the table have; a field with such a name has the entity's before it. */
  taken?: readonly string[];
}

/**
 * The columns of an entity's fields, in the model's order.
 * @param subject where a row has the entity's member; undefined if it has none, then they are empty
 */
export const columnsOf = <T>(
  entity: Entity,
  subject: (row: T) => unknown,
  { instead = {}, after = {}, taken = [] }: Exceptions<T> = {},
): FlatColumn<T>[] =>
  entity.fields.flatMap((field) => {
    const path = field.path.join(".");
    const own = columnsOfField(entity, field).map(
      (column): FlatColumn<T> => ({
        ...column,
        name: taken.includes(column.name) ? `${entity.name}_${column.name}` : column.name,
        read: (row, item) => {
          const member = subject(row);
          return member === undefined ? null : column.read(member, item);
        },
      }),
    );
    return [...(instead[path] ?? own), ...(after[path] ?? [])];
  });
