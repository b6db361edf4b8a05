import { ALL_DIMENSIONS, type Dimension, type When } from "../../../model/index.ts";
import { joinPresent } from "../../../text/lists.ts";
import { audienceInWords, whenInWords } from "../people.ts";
import { membersChanged } from "./values.ts";

const valuesOf = (value: unknown): readonly string[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [value as string];

/** For whom something is now, where one dimension of its condition changed: `now also for people in Switzerland`. */
function dimensionChange({ facet }: Dimension, before: unknown, after: unknown): string {
  const people = (values: readonly string[]): string => audienceInWords({ [facet]: values });
  const [was, is] = [valuesOf(before), valuesOf(after)];
  if (was.length === 0) return `now only for ${people(is)}`;
  if (is.length === 0) return `no longer only for ${people(was)}`;
  const { added, removed } = membersChanged(was, is);
  if (added.length === is.length) return `now for ${people(is)}, before for ${people(was)}`;
  return joinPresent(
    [
      added.length > 0 && `now also for ${people(added)}`,
      removed.length > 0 && `no longer for ${people(removed)}`,
    ],
    "; ",
  );
}

/**
 * A change of for whom or when something holds.
 * @param under the field of `when`; undefined where it is recorded or removed as a whole
 * @returns undefined for its days, which are dates like others
 */
export function whenChange(under: string | undefined, before: unknown, after: unknown): string | undefined {
  if (under === undefined)
    return `now for ${whenInWords(after as When | undefined)} (before: ${whenInWords(before as When | undefined)})`;
  const dimension = ALL_DIMENSIONS.find((d) => d.when === under);
  return dimension && dimensionChange(dimension, before, after);
}
