/** A part of a bar. */
export interface Segment {
  count: number;
  /** A class that gives its colour; without one, that of the text. */
  colour?: string | undefined;
  /** How it is filled. Default: solid. */
  fill?: "solid" | "hatched" | "empty" | undefined;
}

const FILL = { solid: "currentColor", hatched: "url(#hatch)", empty: "none" } as const;

/** A share as a percentage with one decimal place. */
const percent = (count: number, most: number): number => Math.round((1000 * count) / most) / 10;

/** Narrower parts, in percent of the width, have no number in them. */
const NARROW = 6;

/**
 * A bar as SVG. It says nothing to screen readers: its numbers stand beside it.
 * @param most the number that fills the width
 * @param numbers whether solid parts have their numbers in them
 */
export function barOf(segments: readonly Segment[], most: number, numbers = false): string {
  let x = 0;
  const drawn = segments
    .filter(({ count }) => count > 0)
    .map(({ count, colour, fill = "solid" }) => {
      const [at, width] = [Math.round(x * 10) / 10, percent(count, most)];
      x += width;
      const stroke = fill === "solid" ? "" : ' stroke="currentColor"';
      const text =
        numbers && fill === "solid" && width >= NARROW
          ? `<text class="paper" x="${Math.round((at + width / 2) * 10) / 10}%" y="13">${count}</text>`
          : "";
      const parts = `<rect x="${at}%" width="${width}%" height="18" fill="${FILL[fill]}"${stroke}/>${text}`;
      return colour === undefined ? parts : `<g class="${colour}">${parts}</g>`;
    });
  return `<svg class="bar" width="100%" height="18" font-size="12" text-anchor="middle" aria-hidden="true">${drawn.join("")}</svg>`;
}
