/** Measures text: its width in pixels at a size. Twice the size is twice as wide. */
export type Measure = (text: string, size: number) => number;

/** Where text goes. */
interface Room {
  width: number;
  height: number;
  /** Sizes to try, the largest first. */
  sizes: readonly number[];
  /** The height of a line, as a multiple of the size. */
  leading: number;
}

/** Text that fits: its size, and its lines. */
export interface Fitted {
  size: number;
  lines: string[];
}

/** Lines that are not wider than the room, as far as single words allow that. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}

/** Text without its last word, with a sign that something is missing. */
const shorter = (text: string): string => `${text.replace(/…$/, "").replace(/\s*\S+$/, "")}…`;

/** Fits text at the largest size at which all of it has room; of longer text, as much as fits at the smallest. */
export function fitText(text: string, { width, height, sizes, leading }: Room, measure: Measure): Fitted {
  // Laying out is slow, and the same words are measured at each size.
  const ofSizeOne = new Map<string, number>();
  const widthAt = (part: string, size: number): number => {
    const known = ofSizeOne.get(part) ?? measure(part, 1);
    ofSizeOne.set(part, known);
    return known * size;
  };
  const at = (size: number, given: string): Fitted | undefined => {
    const lines = wrap(given, width, (part) => widthAt(part, size));
    const fits =
      lines.length * size * leading <= height && lines.every((line) => widthAt(line, size) <= width);
    return fits ? { size, lines } : undefined;
  };
  for (const size of sizes) {
    const fitted = at(size, text);
    if (fitted) return fitted;
  }
  const smallest = sizes.at(-1) ?? 1;
  for (let rest = shorter(text); rest !== "…"; rest = shorter(rest)) {
    const fitted = at(smallest, rest);
    if (fitted) return fitted;
  }
  return { size: smallest, lines: ["…"] };
}
