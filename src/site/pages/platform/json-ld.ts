import { controlsInOrder, stops } from "../../../policy/index.ts";
import type { View } from "../../view.ts";
import type { PlatformState } from "./state.ts";

/** A question that the page answers, in schema.org's terms. */
const question = (name: string, text: string) => ({
  "@type": "Question",
  name,
  acceptedAnswer: { "@type": "Answer", text },
});

/**
 * The questions that the page answers (schema.org/FAQPage): whether, and how to stop it where that is possible. Steps
 * are English: pages in other languages do not claim to answer the second in theirs.
 */
export function faqOf(view: View, { platform, resolved }: PlatformState, headline: string) {
  const { words } = view;
  const [control] = controlsInOrder(resolved.practices.filter((p) => p.certainty !== null)).filter(stops);
  return {
    "@type": "FAQPage",
    inLanguage: view.code,
    mainEntity: [
      question(words.platform.question(platform.name), headline),
      ...(view.code === "en" && control && control.steps.length > 0
        ? [question(words.platform.how(platform.name), control.steps.join(" "))]
        : []),
    ],
  };
}
