import type { Operator, Platform } from "../../../model/index.ts";

/** A record on one side of a change, in the present format, with the operator whose documents it cites. */
export interface RecordState {
  /** A platform's record or an operator's. */
  record: Platform | Operator;
  operator?: Operator | undefined;
}

/** What a change lies between; undefined where there was or is no record. */
export interface Sides {
  before: RecordState | undefined;
  after: RecordState | undefined;
}

/** A change of one place of a record, as ledgers keep it. */
export interface PlaceChange {
  /** The key that the record had before, where the change is that it was renamed. */
  renamedFrom?: string | undefined;
  path: string;
  before?: unknown;
  after?: unknown;
  order?: { before: readonly string[]; after: readonly string[] } | undefined;
}
