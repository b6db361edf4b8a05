import type { Line, Part } from "../../../src/language/en/index.ts";
import type { Control, Fact } from "../../../src/model/index.ts";
import { controlsInOrder, usesContent } from "../../../src/policy/effort.ts";
import type { Resolved, ResolvedPractice } from "../../../src/policy/index.ts";
import { stops } from "../../../src/policy/verdict.ts";
import { aboutControl, factsOf } from "../../../src/site/pages/platform/facts.ts";
import type { View } from "../../../src/site/view.ts";
import { sentenceCase } from "../../../src/text/lists.ts";
import type { Answer } from "./dataset.ts";
import { Documents } from "./documents.ts";
import { whomInWords } from "./view.ts";
import { COMMAND_WORDS } from "./words.ts";

/** An answer in words: what a terminal shows, in parts. */
interface Explained {
  view: View;
  answer: Answer;
  resolved: Resolved;
  documents: Documents;
}

const FACTS: readonly Fact[] = ["dataUse", "defaultState", "data", "legalBasis"];

const present = (lines: readonly (Line | undefined | null | false)[]): Line[] =>
  lines.filter((line): line is Line =>
    typeof line === "object" && line ? line.items.length > 0 : Boolean(line),
  );

const cited = ({ words }: View, numbers: string): string | undefined =>
  numbers === "" ? undefined : `${words.evidence.title}: ${numbers}`;

/** A way to act: its steps, its link, and what it does not undo. */
function controlPart({ view, answer, documents }: Explained, control: Control): Part {
  const { choices } = view.words;
  const recorded = answer.controls.find((c) => c.id === control.id);
  return {
    heading: control.name,
    lines: present([
      aboutControl(view, control).join(" · "),
      control.steps.length > 0 ? { numbered: true, items: control.steps } : choices.noSteps,
      control.url !== undefined && `${COMMAND_WORDS[view.code].page}: ${control.url}`,
      ...factsOf(view, control).map((fact) => `${fact.name}: ${fact.text}`),
      cited(view, documents.numbers(recorded?.evidence ?? [])),
    ]),
  };
}

/** What a person can do, the most useful first, and what nothing stops. */
function choicesPart(explained: Explained): Part {
  const { view, resolved } = explained;
  const { choices } = view.words;
  const used = resolved.practices.filter((p) => p.certainty !== null);
  const all = controlsInOrder(used.length > 0 ? used : resolved.practices);
  const partial = all.filter((c) => !stops(c));
  const stuck = used.filter((p) => p.verdict === "no-choice");
  const { controls, actions } = resolved.effort;
  return {
    heading: choices.title,
    lines: present([
      all.length === 0 && (used.some(usesContent) ? choices.noWay : choices.noNeed),
      controls.length > 0 && choices.total(controls.length, actions),
    ]),
    parts: [
      ...all.filter(stops).map((c) => controlPart(explained, c)),
      ...(partial.length > 0
        ? [
            {
              heading: choices.partial,
              lines: [choices.partialLead],
              parts: partial.map((c) => controlPart(explained, c)),
            },
          ]
        : []),
      ...(stuck.length > 0
        ? [
            {
              heading: choices.nothing,
              lines: [{ items: stuck.map((p) => `${p.title}: ${view.language.answer(p)}`) }],
            },
          ]
        : []),
    ],
  };
}

/** What each answer is based on, then the documents, each once. */
const evidencePart = ({ view, resolved, documents }: Explained): Part => {
  const { language, words } = view;
  const items = resolved.practices.map((p: ResolvedPractice) => {
    const grade = p.grade.dataUse === null ? "" : ` (${words.evidence.grades[p.grade.dataUse]})`;
    const numbers = documents.numbers(FACTS.flatMap((fact) => p.evidence[fact]));
    return `${p.title}: ${language.answer(p)}${grade} ${numbers}`.trimEnd();
  });
  return {
    heading: words.evidence.title,
    lines: present([{ items }, { numbered: true, items: documents.list() }]),
  };
};

/** Everything that the command says about a platform. @param release where the answer comes from */
export function explained(question: Omit<Explained, "documents">, release: string): Part {
  const { view, answer, resolved } = question;
  const given = { ...question, documents: new Documents(view, answer) };
  const { language, words } = view;
  const named = { ...answer, withdrawn: answer.withdrawn ?? undefined } as Parameters<
    typeof language.headline
  >[0];
  const { person, day } = whomInWords(view);
  const withdrawn = resolved.practices.length === 0 && answer.withdrawn !== null;
  return {
    heading: words.platform.question(answer.name),
    lines: present([
      language.headline(named, resolved),
      !withdrawn &&
        `${sentenceCase(language.answer(resolved.headline))}: ${words.platform.whom(person, day)}.`,
    ]),
    parts: [
      ...(withdrawn
        ? []
        : [
            {
              heading: words.platform.data.title,
              lines: present([{ items: resolved.kinds.flatMap((kind) => language.kindLine(kind) ?? []) }]),
            },
            choicesPart(given),
            evidencePart(given),
          ]),
      { heading: COMMAND_WORDS[view.code].data, lines: [COMMAND_WORDS[view.code].release(release)] },
    ],
  };
}
