import type { Operator, Platform } from "../../model/index.ts";
import type { DatasetCheck, Finding, Loaded } from "../check.ts";
import type { RecordFile } from "../files.ts";
import { show } from "../problems.ts";
import { unknown } from "./findings.ts";

function* faults(
  records: ReadonlyMap<string, Loaded<Platform | Operator>>,
  kind: "platform" | "operator",
): Generator<Finding & { file: RecordFile }> {
  for (const { file, record } of records.values())
    for (const [i, id] of (record.withdrawn?.successors ?? []).entries()) {
      const path = ["withdrawn", "successors", i];
      const successor = records.get(id)?.record;
      if (!successor)
        yield { file, ...unknown(path, `the ${kind}`, id, [...records.keys()], `data/${kind}s`) };
      else if (id === record.id)
        yield {
          file,
          path,
          found: `${show(id)}, the record itself`,
          expected: "a record that answers instead",
          fix: "Name the record that answers instead, or remove it.",
        };
      else if (successor.withdrawn)
        yield {
          file,
          path,
          found: `${show(id)}, which is withdrawn (${successor.withdrawn.reason})`,
          expected: "a record that answers instead",
          fix: `Name the records that answer instead${successor.withdrawn.successors ? `: ${successor.withdrawn.successors.join(", ")}` : ", or remove it"}.`,
        };
    }
}

/** WDR001: those that answer instead of a withdrawn record exist, and are not withdrawn. */
export const WDR001: DatasetCheck = {
  code: "WDR001",
  description: "The successors of a withdrawn record exist, and are not withdrawn.",
  why: "People are sent there. Name the records that answer today.",
  scope: "dataset",
  fix: "writes the id that an unambiguous typing error means",
  *run(dataset) {
    yield* faults(dataset.platforms, "platform");
    yield* faults(dataset.operators, "operator");
  },
};
