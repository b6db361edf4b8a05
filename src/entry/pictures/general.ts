import type { Card } from "../../api/index.ts";
import { registerTsx } from "../site/tsx.ts";

/** The picture of the project in each language. */
export async function generalCards(): Promise<Record<string, Card>> {
  registerTsx();
  const { shapesOf } = await import("../../site/components/switch.tsx");
  const { WORDS } = await import("../../site/words/index.ts");
  const form = "off-by-default";
  return Object.fromEntries(
    Object.entries(WORDS).map(([code, { home, reach }]) => [
      code,
      {
        name: "",
        sentence: home.title,
        answer: reach.general,
        note: undefined,
        form,
        shapes: shapesOf(form),
      },
    ]),
  );
}
