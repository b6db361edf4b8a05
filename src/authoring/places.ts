import { canonicalRegion, notARegion, regionName, regionsNamed } from "../model/index.ts";

/** The code of a place given by its code or its English name; undefined for what is neither. */
export const placeOf = (written: string): string | undefined =>
  canonicalRegion(written) ?? regionsNamed(written)[0];

/** The English name nearest to what was written; undefined where none is near. */
export function nearestPlace(written: string): string | undefined {
  const [code] = notARegion(written).codes;
  return code && regionName(code);
}

/** The question that follows an unknown place, with a space before it. */
export function didYouMeanPlace(written: string): string {
  const near = nearestPlace(written);
  return near === undefined ? "" : ` Did you mean ${near}?`;
}
