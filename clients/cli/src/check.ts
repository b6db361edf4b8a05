import type { Audience } from "../../../src/model/index.ts";
import type { Resolved } from "../../../src/policy/index.ts";
import { type Answer, type Dataset, UnknownPlatform } from "./dataset.ts";
import { resolvedOf } from "./resolved.ts";

/** A line of a list, and its answer; null for what is not in the dataset. */
export interface Checked {
  written: string;
  found: { release: string; answer: Answer; resolved: Resolved } | null;
}

/** How many lines are asked for at once. */
const AT_ONCE = 4;

/** The entries of a list, one a line; what follows `#` is a comment. */
export const entriesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "");

/**
 * A platform's answer for a person. Where the address implies a plan, the answer is for that plan, unless the
 * person's plan was given: platform.openai.com is use of the API.
 * @throws {UnknownPlatform}
 */
export async function askFor(dataset: Dataset, written: string, who: Audience, planGiven: boolean) {
  const { id, plan } = await dataset.find(written);
  const { release, answer } = await dataset.answer(
    id,
    plan === undefined || planGiven ? who : { ...who, plan },
  );
  return { release, answer, resolved: resolvedOf(answer) };
}

/** The answers of a list, in its order. */
export async function checkAll(
  dataset: Dataset,
  entries: readonly string[],
  who: Audience,
  planGiven: boolean,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  const rest = entries.entries();
  const work = async () => {
    for (const [i, written] of rest) {
      const found = await askFor(dataset, written, who, planGiven).catch((error: unknown) => {
        if (error instanceof UnknownPlatform) return null;
        throw error;
      });
      checked[i] = { written, found };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return checked;
}
