import { canonicalRegion, regionCodes, regionName } from "../model/index.ts";
import { didYouMean } from "../text/nearest.ts";

/** The code of a place given by its code or its English name; undefined for what is neither. */
export function placeOf(written: string): string | undefined {
  const named = (code: string) => regionName(code)?.toLowerCase() === written.trim().toLowerCase();
  return canonicalRegion(written) ?? regionCodes(true).find(named);
}

/** The question that follows an unknown place, with a space before it. */
export const didYouMeanPlace = (written: string): string =>
  didYouMean(
    written,
    written.length <= 3 ? regionCodes() : regionCodes().map((code) => regionName(code) as string),
  );
