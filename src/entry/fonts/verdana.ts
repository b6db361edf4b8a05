import packed from "./verdana-11px.json" with { type: "json" };

/**
 * The first code point without a width. From here on there are ideographs, syllables and pictures, which Verdana
 * has not; nearly all are about as wide as the character that is taken instead, and need most of the table.
 */
export const UNMEASURED = 0x3000;

/** Characters in a row with the same width. */
export interface Range {
  /** The first, as a code point. */
  from: number;
  /** The last. */
  to: number;
  /** In pixels. */
  width: number;
}

/** Ranges as columns, each number as the difference from what is expected: small, and compressed well. */
export interface PackedWidths {
  /** The characters between a range and the one before it. */
  gaps: number[];
  /** How many characters a range has, less one. */
  lengths: number[];
  /** Indexes into `widths`. */
  indexes: number[];
  widths: number[];
}

/** Packs ranges, which are in order. */
export function pack(ranges: readonly Range[]): PackedWidths {
  const widths = [...new Set(ranges.map((r) => r.width))];
  return {
    gaps: ranges.map((r, i) => r.from - (ranges[i - 1]?.to ?? 0)),
    lengths: ranges.map((r) => r.to - r.from),
    indexes: ranges.map((r) => widths.indexOf(r.width)),
    widths,
  };
}

/** The widths of Verdana, 11 pixels, up to {@link UNMEASURED}. */
export function* verdana({ gaps, lengths, indexes, widths }: PackedWidths = packed): Generator<Range> {
  let end = 0;
  for (const [i, gap] of gaps.entries()) {
    const from = end + gap;
    end = from + (lengths[i] ?? 0);
    yield { from, to: end, width: widths[indexes[i] ?? 0] ?? 0 };
  }
}
