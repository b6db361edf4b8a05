import { Problem } from "./problem.ts";

/**
 * Refuses a time that ends before it begins: an empty list would look like an answer.
 * @param names the parameters of the first day and of the end
 * @throws {Problem} `invalid-parameter`, which names both
 */
export function checkPeriod(
  [first, last]: readonly [string, string],
  from: string | undefined,
  until: string | undefined,
): void {
  if (from === undefined || until === undefined || from <= until) return;
  const detail = `${first}=${from} is after ${last}=${until}: exchange them, or omit one.`;
  throw new Problem("invalid-parameter", detail, [
    { parameter: first, detail: `${first}: ${from} is after ${last}=${until}.` },
    { parameter: last, detail: `${last}: ${until} is before ${first}=${from}.` },
  ]);
}
