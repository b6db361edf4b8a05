import type { DatasetCheck } from "../check.ts";
import { keyOf } from "../problems.ts";
import { unknown } from "./findings.ts";

/** REF001: a platform's operator has a record. Reported once for every operator that is missing. */
export const REF001: DatasetCheck = {
  code: "REF001",
  description: "A platform's operator has a record in data/operators.",
  why: "It says who runs the platform, and has the documents that its platforms share. Add the operator, or correct the id. Where the operator was renamed or merged, `npm run move` does it in every record.",
  scope: "dataset",
  fix: "writes the id that an unambiguous typing error means",
  *run({ platforms, operators, invalid }) {
    const missing = Map.groupBy(
      [...platforms.values()].filter(
        // An operator whose file is not valid is there: that is reported at its file.
        ({ record: { operator } }) => !operators.has(operator) && !invalid.has(`operators/${operator}`),
      ),
      ({ record }) => record.operator,
    );
    for (const [id, [first, ...others]] of missing) {
      if (!first) continue;
      const finding = unknown(["operator"], "the operator", id, [...operators.keys()], "data/operators");
      const renamed = [...operators.values()].find(({ record }) => record.aliases?.includes(id))?.record.id;
      yield {
        file: first.file,
        ...finding,
        ...(renamed !== undefined && {
          fix: `It is operators/${renamed} now: write ${renamed}.`,
          edits: [{ path: ["operator"], set: renamed }],
        }),
        ...(others.length > 0 && {
          fix: `${renamed === undefined ? "" : `It is operators/${renamed} now. `}Restore data/operators/${id}.json from git, or add it. An operator is renamed or merged with \`npm run move -- rename operators/${id} operators/<id>\` (or merge), which changes every record that names it.`,
          found: `${finding.found}, which ${others.map(({ record }) => record.id).join(", ")} also name${others.length === 1 ? "s" : ""}`,
          concerns: others.map(({ file }) => keyOf(file)),
          // A name that several records have is not a typing error.
          edits: [],
        }),
      };
    }
  },
};
