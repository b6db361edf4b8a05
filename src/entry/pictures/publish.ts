import type { Card } from "../../api/index.ts";
import { LANGUAGES } from "../../language/index.ts";
import type { Operator } from "../../model/index.ts";
import { audience, DIMENSIONS, type Platform } from "../../model/index.ts";
import { otherAudiences, resolve } from "../../policy/index.ts";
import { classesOf, conditionsOfPlatform } from "../../policy/space/segments.ts";
import { registerTsx } from "../site/tsx.ts";
import { EDITION, keyOf } from "./key.ts";

/** As much of an R2 bucket as is needed to fill it. */
export interface WritablePictures {
  get(key: string): Promise<{ json<T>(): Promise<T> } | null>;
  put(key: string, value: Uint8Array | string, options?: object): Promise<unknown>;
}

/** The list of the pictures that are there; it is written last. */
const INDEX = `pictures/${EDITION}/index.json`;

/** The records to make pictures of. */
interface Records {
  platforms: readonly Platform[];
  operators: readonly Operator[];
}

/** The cards of every answer by place, in every language, each once, by their keys. */
export async function cardsOf({ platforms, operators }: Records, today: string): Promise<Map<string, Card>> {
  registerTsx();
  const { cardOf } = await import("../../site/reach/card.ts");
  const { WORDS } = await import("../../site/words/index.ts");
  const byId = new Map(operators.map((operator) => [operator.id, operator]));
  const cards = new Map<string, Card>();
  for (const platform of platforms)
    for (const [region = null] of classesOf(DIMENSIONS.region, conditionsOfPlatform(platform))) {
      const who = audience({ region }, today);
      const resolved = resolve(platform, who, byId.get(platform.operator));
      const others = otherAudiences(platform, resolved);
      for (const code of Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]) {
        const view = { language: LANGUAGES[code], words: WORDS[code], who };
        const card = cardOf(view, { platform, resolved, others });
        cards.set(await keyOf(card), card);
      }
    }
  return cards;
}

/**
 * Draws the pictures that a bucket does not have.
 * @param onProgress called after each
 * @returns how many were written
 */
export async function publishPictures(
  bucket: WritablePictures,
  records: Records,
  today: string,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<number> {
  const cards = await cardsOf(records, today);
  const present = new Set((await (await bucket.get(INDEX))?.json<string[]>()) ?? []);
  const missing = [...cards].filter(([key]) => !present.has(key));
  if (missing.length === 0) return 0;
  const { renderer } = await import("./render.ts");
  const render = await renderer();
  for (const [i, [key, card]] of missing.entries()) {
    await bucket.put(key, render(card), { httpMetadata: { contentType: "image/png" } });
    onProgress(i + 1, missing.length);
  }
  await bucket.put(INDEX, JSON.stringify([...present, ...missing.map(([key]) => key)]), {
    httpMetadata: { contentType: "application/json" },
  });
  return missing.length;
}
