import type { Platform, Practice, Rule } from "../../model/index.ts";
import { cite, concerns, conditionsOf, representative, segmentsOf, winningRule } from "../../policy/index.ts";
import type { DatasetCheck, Loaded } from "../check.ts";
import { type Path, show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

/** A rule that cites a passage for its `dataUse`. */
interface Citing {
  platform: Loaded<Platform>;
  practice: Practice;
  rule: Rule;
  path: Path;
  ref: string;
}

/** Are both about the same question: the same sort of model, and a kind of data in common? */
const sameQuestion = (a: Practice, b: Practice): boolean =>
  a.model === b.model && a.kinds.some((kind) => b.kinds.includes(kind));

/** Are there people whom both practices concern and both rules answer, on the same day? */
function meets(a: Citing, b: Citing): boolean {
  if (!sameQuestion(a.practice, b.practice)) return false;
  const conditions = [...conditionsOf(a.practice, []), ...conditionsOf(b.practice, [])];
  return segmentsOf(conditions)
    .map(representative)
    .some((who) => [a, b].every((x) => concerns(x.practice, who) && winningRule(x.practice, who) === x.rule));
}

/** Rules of equal tables meet the same people: platforms that share a table are compared once. */
const tableOf = ({ practice, rule }: Citing): string =>
  JSON.stringify([
    practice.model,
    practice.kinds,
    practice.rules.map((r) => r.when ?? {}),
    practice.rules.indexOf(rule),
    rule.dataUse,
  ]);

/** Who cites the same words (by their fingerprint) for the same purpose, operator by operator. */
function citations(dataset: Parameters<DatasetCheck["run"]>[0]): Iterable<Citing[]> {
  const groups = new Map<string, Citing[]>();
  for (const platform of dataset.platforms.values()) {
    const { record } = platform;
    const operator = dataset.operators.get(record.operator)?.record;
    for (const { practice, rule, path } of rulesOf(record))
      for (const [k, ref] of rule.evidence.dataUse.entries()) {
        const passage = cite(ref, record, operator)?.passage;
        if (!passage) continue;
        const key = `${record.operator} ${practice.purpose} ${passage.sha256}`;
        const group = groups.get(key) ?? [];
        group.push({ platform, practice, rule, path: [...path, "evidence", "dataUse", k], ref });
        groups.set(key, group);
      }
  }
  return groups.values();
}

/** CON001: the same words mean the same on every platform of an operator. */
export const CON001: DatasetCheck = {
  code: "CON001",
  description:
    "Platforms of one operator that cite the same passage for the same purpose, model, kind of data and people conclude the same `dataUse`.",
  why: "One of the two is probably wrong. Where the words really apply to one platform and not to the other, add an exception.",
  scope: "dataset",
  exceptions: true,
  *run(dataset) {
    for (const group of citations(dataset)) {
      const before = new Map<string, Citing>();
      const met = new Map<string, boolean>();
      for (const one of group) {
        const table = tableOf(one);
        const contradicts = (other: Citing, theirs: string): boolean => {
          if (other.platform === one.platform || other.rule.dataUse === one.rule.dataUse) return false;
          const pair = `${theirs} ${table}`;
          const known = met.get(pair) ?? meets(other, one);
          met.set(pair, known);
          return known;
        };
        const others = [...before].filter(([theirs, other]) => contradicts(other, theirs)).map(([, o]) => o);
        if (!before.has(table)) before.set(table, one);
        if (others.length === 0) continue;
        yield {
          file: one.platform.file,
          path: one.path,
          found: `${show(one.rule.dataUse)} from ${show(one.ref)}, from which ${others.map((o) => `${o.platform.record.id} (${o.rule.id}) concludes ${show(o.rule.dataUse)}`).join(", ")}`,
          expected: "one conclusion from the same words, for the same question and people",
          fix: "Read the passage again and correct one of the records, or except it with a reason in data/exceptions.json.",
        };
      }
    }
  },
};
