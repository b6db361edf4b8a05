/** How many entries a page has: those of changes are long. */
const SIZE = 25;

/** The entries of a page. @param cursor how many entries there are on it and the older ones */
export const partOf = (cursor: number | undefined): { cursor: number | undefined; size: number } => ({
  cursor,
  size: SIZE,
});

/** Where the next page begins; undefined on the last. */
export function nextOf(total: number, cursor: number | undefined): string | undefined {
  const left = Math.min(cursor ?? total, total) - SIZE;
  return left > 0 ? String(left) : undefined;
}
