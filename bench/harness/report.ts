import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Samples, Target } from "./measurement.ts";
import { spreadOf, type Verdict, verdictOf } from "./statistics.ts";

/** A row that was measured, or why it was not. */
export interface Measured {
  name: string;
  unit: string;
  target: Target;
  result: Samples | string;
}

const round = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));

const targetText = (target: Target, unit: string): string =>
  "atLeast" in target ? `≥ ${target.atLeast} ${unit}` : `≤ ${target.atMost} ${unit}`;

/** What came of a row; undefined where it was not measured. */
export const outcomeOf = ({ result, target }: Measured): Verdict | undefined =>
  typeof result === "string" ? undefined : verdictOf(result.values, target);

const cpuText = ({ cpu = {} }: Samples): string =>
  Object.entries(cpu)
    .map(([server, values]) => `${server} ${round(spreadOf(values).median)}`)
    .join(", ");

function lineOf(row: Measured): string {
  const { name, unit, target, result } = row;
  if (typeof result === "string") return `| ${name} | ${result} | | ${targetText(target, unit)} | | |`;
  const { median, low, high } = spreadOf(result.values);
  return `| ${name} | ${round(median)} | ${round(low)}–${round(high)} | ${targetText(target, unit)} | ${outcomeOf(row)} | ${cpuText(result)} |`;
}

/** The table, in Markdown. */
export const tableOf = (rows: readonly Measured[]): string =>
  [
    "| what | median | half of the rounds | target | | CPU per request, µs |",
    "|---|---|---|---|---|---|",
    ...rows.map(lineOf),
  ].join("\n");

/** What a machine is, without its name. */
export const machine = (): string =>
  `${availableParallelism()} cores, ${process.platform} ${process.arch}, Node ${process.version}`;

/** How far each value is on the way to its target, and beyond; on a logarithmic scale from a hundredth to a hundred. */
function pictureOf(rows: readonly Measured[]): string {
  const bars = rows.flatMap(({ name, target, result }) => {
    if (typeof result === "string") return [];
    const { median } = spreadOf(result.values);
    return [{ name, part: "atLeast" in target ? median / target.atLeast : target.atMost / median }];
  });
  const x = (part: number): number => 320 + 110 * Math.max(-2, Math.min(2, Math.log10(part)));
  const lines = bars.flatMap(({ name, part }, i) => {
    const y = 30 + i * 24;
    const [from, to] = [Math.min(x(1), x(part)), Math.max(x(1), x(part))];
    return [
      `<text x="8" y="${y + 13}">${name.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`,
      `<rect x="${from + 220}" y="${y}" width="${Math.max(1, to - from)}" height="16" fill="${part >= 1 ? "#2a7f3f" : "#b3261e"}"/>`,
      `<text x="${770}" y="${y + 13}">${round(part)}</text>`,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="820" height="${40 + bars.length * 24}" font-family="sans-serif" font-size="13"><title>Measured ratios against their targets</title><rect width="100%" height="100%" fill="#fff"/><text x="8" y="18">Measured ÷ target (1 is the line; logarithmic)</text><line x1="540" x2="540" y1="24" y2="${30 + bars.length * 24}" stroke="#000"/>${lines.join("")}</svg>\n`;
}

/** Writes the report: `latest.json` with the raw runs, `latest.md`, and `latest.svg`. */
export function writeReport(dir: string, rows: readonly Measured[], about: Record<string, unknown>): void {
  mkdirSync(dir, { recursive: true });
  const head = { machine: machine(), ...about };
  writeFileSync(join(dir, "latest.json"), `${JSON.stringify({ ...head, rows }, null, 1)}\n`);
  const lines = Object.entries(head).map(([name, value]) => `- ${name}: ${value}`);
  writeFileSync(
    join(dir, "latest.md"),
    `# Results\n\n${lines.join("\n")}\n\n${tableOf(rows)}\n\n![Measured values in relation to their targets](latest.svg)\n`,
  );
  writeFileSync(join(dir, "latest.svg"), pictureOf(rows));
}
