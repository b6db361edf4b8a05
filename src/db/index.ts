/** The dataset in SQL: publishing and the one query layer for every engine. */
export * from "./database.ts";
export { LEASE_SECONDS, type LeaseOptions, withLease } from "./lease.ts";
export * from "./publish.ts";
export * from "./publish-history.ts";
export type { ChangeCount, ChangesQuery, ReleasedChange, Slice } from "./queries/changes.ts";
export type { RecordDates } from "./queries/dates.ts";
export type { DifferingRecord } from "./queries/differing.ts";
export type { EventsQuery, ListedEvent } from "./queries/events.ts";
export {
  type ListedCell,
  type ListedHeadline,
  type ListedKind,
  type ListedPlatform,
  type ListedPractice,
  type ListQuery,
  SORT_KEYS,
  type SortKey,
} from "./queries/list.ts";
export type { ListFilters } from "./queries/list-filters.ts";
export type { RecordedIn, RecordKind } from "./queries/names.ts";
export type { Share, Stats } from "./queries/stats.ts";
export * from "./store.ts";
