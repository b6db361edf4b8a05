import type { Platform, Practice } from "../../model/index.ts";

/** The practices of two records of one platform: those that mean the same use, and those that only one of them has. */
export interface Matched {
  pairs: (readonly [Practice, Practice])[];
  onlyA: Practice[];
  onlyB: Practice[];
}

/** How much two practices of one purpose have in common, 0 to 1: the recipients that both name of those that either names. */
function likeness(a: Practice, b: Practice): number {
  const all = new Set([...a.recipients, ...b.recipients]);
  return [...all].filter((r) => a.recipients.includes(r) && b.recipients.includes(r)).length / all.size;
}

interface Candidate {
  pair: readonly [Practice, Practice];
  likeness: number;
}

/** Same recipients first, then more in common; where two fit as well, those that have the same id, then the order of ids. */
const byFit = ({ pair: [a, b], likeness: x }: Candidate, { pair: [c, d], likeness: y }: Candidate): number =>
  y - x ||
  Number(c.id === d.id) - Number(a.id === b.id) ||
  [a.id, b.id].sort().join(" ").localeCompare([c.id, d.id].sort().join(" "));

/**
 * Matches practices by purpose and recipients: two that name the same recipients before
 * two that share some. Practices of another purpose, or with no recipient in common, are
 * no match. It does not matter which record comes first.
 */
export function matchPractices(a: Pick<Platform, "practices">, b: Pick<Platform, "practices">): Matched {
  const candidates = a.practices
    .flatMap((x) =>
      b.practices
        .filter((y) => x.purpose === y.purpose)
        .map((y) => ({ pair: [x, y] as const, likeness: likeness(x, y) })),
    )
    .filter((c) => c.likeness > 0)
    .sort(byFit);
  const taken = new Set<Practice>();
  const pairs = candidates.flatMap(({ pair }) => {
    if (pair.some((practice) => taken.has(practice))) return [];
    for (const practice of pair) taken.add(practice);
    return [pair];
  });
  const rest = (practices: readonly Practice[]) => practices.filter((practice) => !taken.has(practice));
  return { pairs, onlyA: rest(a.practices), onlyB: rest(b.practices) };
}
