import { type Platform, type Practice, parseRef, type Rule, type Source } from "../../model/index.ts";
import type { Operators } from "../check.ts";
import type { Path } from "../problems.ts";

/** Every rule of a platform with its practice and its path. */
export function* rulesOf(p: Platform): Generator<{ practice: Practice; rule: Rule; path: Path }> {
  for (const [i, practice] of p.practices.entries())
    for (const [j, rule] of practice.rules.entries())
      yield { practice, rule, path: ["practices", i, "rules", j] };
}

/** Every pointer to evidence in a platform's record, with its path. */
export function* evidenceRefs(p: Platform): Generator<{ ref: string; path: Path }> {
  for (const { rule, path } of rulesOf(p))
    for (const [fact, refs] of Object.entries(rule.evidence))
      for (const [k, ref] of (refs ?? []).entries()) yield { ref, path: [...path, "evidence", fact, k] };
  for (const list of ["controls", "events", "myths"] as const)
    for (const [i, item] of p[list].entries())
      for (const [k, ref] of item.evidence.entries()) yield { ref, path: [list, i, "evidence", k] };
}

/** The sources that a pointer can mean: the record's own or its operator's. */
export const sourcesFor = (p: Platform, ref: string, dataset: Operators): readonly Source[] =>
  parseRef(ref).shared ? (dataset.operators.get(p.operator)?.record.sources ?? []) : p.sources;
