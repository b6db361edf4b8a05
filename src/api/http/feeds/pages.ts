import { canonicalRequest } from "../respond.ts";
import type { FeedPages } from "./entry.ts";

type Query = Parameters<typeof canonicalRequest>[1];

/**
 * The pages around one (RFC 5005, 3), as canonical requests. Pages are counted from the oldest entry, so that new
 * ones shift only the first page: a full page keeps its entries.
 * @param cursor how many entries there are on this page and the older ones; undefined for the first page
 */
export function pagesOf(
  path: string,
  query: Query,
  total: number,
  size: number,
  cursor: number | undefined,
): FeedPages {
  const at = (left: number | undefined) => canonicalRequest(path, { ...query, cursor: left });
  const left = Math.min(cursor ?? total, total);
  const newer = left + size;
  return {
    current: left >= total ? null : at(undefined),
    first: at(undefined),
    previous: left >= total ? null : at(newer >= total ? undefined : newer),
    next: left > size ? at(left - size) : null,
    last: total <= size ? at(undefined) : at(((total - 1) % size) + 1),
  };
}
