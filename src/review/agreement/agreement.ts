import type { Platform } from "../../model/index.ts";
import { type Disagreement, disagreementsOf } from "./disagreements.ts";
import { FIELDS, type Field, pairsOf } from "./fields.ts";
import { compare } from "./items.ts";
import { type Agreed, agreementOf } from "./kappa.ts";
import { matchPractices } from "./match.ts";

/** How far two records of one platform, written independently, agree. */
export interface Agreement {
  platform: { id: string; name: string };
  practices: { matched: number; onlyA: string[]; onlyB: string[] };
  /** Audiences and periods that either record distinguishes, over all matched practices. */
  items: number;
  fields: ({ field: Field["name"] } & Agreed)[];
  /** Worst first. */
  disagreements: Disagreement[];
}

/**
 * Compares two records of the same platform: which practices both have, and per field
 * how far they agree over every audience and period that either distinguishes, with
 * equal weight. Symmetric except for the names of the two sides.
 */
export function agreement(a: Platform, b: Platform): Agreement {
  const matched = matchPractices(a, b);
  const compared = matched.pairs.map((pair) => compare([a, b], pair));
  return {
    platform: { id: a.id, name: a.name },
    practices: {
      matched: matched.pairs.length,
      onlyA: matched.onlyA.map((p) => p.id),
      onlyB: matched.onlyB.map((p) => p.id),
    },
    items: compared.reduce((sum, c) => sum + c.items.length, 0),
    fields: FIELDS.map((field) => ({
      field: field.name,
      ...agreementOf(compared.flatMap((c) => pairsOf(field, c))),
    })),
    disagreements: disagreementsOf([a, b], matched, compared),
  };
}
