import type { Platform, Practice } from "../../model/index.ts";

/** The practices of two records of one platform: those that are the same use, and those that only one record has. */
export interface Matched {
  pairs: (readonly [Practice, Practice])[];
  onlyA: Practice[];
  onlyB: Practice[];
}

/** How much two lists have in common, 0 to 1: the members of both, of the members of either. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return [...all].filter((x) => a.includes(x) && b.includes(x)).length / all.size;
}

/**
 * How much two practices of one purpose have in common, 0 to 3: recipients, kinds of data, kind of model
 * (half where one record does not specify it). 0 where they cannot be the same use: no recipient or no
 * kind of data in common, or one about generative models and one about others, with different ids.
 */
function likeness(a: Practice, b: Practice): number {
  const [recipients, kinds] = [overlap(a.recipients, b.recipients), overlap(a.kinds, b.kinds)];
  const model = a.model === b.model ? 1 : [a.model, b.model].includes("unstated") ? 0.5 : 0;
  return recipients === 0 || kinds === 0 || (model === 0 && a.id !== b.id) ? 0 : recipients + kinds + model;
}

interface Candidate {
  pair: readonly [Practice, Practice];
  likeness: number;
}

/** Those with most in common first; among equals those with the same id, then the order of ids. */
const byFit = ({ pair: [a, b], likeness: x }: Candidate, { pair: [c, d], likeness: y }: Candidate): number =>
  y - x ||
  Number(c.id === d.id) - Number(a.id === b.id) ||
  [a.id, b.id].sort().join(" ").localeCompare([c.id, d.id].sort().join(" "));

/**
 * Matches practices by purpose, recipients, kinds of data and kind of model: those with most in common
 * first. Practices with another purpose do not match. It does not matter which record comes first.
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
