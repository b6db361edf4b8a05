import { csvLines } from "../../../text/csv.ts";
import { looksLikeFormula } from "../../../text/formula.ts";
import { joinPresent } from "../../../text/lists.ts";
import { link, type View } from "../../view.ts";
import type { Report } from "./report.ts";
import { cellInWords, checkedInWords, controlInWords, otherPlanInWords } from "./words.ts";

/** Excel reads CSV as UTF-8 only with a byte order mark. */
const BOM = "\ufeff";

/** A text that a spreadsheet does not run: with an apostrophe, the usual mark for text, before what looks like a formula. */
const asText = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** Columns of the report, in order, by their headings. */
function columnsOf(view: View, report: Report): [heading: string, value: string][] {
  const { words, language, who } = view;
  const { columns, ownOf, othersOf, gradeOf } = words.vendorReview;
  const { service, kinds, soldAs, controls } = report;
  const { platform, operator, resolved } = service;
  return [
    [columns.service, platform.name],
    [columns.operator, operator?.name ?? ""],
    [columns.plan, words.chooser.plans[who.plan]],
    [columns.region, language.place(who.region)],
    [columns.day, who.asOf],
    [columns.verdict, language.answer(resolved.headline)],
    [columns.sentence, language.headline(platform, resolved)],
    ...kinds.flatMap(({ kind, own, others, grade }): [string, string][] => {
      const name = language.terms.kind(kind);
      return [
        [ownOf(name), cellInWords(view, own)],
        [othersOf(name), cellInWords(view, others)],
        [gradeOf(name), grade ?? ""],
      ];
    }),
    [columns.plans, soldAs.join(", ")],
    [
      columns.otherPlans,
      report.otherPlans
        .map((other) => joinPresent([otherPlanInWords(view, other), other.use && `(${other.use})`]))
        .join("; "),
    ],
    [columns.controls, controls.map((c) => `${c.name} (${controlInWords(view, c)})`).join("; ")],
    [columns.checked, checkedInWords(view, report, (day) => day)],
    [columns.url, `${view.origin}${link(view, `/platforms/${platform.id}`)}`],
  ];
}

/** The review as a CSV file (RFC 4180, UTF-8) for spreadsheets. @param unknown what is not in the dataset */
export function csvOf(view: View, reports: readonly Report[], unknown: readonly string[]): string {
  const rows = reports.map((report) => columnsOf(view, report));
  const { columns, unknown: notInData } = view.words.vendorReview;
  const headings = rows[0]?.map(([heading]) => heading) ?? [columns.service, columns.verdict];
  const at = headings.indexOf(columns.verdict);
  const missing = unknown.map((text) => headings.map((_, i) => (i === 0 ? text : i === at ? notInData : "")));
  const all = [headings, ...rows.map((row) => row.map(([, value]) => value)), ...missing];
  return BOM + csvLines(all.map((row) => row.map(asText)));
}

/** The name of the file: `ai-data-use-vendor-review-de-business-2026-12-01.csv`. */
export const csvName = ({ who }: View): string =>
  `${["ai-data-use-vendor-review", who.region?.toLowerCase(), who.plan, who.asOf].filter((part) => part !== undefined).join("-")}.csv`;
