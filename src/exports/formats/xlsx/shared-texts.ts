import { textOf } from "./cell.ts";

/** Longer texts are not often the same. */
const LONGEST = 40;

/** How many texts are shared: terms and names of the first records. They are in memory until the workbook ends. */
const MOST = 4096;

const HEAD = '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/**
 * The texts that cells refer to by their numbers (ISO/IEC 29500-1, 18.4). Most cells have one of a few terms, and a
 * number is less to write and to compress.
 */
export class SharedTexts {
  readonly #numbers = new Map<string, number>();

  /** The number of a text; undefined where the cell has to contain it. */
  numberOf(text: string): number | undefined {
    const known = this.#numbers.get(text);
    if (known !== undefined || text.length > LONGEST || this.#numbers.size === MOST) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** xl/sharedStrings.xml, after the sheets. */
  part(): string {
    return `${HEAD}${[...this.#numbers.keys()].map((text) => `<si>${textOf(text)}</si>`).join("")}</sst>`;
  }
}
