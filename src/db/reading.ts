/** The one query layer for every engine, without what only publishing needs. */
export * from "./database.ts";
export {
  answerTo,
  type ListedAnswer,
  type ListedCell,
  type ListedHeadline,
  type ListedKind,
  type RevisionAnswers,
} from "./queries/answers.ts";
export type { ChangedAnswers, ChangedAnswersOf } from "./queries/changed-answers.ts";
export type {
  ChangeCount,
  ChangeGroup,
  ChangesFound,
  ChangesQuery,
  GroupedChange,
  ReleasedChange,
} from "./queries/changes.ts";
export type { RecordDates } from "./queries/dates.ts";
export type { DifferingPage, DifferingRecord } from "./queries/differing.ts";
export type { EventsQuery, ListedEvent } from "./queries/events.ts";
export { type ListedPlatform, type ListQuery, SORT_KEYS, type SortKey } from "./queries/list.ts";
export type { ListFilters } from "./queries/list-filters.ts";
export type { RecordedIn, RecordKind } from "./queries/names.ts";
export type { NewPlatform } from "./queries/new-platforms.ts";
export type { Part } from "./queries/part.ts";
export { entryOf, type PlatformEntry, type StoredPlatform, type Watched } from "./queries/platforms.ts";
export type { Release } from "./queries/releases.ts";
export type { Share, Stats } from "./queries/stats.ts";
export * from "./store.ts";
