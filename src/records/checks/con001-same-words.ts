import type { Platform, Practice, Rule } from "../../model/index.ts";
import { cite, concerns, conditionsOf, representative, segmentsOf, winningRule } from "../../policy/index.ts";
import { remembered } from "../../text/remembered.ts";
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

/** The pairs of rules of two practices that answer the same people, whom both practices concern, on the same day; by their positions. */
function meetings(a: Practice, b: Practice): ReadonlySet<string> {
  const pairs = segmentsOf([...conditionsOf(a, []), ...conditionsOf(b, [])])
    .map(representative)
    .filter((who) => concerns(a, who) && concerns(b, who))
    .map((who) => [a, b].map((p) => p.rules.indexOf(winningRule(p, who) as Rule)).join(" "));
  return new Set(pairs);
}

/** What decides whom the rules of a practice meet: practices that share a table are compared once. */
const tableOf = ({ model, kinds, rules }: Practice): string =>
  JSON.stringify([
    model,
    kinds,
    rules.map(({ when, data, dataUse }) => [when ?? {}, data?.excludes ?? [], dataUse]),
  ]);

/** Do rules of two practices answer the same people? Practices are compared once, whatever their rules cite. */
function meeting(): (a: Citing, b: Citing) => boolean {
  const met = new Map<string, ReadonlySet<string>>();
  const table = remembered(tableOf);
  return (a, b) => {
    if (!sameQuestion(a.practice, b.practice)) return false;
    const pair = `${table(a.practice)} ${table(b.practice)}`;
    const known = met.get(pair) ?? meetings(a.practice, b.practice);
    met.set(pair, known);
    return known.has([a, b].map((x) => x.practice.rules.indexOf(x.rule)).join(" "));
  };
}

/** Rules at one place of equal tables that conclude the same: one of them is compared with the others. */
const placeOf = ({ practice: { model, kinds, rules }, rule }: Citing): string =>
  JSON.stringify([model, kinds, rules.map((r) => r.when ?? {}), rules.indexOf(rule), rule.dataUse]);

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
    const meet = meeting();
    for (const group of citations(dataset)) {
      const before = new Map<string, Citing>();
      for (const one of group) {
        const others = [...before.values()].filter(
          (other) =>
            other.platform !== one.platform && other.rule.dataUse !== one.rule.dataUse && meet(other, one),
        );
        const key = placeOf(one);
        if (!before.has(key)) before.set(key, one);
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
