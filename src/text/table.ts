import { cellsOf } from "./width.ts";

/** A share as people read it; a dash where there is nothing to share. Only what is whole is called 0 % or 100 %. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  const rounded = Math.round(share * 100);
  return `${share > 0 && rounded === 0 ? "< 1" : share < 1 && rounded === 100 ? "> 99" : rounded} %`;
}

const NUMBER = /^[<>]? ?[\d.,]+( %)?$|^–$/;

/** A table in plain text: columns under their heads, those of numbers to the right. */
export function aligned(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const columns = heads.map((head, i) => {
    const cells = rows.map((row) => row[i] ?? "");
    const width = Math.max(...[head, ...cells].map(cellsOf));
    const right = cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
    return (cell: string) => {
      const padding = " ".repeat(Math.max(0, width - cellsOf(cell)));
      return right ? padding + cell : cell + padding;
    };
  });
  return [heads, ...rows].map((row) =>
    row
      .map((cell, i) => columns[i]?.(cell) ?? cell)
      .join("  ")
      .trimEnd(),
  );
}

/** The same table in Markdown. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(line)];
}
