import { canonicalRegion, regionCodes, regionName } from "../model/index.ts";
import { nearest } from "../text/nearest.ts";

/** The code of a place given by its code or its English name; undefined for what is neither. */
export function placeOf(written: string): string | undefined {
  const named = (code: string) => regionName(code)?.toLowerCase() === written.trim().toLowerCase();
  return canonicalRegion(written) ?? regionCodes(true).find(named);
}

/** The code or English name nearest to what was written; undefined where none is near. */
export const nearestPlace = (written: string): string | undefined =>
  nearest(
    written,
    written.length <= 3 ? regionCodes() : regionCodes().map((code) => regionName(code) as string),
  );

/** The question that follows an unknown place, with a space before it. */
export function didYouMeanPlace(written: string): string {
  const near = nearestPlace(written);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}
