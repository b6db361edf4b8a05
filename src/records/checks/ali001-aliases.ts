import type { Operator, Platform } from "../../model/index.ts";
import type { DatasetCheck, Finding, Loaded } from "../check.ts";
import type { RecordFile } from "../files.ts";
import { show } from "../problems.ts";
import { removal } from "./findings.ts";

function* collisions(
  records: ReadonlyMap<string, Loaded<Platform | Operator>>,
): Generator<Finding & { file: RecordFile }> {
  const taken = new Map<string, string>([...records.keys()].map((id) => [id, id]));
  for (const { file, record } of records.values())
    for (const [i, alias] of (record.aliases ?? []).entries()) {
      const other = taken.get(alias);
      if (other !== undefined)
        yield {
          file,
          path: ["aliases", i],
          found: `${show(alias)}, which means ${other}`,
          expected: "a name that no other record uses",
          fix:
            other === record.id
              ? "Remove it: it is this record's own name."
              : "Remove it from one of the records.",
          edits: other === record.id ? removal(["aliases", i]) : [],
        };
      taken.set(alias, record.id);
    }
}

/** ALI001: aliases and ids do not collide. */
export const ALI001: DatasetCheck = {
  code: "ALI001",
  description:
    "An alias is neither another record's id nor its alias (among platforms, and among operators).",
  why: "An alias redirects; it can lead to one place only.",
  scope: "dataset",
  fix: "removes an alias that means its own record",
  *run(dataset) {
    yield* collisions(dataset.platforms);
    yield* collisions(dataset.operators);
  },
};
