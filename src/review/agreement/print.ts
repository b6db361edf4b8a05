import type { ReadAgreement } from "../../model/index.ts";
import { countInWords } from "../../text/lists.ts";
import { aligned, percent } from "../../text/table.ts";
import type { Agreement } from "./agreement.ts";
import type { Disagreement, Side } from "./disagreements.ts";

const kappa = (field: Pick<Agreement["fields"][number], "kappa" | "items">): string =>
  field.kappa !== null
    ? field.kappa.toFixed(2)
    : field.items === 0
      ? "nothing to compare"
      : "undefined: both say the same everywhere";

const sideLines = (label: string, { rule, says, evidence }: Side): string[] => [
  `     ${label}: ${says}${rule ? `   [${rule}]` : ""}`,
  ...evidence.map((line) => `          ${line}`),
];

const disagreementLines = (d: Disagreement, index: number): string[] => [
  `${String(index + 1).padStart(2)}. ${d.kind}: ${d.practice}`,
  ...d.people.map((people) => `     for ${people}`),
  ...sideLines("A", d.a),
  ...sideLines("B", d.b),
];

const lacking = (label: string, ids: readonly string[]): string =>
  ids.length > 0 ? ` Only ${label} has ${ids.join(", ")}.` : "";

/** An agreement as people read it. */
export function agreementText(found: Agreement, names: readonly [a: string, b: string]): string {
  const { practices, fields, disagreements } = found;
  const rows = fields.map((f) => [f.field, String(f.items), String(f.agreed), percent(f.raw), kappa(f)]);
  return [
    `${found.platform.name} (${found.platform.id}), recorded twice: A is ${names[0]}, B is ${names[1]}.`,
    `${countInWords(practices.matched, "practice is", "practices are")} in both, matched by purpose, recipients, kinds of data and kind of model.${lacking("A", practices.onlyA)}${lacking("B", practices.onlyB)}`,
    `${countInWords(found.items, "audience or period", "audiences and periods")} that A or B distinguishes, with equal weight. Limits of κ: docs/quality.md.`,
    "",
    ...aligned(["field", "items", "same", "raw", "κ"], rows),
    "",
    disagreements.length === 0
      ? "No disagreement."
      : `${disagreements.length} disagreement${disagreements.length === 1 ? "" : "s"}, worst first:`,
    ...disagreements.flatMap((d, i) => ["", ...disagreementLines(d, i)]),
  ].join("\n");
}

/** The agreement of a release with its second readings, as people read it. */
export function readingsText({ release, day, of, platforms, practices, fields }: ReadAgreement): string {
  const rows = fields.map((f) => [
    f.field,
    String(f.items),
    String(f.agreed),
    percent(f.items === 0 ? null : f.agreed / f.items),
    kappa(f),
  ]);
  return [
    `Release ${release}, read a second time: ${platforms.length} of ${of} platforms, answers of ${day}.`,
    `${countInWords(practices.matched, "practice is", "practices are")} in both readings, ${practices.onlyFirst} only in the first, ${practices.onlySecond} only in the second. Limits of κ: docs/quality.md.`,
    "",
    ...aligned(["field", "items", "same", "raw", "κ"], rows),
  ].join("\n");
}
