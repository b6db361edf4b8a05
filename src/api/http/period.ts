import { Problem } from "./problem.ts";

/**
 * Refuses a time that ends before it begins: an empty list would look like an answer.
 * @param names the parameters of the first day and of the end
 * @throws {Problem} `empty-period`, which names both
 */
export function checkPeriod(
  [first, last]: readonly [string, string],
  from: string | undefined,
  until: string | undefined,
): void {
  if (from === undefined || until === undefined || from <= until) return;
  const detail = `${first}=${from} is after ${last}=${until}: exchange them, or omit one.`;
  throw new Problem("empty-period", detail, [
    { parameter: first, detail: `${first}: ${from} is after ${last}=${until}.`, fix: { [first]: until } },
    { parameter: last, detail: `${last}: ${until} is before ${first}=${from}.`, fix: { [last]: from } },
  ]);
}

/** Refuses `since` and `until` that end before they begin. @throws {Problem} `empty-period` */
export const checkDays = ({
  since,
  until,
}: {
  since?: string | undefined;
  until?: string | undefined;
}): void => checkPeriod(["since", "until"], since, until);
