import type { Services, Snapshot } from "../../api/http/services.ts";
import { resolve } from "../../policy/index.ts";
import type { Listed } from "../components/platform-row.tsx";
import type { View } from "../view.ts";

/**
 * Platforms of a list with their sentences in the page's language. The database has them in English; others are
 * made from the records.
 */
export async function inPageLanguage(
  s: Services,
  at: Snapshot,
  { code, language, who }: View,
  items: readonly Listed[],
): Promise<readonly Listed[]> {
  if (code === "en") return items;
  const records = await s.records.of(
    at.publication,
    items.map((item) => item.id),
  );
  return items.map((item) => {
    const platform = records.get(item.id)?.platform;
    const sentence = platform ? language.headline(platform, resolve(platform, who)) : item.headline.sentence;
    return { ...item, headline: { ...item.headline, sentence } };
  });
}
