import * as z from "zod";
import { Problem } from "../../../api/http/problem.ts";
import type { Services, Snapshot } from "../../../api/http/services.ts";
import type { Operator, Platform } from "../../../model/index.ts";
import { type Resolved, type ReviewState, resolve, reviewState } from "../../../policy/index.ts";
import type { View } from "../../view.ts";

/** How many services a checklist can have, and a review, whose answers cost more: docs/limits.md says what that is. */
export const MOST_SERVICES = { checklist: 100, review: 40 } as const;

/** Longer text is no name. */
const LONGEST = 100;

/**
 * The chosen services: ids, aliases or names, separated by commas, or one in each of several parameters, as forms
 * without scripts send them. Their order has no meaning.
 */
export const chosenParam = z
  .union([z.string(), z.array(z.string())])
  .transform((given): string[] =>
    [given]
      .flat()
      .flatMap((text) => text.split(","))
      .map((text) => text.trim().slice(0, LONGEST))
      .filter((text) => text !== "")
      .toSorted()
      .filter((text, i, all) => text !== all[i - 1]),
  )
  .optional();

/** A chosen service with its answer for the person. */
export interface ChosenService {
  platform: Platform;
  operator: Operator | undefined;
  resolved: Resolved;
  /** Whether the record can be relied on, and since when; undefined for a past release. */
  review: { state: ReviewState; since: string } | undefined;
}

/** The chosen services, and what is not in the dataset. */
export interface Chosen {
  services: ChosenService[];
  /** As they were written. */
  unknown: string[];
  /** What the list is called in links: ids, and what is not known. */
  ids: string[];
}

/**
 * Reads the chosen services.
 * @param most how many there can be
 * @throws {Problem} `invalid-parameter`, where there are more than a list can have
 */
export async function chosenServices(
  s: Services,
  at: Snapshot,
  { who }: View,
  written: readonly string[],
  most: number,
): Promise<Chosen> {
  if (written.length > most) {
    const detail = `ids: a list has at most ${most} services here, and this one has ${written.length}. Make two lists.`;
    throw new Problem("invalid-parameter", detail, [{ parameter: "ids", detail }]);
  }
  const names = await s.names.of(at.publication, "platform");
  const found = new Set<string>();
  const unknown: string[] = [];
  for (const text of written) {
    const id = names.find(text);
    if (id === undefined) unknown.push(text);
    else found.add(id);
  }
  const entries = await s.records.of(at.publication, [...found]);
  const services = [...found].flatMap((id): ChosenService[] => {
    const entry = entries.get(id);
    if (entry === undefined) return [];
    const { platform, operator, watched } = entry;
    const resolved = resolve(platform, who, operator);
    // A past release is not watched.
    const isWatched = at.publication.reviews !== undefined;
    const review = isWatched ? reviewState(platform.review.verified, watched, at.today) : undefined;
    return [{ platform, operator, resolved, review }];
  });
  return { services, unknown, ids: [...found].sort().concat(unknown) };
}
