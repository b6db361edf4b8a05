/** What two people said about the same item. */
export type Pair = readonly [a: string, b: string];

/** How far two people agree over some items. */
export interface Agreed {
  items: number;
  agreed: number;
  /** `agreed / items`; null where there are no items. */
  raw: number | null;
  /** Cohen's κ; null where it is undefined: no items, or both said the same thing everywhere. */
  kappa: number | null;
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Cohen's κ for two raters and nominal categories, every item with equal weight:
 * (observed − expected) / (1 − expected), where `expected` is the agreement by
 * chance of two people who give each answer as often as these two.
 * J. Cohen, "A coefficient of agreement for nominal scales", Educational and
 * Psychological Measurement 20(1), 1960, 37–46.
 * @example agreementOf([["yes", "yes"], ["no", "no"], ["yes", "no"]]).kappa // 0.4
 */
export function agreementOf(pairs: readonly Pair[]): Agreed {
  const items = pairs.length;
  const agreed = pairs.filter(([a, b]) => a === b).length;
  if (items === 0) return { items, agreed, raw: null, kappa: null };
  const [as, bs] = [tally(pairs.map(([a]) => a)), tally(pairs.map(([, b]) => b))];
  // In whole numbers, so that "expected is 1" is exact.
  const expected = [...as].reduce((sum, [value, n]) => sum + n * (bs.get(value) ?? 0), 0);
  const chance = items * items - expected;
  return {
    items,
    agreed,
    raw: agreed / items,
    kappa: chance === 0 ? null : (agreed * items - expected) / chance,
  };
}
