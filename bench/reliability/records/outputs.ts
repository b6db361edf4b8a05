import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { partAsText } from "../../../src/entry/cli/part-as-text.ts";
import { exportDataset } from "../../../src/exports/dataset.ts";
import { csv } from "../../../src/exports/formats/csv.ts";
import { ndjson } from "../../../src/exports/formats/ndjson.ts";
import { writeExports } from "../../../src/exports/write.ts";
import { explain } from "../../../src/language/en/index.ts";
import type { Operator, Platform } from "../../../src/model/index.ts";
import { resolve } from "../../../src/policy/index.ts";
import type { RecordFile } from "../../../src/records/files.ts";
import { fix } from "../../../src/records/fix.ts";
import type { LoadedDataset } from "../../../src/records/load.ts";
import type { Problem } from "../../../src/records/problems.ts";
import { REPORTS, type ReportFormat } from "../../../src/records/report/index.ts";
import { diffDatasets } from "../../../src/review/diff/records.ts";
import { renderMarkdown, renderText } from "../../../src/review/diff/render.ts";
import type { Side } from "../../../src/review/diff/sides.ts";
import { terminalJson } from "../../../src/text/terminal.ts";
import { markdownFaults, terminalFaults } from "../../../test/fixtures/shown.ts";

/* What is shown of records, and what is wrong with how it is shown. */

const AUDIENCES = [
  { region: null, plan: "free", age: "adult", account: "signed-in", asOf: "2026-11-24" },
  { region: "DE", plan: "business", age: "minor", account: "non-user", asOf: "2024-01-01" },
  { region: "US-CA", plan: "paid", age: "adult", account: "signed-out", asOf: "9999-12-31" },
] as const;

const named = (what: string, faults: readonly string[]): string[] => faults.map((f) => `${what}: ${f}`);

const json = (text: string): string[] => {
  try {
    JSON.parse(text);
    return [];
  } catch (error) {
    return [`not JSON: ${(error as Error).message}`];
  }
};

/** Every report of a validation. */
export function reportFaults(files: readonly RecordFile[], problems: readonly Problem[]): string[] {
  const texts = new Map(files.map((f) => [f.path, f.text]));
  return (Object.keys(REPORTS) as ReportFormat[]).flatMap((format) => {
    const page = REPORTS[format]({ problems, texts, records: files.length, colour: false });
    const lines = page.split("\n").length;
    return named(`report ${format}`, [
      // The lines of GitHub's form are workflow commands, one for each problem.
      ...(format === "github"
        ? [
            ...terminalFaults(page.replaceAll(/^::error (?=file=)/gm, "")),
            ...(lines === problems.length + 1 ? [] : [`${lines} lines for ${problems.length} problems`]),
          ]
        : terminalFaults(page)),
      ...(format === "json" || format === "sarif" ? json(page) : []),
    ]);
  });
}

/** What fixing does: it ends, and has nothing to do a second time. */
export function fixFaults(files: readonly RecordFile[], today: string): string[] {
  const once = fix(files, undefined, today);
  const twice = fix(once.files, undefined, today);
  return twice.fixed.map(({ file, done }) => `fixed twice: ${file.path}: ${done}`);
}

/** Answers and explanations of a platform. */
export function answerFaults(platform: Platform, operator: Operator | undefined): string[] {
  return AUDIENCES.flatMap((who) => {
    const { headline, kinds } = resolve(platform, who);
    const text = partAsText(explain(platform, who, operator), 80);
    return [
      ...(headline && kinds.length > 0 ? [] : ["no answer"]),
      ...named("explain", terminalFaults(text)),
    ];
  });
}

const sideOf = (
  name: string,
  { platforms, operators }: Pick<LoadedDataset, "platforms" | "operators">,
): Side => ({
  name,
  platforms: new Map(platforms.map((p) => [p.id, p])),
  operators: new Map(operators.map((o) => [o.id, o])),
  invalid: [],
});

/** The diff of two states in every form. */
export function diffFaults(before: LoadedDataset, after: LoadedDataset, today: string): string[] {
  const diff = diffDatasets(sideOf("base", before), sideOf("head", after), today);
  const [text, page, data] = [renderText(diff), renderMarkdown(diff), terminalJson(diff)];
  return [
    ...named("diff", terminalFaults(text)),
    ...named("diff, Markdown", [...terminalFaults(page), ...markdownFaults(page)]),
    ...named("diff, JSON", [...terminalFaults(data), ...json(data)]),
  ];
}

/** The downloads whose texts are not compressed, read by others' parsers. */
export async function exportFaults(dir: string, dataset: LoadedDataset): Promise<string[]> {
  const out = mkdtempSync(join(dir, "export-"));
  try {
    const files = await writeExports(out, dataset, undefined, [csv, ndjson]);
    const { normalised, flat } = exportDataset(dataset);
    const columns = new Map([...normalised, ...flat].map((t) => [t.name, t.columns.length]));
    return files.flatMap(({ path, rows }) => {
      const text = readFileSync(join(out, path), "utf8");
      if (path.endsWith(".ndjson")) return named(path, text.split("\n").filter(Boolean).flatMap(json));
      const cells = parse(text) as string[][];
      const width = columns.get(path.replace(/^csv\/|\.csv$/g, ""));
      return named(path, [
        ...(cells.length - 1 === rows ? [] : [`${cells.length - 1} rows, not ${rows}`]),
        ...(width === undefined || cells.every((row) => row.length === width)
          ? []
          : ["rows of other lengths"]),
      ]);
    });
  } finally {
    rmSync(out, { recursive: true });
  }
}
