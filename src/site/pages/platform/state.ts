import { findPlatform } from "../../../api/http/find.ts";
import type { Services, Snapshot } from "../../../api/http/services.ts";
import type { Publication, ReleasedChange } from "../../../db/index.ts";
import type { Audience, Operator, Platform } from "../../../model/index.ts";
import {
  type OtherAudience,
  otherAudiences,
  type Resolved,
  type ReviewState,
  resolve,
  reviewState,
} from "../../../policy/index.ts";
import { Bounded } from "../../../text/bounded.ts";

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

/** The platforms whose last changes are remembered: they are the same for everyone. */
const REMEMBERED = 2000;

const lastChanges = new WeakMap<Publication, Bounded<ReleasedChange[]>>();

/** The last changes of a record. They are read once for a publication. */
async function changesOf(s: Services, publication: Publication, id: string): Promise<ReleasedChange[]> {
  const known = lastChanges.get(publication) ?? new Bounded<ReleasedChange[]>(REMEMBERED);
  lastChanges.set(publication, known);
  const before = known.get(id);
  if (before) return before;
  const { rows } = await s.store.changes({
    upTo: publication.id,
    platform: [id],
    class: ["policy", "correction"],
    limit: CHANGES,
  });
  const changes = rows.slice(0, CHANGES);
  known.set(id, changes);
  return changes;
}

/** Reads a platform, and resolves it for a person. @throws {Moved} @throws {Problem} `unknown-platform` */
export async function platformState(
  s: Services,
  at: Snapshot,
  id: string,
  who: Audience,
): Promise<PlatformState> {
  const { platform, operator, watched } = await findPlatform(s, at.publication, id);
  const resolved = resolve(platform, who, operator);
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
    changes: await changesOf(s, at.publication, platform.id),
  };
}
