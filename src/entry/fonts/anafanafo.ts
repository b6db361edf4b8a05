import { verdana } from "./verdana.ts";

/*
 * Takes the place of the package anafanafo in the Worker and in the server's bundle (wrangler.toml and
 * bundle/make.ts name it): badge-maker measures text with it. The package has the widths of four fonts, of which
 * one is used, in a form that takes 900 kB. A test compares the widths.
 */

const WIDTHS = [...verdana()];

/** Characters without a width are taken for this one. */
const TYPICAL = "m";

function widthOf(character: number): number | undefined {
  if (character <= 31 || character === 127) return 0;
  let [low, high] = [0, WIDTHS.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { from, to, width } = WIDTHS[middle] as (typeof WIDTHS)[number];
    if (character < from) high = middle - 1;
    else if (character > to) low = middle + 1;
    else return width;
  }
  return undefined;
}

const typical = widthOf(TYPICAL.charCodeAt(0)) ?? 0;

/** The width of a text in pixels. @throws {RangeError} for another font */
export default function measure(text: string, { font }: { font: string }): number {
  if (font !== "11px Verdana") throw new RangeError(`${font}: only 11px Verdana can be measured.`);
  let width = 0;
  for (const character of text) width += widthOf(character.codePointAt(0) ?? 0) ?? typical;
  return width;
}
