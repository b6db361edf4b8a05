import { findPlatform } from "../../../api/http/find.ts";
import type { Services, Snapshot } from "../../../api/http/services.ts";
import type { ReleasedChange } from "../../../db/index.ts";
import type { Audience, Operator, Platform } from "../../../model/index.ts";
import {
  type OtherAudience,
  otherAudiences,
  type Resolved,
  type ReviewState,
  resolve,
  reviewState,
} from "../../../policy/index.ts";

/** Everything that a platform's page shows. */
export interface PlatformState {
  platform: Platform;
  operator: Operator | undefined;
  resolved: Resolved;
  others: OtherAudience[];
  /** Whether the record can be relied on, and since when; undefined for a past release. */
  review: { state: ReviewState; since: string } | undefined;
  changes: ReleasedChange[];
}

/** The last changes that the page lists. */
const CHANGES = 3;

/** What the watch and the calendar say about the record. */
async function reviewOf(s: Services, at: Snapshot, platform: Platform): Promise<PlatformState["review"]> {
  const { reviews } = at.publication;
  if (reviews === undefined) return undefined;
  return reviewState(platform.review.verified, await s.store.watched(reviews, platform.id), at.today);
}

/** Reads a platform, and resolves it for a person. @throws {Moved} @throws {Problem} `unknown-platform` */
export async function platformState(
  s: Services,
  at: Snapshot,
  id: string,
  who: Audience,
): Promise<PlatformState> {
  const { platform, operator } = await findPlatform(s, at.publication, id);
  const resolved = resolve(platform, who, operator);
  const changes = await s.store.changes({
    upTo: at.publication.id,
    platform: [platform.id],
    class: ["policy", "correction"],
    limit: CHANGES,
  });
  return {
    platform,
    operator,
    resolved,
    others: otherAudiences(platform, resolved, operator),
    review: await reviewOf(s, at, platform),
    changes: changes.slice(0, CHANGES),
  };
}
