import { copyUrl, type Operator, type Platform, parseRef } from "../../../model/index.ts";
import { bestGrade, type Cited, cite, type Grade } from "../../../policy/evidence.ts";
import { dateInWords } from "../dates.ts";
import { gradeInWords, sourceKindInWords } from "../terms.ts";
import type { Line, Part } from "./document.ts";

interface Entry extends Pick<Cited, "source"> {
  passages: Set<string>;
}

/** Numbers sources in the order in which they are first cited, and lists them at the end. */
export class Citations {
  readonly #platform: Platform;
  readonly #operator: Operator | undefined;
  readonly #entries = new Map<string, Entry>();

  constructor(platform: Platform, operator: Operator | undefined) {
    this.#platform = platform;
    this.#operator = operator;
  }

  /** Pointers as numbers: `[1] [3]`. One that leads nowhere is shown as it is written. */
  numbers(refs: readonly string[]): string {
    const marks = refs.map((ref) => {
      const cited = cite(ref, this.#platform, this.#operator);
      if (!cited) return `[${ref}?]`;
      const { shared, source, passage } = parseRef(ref);
      const key = `${shared} ${source}`;
      const entry = this.#entries.get(key) ?? { source: cited.source, passages: new Set() };
      this.#entries.set(key, entry);
      if (passage !== undefined) entry.passages.add(passage);
      return `[${[...this.#entries.keys()].indexOf(key) + 1}]`;
    });
    return [...new Set(marks)].sort(new Intl.Collator("en", { numeric: true }).compare).join(" ");
  }

  /** The best grade among pointers. */
  grade(refs: readonly string[]): Grade | null {
    return bestGrade(refs, this.#platform, this.#operator);
  }

  /** Everything that was cited, with where it is to be read. */
  list(): Part {
    const grades = (["A", "B", "C"] as const).map((grade) => `${grade}: ${gradeInWords(grade)}`).join("; ");
    return {
      heading: "Sources",
      lines: [
        `Grades of evidence: ${grades}.`,
        { numbered: true, items: [...this.#entries.values()].map(sourceLine) },
      ] satisfies Line[],
    };
  }
}

/** A copy with the cited passages that were read in it, each by its first and last words. */
function copyLines({ source, passages }: Entry, index: number): string[] {
  const copy = source.copies?.[index];
  const cited = (source.passages ?? []).filter((p) => passages.has(p.id) && p.copy === index);
  if (!copy || (cited.length === 0 && passages.size > 0)) return [];
  return [
    `archived ${dateInWords(copy.captured)}: ${copyUrl(copy)}`,
    ...cited.map((p) => `· ${p.id}: “${p.start} … ${p.end}”`),
  ];
}

function sourceLine(entry: Entry): string {
  const { title, kind, publisher, published, seen, url, copies = [] } = entry.source;
  const dates = [published && `dated ${dateInWords(published)}`, seen && `seen ${dateInWords(seen)}`].filter(
    (x) => x !== undefined,
  );
  return [
    `${title} (${[publisher, sourceKindInWords(kind), ...dates].join(", ")})`,
    url,
    ...copies.flatMap((_, i) => copyLines(entry, i)),
  ].join("\n");
}
