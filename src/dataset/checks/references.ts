import { type Operator, parseRef } from "../../model/index.ts";
import type { DatasetCheck, OperatorCheck, PlatformCheck, SourcesCheck } from "../check.ts";
import { nearest } from "../nearest.ts";
import type { Finding, Path } from "../problems.ts";
import { show } from "../problems.ts";
import { evidenceRefs, rulesOf, sourcesFor } from "./walk.ts";

const unknown = (path: Path, what: string, name: string, known: readonly string[], where: string): Finding => {
  const near = nearest(name, known);
  return {
    path,
    found: `${what} ${show(name)}`,
    expected: known.length > 0 ? `one of ${known.join(", ")}` : `${what} that stands in ${where}`,
    mend: near ? `Did you mean ${show(near)}?` : `Add it to ${where}, or name one that is there.`,
  };
};

/** REF001: a platform's operator has a record. */
export const REF001: PlatformCheck = {
  code: "REF001",
  description: "A platform's operator has a record in data/operators.",
  scope: "platform",
  *run(p, dataset) {
    if (!dataset.operators.has(p.operator)) yield unknown(["operator"], "the operator", p.operator, [...dataset.operators.keys()], "data/operators");
  },
};

/** REF002: evidence points to sources and passages that exist. */
export const REF002: PlatformCheck = {
  code: "REF002",
  description: "Evidence points to a source, and a passage of it, that exists.",
  scope: "platform",
  *run(p, dataset) {
    for (const { ref, path } of evidenceRefs(p)) {
      const { shared, source: id, passage } = parseRef(ref);
      const sources = sourcesFor(p, ref, dataset);
      const where = shared ? `data/operators/${p.operator}.json` : "this record's sources";
      const source = sources.find((s) => s.id === id);
      if (!source) {
        yield unknown(
          path,
          "the source",
          id,
          sources.map((s) => s.id),
          where,
        );
        continue;
      }
      const passages = (source.passages ?? []).map((x) => x.id);
      if (passage !== undefined && !passages.includes(passage)) yield unknown(path, "the passage", passage, passages, `the source ${id} in ${where}`);
    }
  },
};

/** REF003: rules name controls that exist. */
export const REF003: PlatformCheck = {
  code: "REF003",
  description: "Rules name controls that the record has.",
  scope: "platform",
  *run(p) {
    const known = p.controls.map((c) => c.id);
    for (const { rule, path } of rulesOf(p))
      for (const [k, id] of (rule.controls ?? []).entries())
        if (!known.includes(id)) yield unknown([...path, "controls", k], "the control", id, known, "this record's controls");
  },
};

/** REF004: events name practices that exist. */
export const REF004: PlatformCheck = {
  code: "REF004",
  description: "Events name practices that the record has.",
  scope: "platform",
  *run(p) {
    const known = p.practices.map((x) => x.id);
    for (const [i, event] of p.events.entries())
      for (const [k, id] of (event.practices ?? []).entries())
        if (!known.includes(id)) yield unknown(["events", i, "practices", k], "the practice", id, known, "this record's practices");
  },
};

/** REF005: passages name copies that exist. */
export const REF005: SourcesCheck = {
  code: "REF005",
  description: "A passage's `copy` is the index of one of its source's copies.",
  scope: "sources",
  *run(sources) {
    for (const [i, source] of sources.entries())
      for (const [j, passage] of (source.passages ?? []).entries()) {
        const copies = source.copies?.length ?? 0;
        if (passage.copy >= copies)
          yield {
            path: ["sources", i, "passages", j, "copy"],
            found: `copy ${passage.copy}`,
            expected: copies === 0 ? "a source with copies" : `an index from 0 to ${copies - 1}`,
            mend: copies === 0 ? "Add the archived copy to `copies`, or remove the passage." : "Name the copy that was read.",
          };
      }
  },
};

/** REF006: an operator's parents exist, and nobody owns themselves. */
export const REF006: OperatorCheck = {
  code: "REF006",
  description: "An operator's parent has a record, and no operator is its own ancestor.",
  scope: "operator",
  *run(operator: Operator, dataset) {
    const seen = new Set([operator.id]);
    for (let parent = operator.parent; parent !== undefined; parent = dataset.operators.get(parent)?.record.parent) {
      if (!dataset.operators.has(parent)) {
        yield unknown(["parent"], "the operator", parent, [...dataset.operators.keys()], "data/operators");
        return;
      }
      if (seen.has(parent)) {
        yield {
          path: ["parent"],
          found: `${show(parent)}, which ${operator.id} owns in turn`,
          expected: "a chain of parents that ends",
          mend: "Correct one of the parents.",
        };
        return;
      }
      seen.add(parent);
    }
  },
};

/** REF007: sources, controls and passages are used. */
export const REF007: PlatformCheck = {
  code: "REF007",
  description: "Every control is named by a rule, and every passage and source of a platform is evidence for something.",
  scope: "platform",
  *run(p) {
    const controls = new Set(p.practices.flatMap((x) => x.rules.flatMap((r) => r.controls ?? [])));
    for (const [i, c] of p.controls.entries())
      if (!controls.has(c.id))
        yield {
          path: ["controls", i, "id"],
          found: `the control ${show(c.id)}, which no rule names`,
          expected: "a control that acts on a use",
          mend: "Name it in the `controls` of the rules that it acts on, or tell it as a myth if it does not protect.",
        };
    const refs = [...evidenceRefs(p)].map(({ ref }) => parseRef(ref)).filter((r) => !r.shared);
    for (const [i, source] of p.sources.entries()) {
      if (!refs.some((r) => r.source === source.id))
        yield {
          path: ["sources", i, "id"],
          found: `the source ${show(source.id)}, which nothing cites`,
          expected: "a source that is evidence for something",
          mend: "Cite it, or remove it.",
        };
      for (const [j, passage] of (source.passages ?? []).entries())
        if (!refs.some((r) => r.source === source.id && r.passage === passage.id))
          yield {
            path: ["sources", i, "passages", j, "id"],
            found: `the passage ${show(passage.id)}, which nothing cites`,
            expected: "a passage that is evidence for something",
            mend: "Cite it, or remove it.",
          };
    }
  },
};

/** IDS001: a record's id is its file's name. */
export const IDS001: DatasetCheck = {
  code: "IDS001",
  description: "A record's id is its file's name.",
  scope: "dataset",
  *run(dataset) {
    for (const { file, record } of [...dataset.platforms.values(), ...dataset.operators.values()])
      if (record.id !== file.id)
        yield { file, path: ["id"], found: show(record.id), expected: show(file.id), mend: `Write ${show(file.id)}, or rename the file to ${record.id}.json.` };
  },
};

function* doubles(items: readonly { id: string }[], path: Path): Generator<Finding> {
  const seen = new Set<string>();
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id))
      yield {
        path: [...path, i, "id"],
        found: `${show(id)} a second time`,
        expected: "ids that differ",
        mend: "Rename one of them, and the pointers that mean it.",
      };
    seen.add(id);
  }
}

/** IDS002: ids inside a platform's record are unique. */
export const IDS002: PlatformCheck = {
  code: "IDS002",
  description: "Ids are unique within their list.",
  scope: "platform",
  *run(p) {
    yield* doubles(p.practices, ["practices"]);
    for (const [i, practice] of p.practices.entries()) yield* doubles(practice.rules, ["practices", i, "rules"]);
    yield* doubles(p.controls, ["controls"]);
    yield* doubles(p.events, ["events"]);
    yield* doubles(p.myths, ["myths"]);
  },
};

/** IDS003: ids of sources and passages are unique. */
export const IDS003: SourcesCheck = {
  code: "IDS003",
  description: "Ids of sources are unique within the record, ids of passages within their source.",
  scope: "sources",
  *run(sources) {
    yield* doubles(sources, ["sources"]);
    for (const [i, source] of sources.entries()) yield* doubles(source.passages ?? [], ["sources", i, "passages"]);
  },
};
