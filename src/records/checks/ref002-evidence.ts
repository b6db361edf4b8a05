import { type Platform, parseRef, type Source } from "../../model/index.ts";
import { remembered } from "../../text/remembered.ts";
import type { Finding, Operators, PlatformCheck } from "../check.ts";
import type { Edit, Path } from "../problems.ts";
import { unknown } from "./findings.ts";
import { evidenceRefs, sourcesFor } from "./walk.ts";

/** A pointer to evidence that leads nowhere, with its parts. */
interface Lost extends ReturnType<typeof parseRef> {
  path: Path;
}

/** The passages of each source, by id; of two with one id, the first's. */
const passagesOf = remembered((sources: readonly Source[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { id, passages = [] } of sources)
    if (!found.has(id)) found.set(id, new Set(passages.map((p) => p.id)));
  return found;
});

const has = (sources: readonly Source[], { source, passage }: ReturnType<typeof parseRef>): boolean => {
  const passages = passagesOf(sources).get(source);
  return passages !== undefined && (passage === undefined || passages.has(passage));
};

/** The pointers that lead nowhere. Where the operator itself is missing, that is the cause, and is reported once. */
const lostIn = (p: Platform, dataset: Operators): Lost[] =>
  [...evidenceRefs(p)]
    .map(({ ref, path }) => ({ ref, path, ...parseRef(ref) }))
    .filter(({ shared }) => !shared || dataset.operators.has(p.operator))
    .filter(({ ref, ...parts }) => !has(sourcesFor(p, ref, dataset), parts));

/** The operator that has every shared document that a record cites, where its own has none of them. */
function formerOperator(p: Platform, lost: readonly Lost[], dataset: Operators): string | undefined {
  const shared = lost.filter((l) => l.shared);
  if (shared.length === 0) return undefined;
  const cited = [...evidenceRefs(p)].filter(({ ref }) => parseRef(ref).shared);
  if (shared.length < cited.length) return undefined;
  const having = [...dataset.operators.values()].filter(({ record }) =>
    shared.every((l) => has(record.sources, l)),
  );
  return having.length === 1 ? having[0]?.record.id : undefined;
}

/** One finding for all pointers to a document, or to a passage, that is not there. */
function lostOne(p: Platform, lost: readonly [Lost, ...Lost[]], dataset: Operators): Finding {
  const [{ path, shared, source: id, passage }] = lost;
  const prefix = shared ? "operator:" : "";
  const sources = sourcesFor(p, prefix, dataset);
  const where = shared ? `data/operators/${p.operator}.json` : "this record's sources";
  const source = sources.find((s) => s.id === id);
  const names = (known: readonly { id: string }[] | undefined) => (known ?? []).map((x) => x.id);
  const corrected = (l: Lost) => (meant: string) =>
    source ? `${prefix}${id}#${meant}` : `${prefix}${meant}${l.passage === undefined ? "" : `#${l.passage}`}`;
  const finding = (l: Lost) =>
    source
      ? unknown(
          l.path,
          "the passage",
          passage ?? "",
          names(source.passages),
          `the source ${id} in ${where}`,
          corrected(l),
        )
      : unknown(l.path, "the source", id, names(sources), where, corrected(l));
  const first = finding(lost[0]);
  const edits: Edit[] = lost.flatMap((l) => finding(l).edits ?? []);
  const times = lost.length === 1 ? "" : `, which is cited in ${lost.length} places`;
  return { ...first, path, found: `${first.found}${times}`, edits };
}

/** REF002: evidence points to sources and passages that exist. Reported once for each that is missing. */
export const REF002: PlatformCheck = {
  code: "REF002",
  description: "Evidence points to a source, and a passage of it, that exists.",
  why: "Evidence that leads nowhere proves nothing. Correct the pointer, or add the source or passage. A platform that changed hands takes the documents along: `npm run move -- operator <platform> <operator>`.",
  scope: "platform",
  fix: "writes the source or passage that an unambiguous typing error means",
  *run(p, dataset) {
    const lost = lostIn(p, dataset);
    const former = formerOperator(p, lost, dataset);
    if (former !== undefined) {
      const documents = [...new Set(lost.filter((l) => l.shared).map((l) => l.source))];
      yield {
        path: ["operator"],
        found: `an operator without the ${documents.length === 1 ? "document" : `${documents.length} documents`} that the record cites: ${documents.join(", ")}`,
        expected: `documents in data/operators/${p.operator}.json`,
        fix: `data/operators/${former}.json has ${documents.length === 1 ? "it" : "them"}. If the platform changed hands: \`npm run move -- operator ${p.id} ${p.operator} --from ${former}\`.`,
      };
    }
    const left = lost.filter((l) => former === undefined || !l.shared);
    const causes = Map.groupBy(left, ({ shared, source, passage }) =>
      // A document that is missing is one cause, whichever of its passages is cited.
      sourcesFor(p, shared ? "operator:" : "", dataset).some((s) => s.id === source)
        ? JSON.stringify([shared, source, passage])
        : JSON.stringify([shared, source]),
    );
    for (const [first, ...others] of causes.values())
      if (first) yield lostOne(p, [first, ...others], dataset);
  },
};
