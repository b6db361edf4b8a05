import { createHash } from "node:crypto";

const keyOf = (seed: string, id: string): string =>
  createHash("sha256").update(`${seed}/${id}`).digest("hex");

/**
 * Draws some of the ids: the first of a shuffle that the seed decides. Ids are ordered by the SHA-256 of
 * `<seed>/<id>`, so that anyone can repeat the draw, and the order in which ids are given does not matter.
 * @throws {RangeError} for more than there are
 */
export function draw(ids: readonly string[], seed: string, count: number): string[] {
  if (!Number.isInteger(count) || count < 1 || count > ids.length)
    throw new RangeError(`${count} cannot be drawn of ${ids.length}.`);
  return ids
    .map((id) => ({ id, key: keyOf(seed, id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}
