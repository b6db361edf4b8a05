/** Versions in the order in which they were cut. */
export const byVersion = (a: string, b: string): number => {
  const [x, y] = [a, b].map((v) => v.split(".").map(Number));
  return (x?.map((n, i) => n - (y?.[i] ?? 0)).find((d) => d !== 0) ?? 0) as number;
};

/** The version of the release after the last, cut on a day: `YYYY.MM.N`. */
export function nextVersion(last: string | undefined, date: string): string {
  const month = `${date.slice(0, 4)}.${date.slice(5, 7)}`;
  return last?.startsWith(`${month}.`) ? `${month}.${Number(last.split(".")[2]) + 1}` : `${month}.1`;
}
