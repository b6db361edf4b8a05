import type { ReadAgreement } from "../../model/index.ts";
import { FIELDS, pairsOf } from "./fields.ts";
import { type Compared, compare, type Records } from "./items.ts";
import { agreementOf } from "./kappa.ts";
import { type Matched, matchPractices } from "./match.ts";

/** What is compared of two records: their practices, and the answers on one day. */
interface ReadTwice {
  matched: Matched;
  compared: Compared[];
}

/** Only the answers that hold on a day. */
const onDay = ({ practices, items }: Compared, day: string): Compared => ({
  practices,
  items: items.filter(
    ({ segment: { interval } }) =>
      (interval.from ?? "") <= day && (interval.until === null || day < interval.until),
  ),
});

function readTwice(records: Records, day: string): ReadTwice {
  const matched = matchPractices(...records);
  return { matched, compared: matched.pairs.map((pair) => onDay(compare(records, pair), day)) };
}

const sum = <T>(of: readonly T[], count: (one: T) => number): number =>
  of.reduce((all, one) => all + count(one), 0);

const rounded = (kappa: number | null): number | null =>
  kappa === null ? null : Math.round(kappa * 1e4) / 1e4;

/**
 * How far two readings of several platforms agree, with the answers of all platforms together: each audience
 * that either record distinguishes on that day, in each practice that both have, counts once.
 * @param pairs the first and the second record of each platform
 */
export function pooledAgreement(
  pairs: readonly Records[],
  day: string,
): Pick<ReadAgreement, "practices" | "fields"> {
  const read = pairs.map((records) => readTwice(records, day));
  return {
    practices: {
      matched: sum(read, ({ matched }) => matched.pairs.length),
      onlyFirst: sum(read, ({ matched }) => matched.onlyA.length),
      onlySecond: sum(read, ({ matched }) => matched.onlyB.length),
    },
    fields: FIELDS.map((field) => {
      const compared = read.flatMap((one) => one.compared);
      const { items, agreed, kappa } = agreementOf(compared.flatMap((c) => pairsOf(field, c)));
      return { field: field.name, items, agreed, kappa: rounded(kappa) };
    }),
  };
}
