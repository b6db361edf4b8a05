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

/** Reads a platform, and resolves it for a person. @throws {Moved} @throws {Problem} `unknown-platform` */
export async function platformState(
  s: Services,
  at: Snapshot,
  id: string,
  who: Audience,
): Promise<PlatformState> {
  const { platform, operator, watched } = await findPlatform(s, at.publication, id);
  const resolved = resolve(platform, who, operator);
  const { rows: changes } = await s.store.changes({
    upTo: at.publication.id,
    platform: [platform.id],
    class: ["policy", "correction"],
    limit: CHANGES,
  });
  return {
    platform,
    operator,
    resolved,
    others: otherAudiences(platform, resolved),
    // A past release is not watched.
    review:
      at.publication.reviews === undefined
        ? undefined
        : reviewState(platform.review.verified, watched, at.today),
    changes: changes.slice(0, CHANGES),
  };
}
