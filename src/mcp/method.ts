import { EN } from "../language/en/language.ts";
import { CERTAINTY, GRADE, STALE_AFTER_DAYS, termsOf, VERDICT } from "../model/index.ts";
import { method } from "../site/words/en/about.ts";

/** How the data is made and what its terms mean, in Markdown: the words of the page /method, without its counts. */
export function methodText(): string {
  const section = (title: string, ...blocks: readonly string[]): string =>
    [`## ${title}`, ...blocks].join("\n\n");
  const terms = (items: readonly (readonly [name: string, meaning: string])[]): string =>
    items.map(([name, meaning]) => `- **${name}**: ${meaning}`).join("\n");
  const blocks = [
    `# ${method.title}`,
    method.lead,
    section(method.documents, method.steps.map((step, i) => `${i + 1}. ${step}`).join("\n")),
    section(
      method.verdictsTitle,
      method.verdictsLead,
      terms(termsOf(VERDICT).map((verdict) => [verdict, method.verdicts[verdict]])),
    ),
    section(
      method.certaintyTitle,
      method.certaintyLead,
      terms(termsOf(CERTAINTY).map((certainty) => [certainty, method.certainties[certainty]])),
    ),
    section(method.short, method.shortText),
    section(
      method.gradesTitle,
      terms(termsOf(GRADE).map((grade) => [grade, method.gradeMeanings[grade]])),
      method.check,
    ),
    section(method.freshTitle, method.fresh(EN.count(STALE_AFTER_DAYS, "day"))),
    section(method.unknownTitle, method.unknownText, method.coverage),
  ];
  return `${blocks.join("\n\n")}\n`;
}
