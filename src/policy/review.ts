import { addDays } from "../model/dates.ts";
import { STALE_AFTER_DAYS } from "../model/watch.ts";

/** Can a record still be relied on? */
export type ReviewState = "current" | "source-changed" | "overdue";

/**
 * The state of a record's review, and since when: a document moved (since it did), nobody has
 * checked it for {@link STALE_AFTER_DAYS} days (since it was due), or neither (since it was checked).
 * @param watched what the watch last said; undefined where no document of the record was watched
 */
export function reviewState(
  verified: string,
  watched: { state: "current" | "source-changed"; since: string | null } | undefined,
  today: string,
): { state: ReviewState; since: string } {
  if (watched?.state === "source-changed")
    return { state: "source-changed", since: watched.since ?? verified };
  const due = addDays(verified, STALE_AFTER_DAYS);
  return today >= due ? { state: "overdue", since: due } : { state: "current", since: verified };
}
