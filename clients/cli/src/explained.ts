import type { Line, Part } from "../../../src/language/en/index.ts";
import { type Control, type Fact, parseRef, type Source } from "../../../src/model/index.ts";
import { controlsInOrder, usesContent } from "../../../src/policy/effort.ts";
import type { Resolved, ResolvedPractice } from "../../../src/policy/index.ts";
import { stops } from "../../../src/policy/verdict.ts";
import { aboutControl, factsOf } from "../../../src/site/pages/platform/facts.ts";
import type { View } from "../../../src/site/view.ts";
import { sentenceCase } from "../../../src/text/lists.ts";
import type { Answer } from "./dataset.ts";
import { whomInWords } from "./view.ts";
import { COMMAND_WORDS } from "./words.ts";

/** An answer in words: what a terminal shows, in parts. */
interface Explained {
  view: View;
  answer: Answer;
  resolved: Resolved;
}

const FACTS: readonly Fact[] = ["dataUse", "defaultState", "data", "legalBasis"];

const present = (lines: readonly (Line | undefined | null | false)[]): Line[] =>
  lines.filter((line): line is Line =>
    typeof line === "object" && line ? line.items.length > 0 : Boolean(line),
  );

/** A way to act: its steps, its link, and what it does not undo. */
function controlPart({ view, answer }: Explained, control: Control): Part {
  const { choices } = view.words;
  const recorded = answer.controls.find((c) => c.id === control.id);
  return {
    heading: control.name,
    lines: present([
      aboutControl(view, control).join(" · "),
      control.steps.length > 0 ? { numbered: true, items: control.steps } : choices.noSteps,
      control.url !== undefined && `${COMMAND_WORDS[view.code].page}: ${control.url}`,
      ...factsOf(view, control).map((fact) => `${fact.name}: ${fact.text}`),
      recorded?.evidence && { items: sources(view, answer, recorded.evidence) },
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

/** A document in a line: what it is, of which day, and where. */
function sourceLine(
  { language }: View,
  { title, publisher, kind, published, seen, url }: Answer["sources"] extends (infer S)[] | null ? S : never,
): string {
  const date = published ?? seen;
  const about = [
    publisher,
    language.terms.sourceKind(kind as Source["kind"]),
    ...(date === null ? [] : [language.date(date)]),
  ];
  return `${title} (${about.join(", ")}) ${url}`;
}

/** The documents behind some facts, each once. */
function sources(view: View, { sources: known }: Answer, refs: readonly string[]): string[] {
  const ids = refs.map(parseRef).map(({ shared, source }) => (shared ? `operator:${source}` : source));
  const cited = (known ?? []).filter((source) => ids.includes(source.id));
  return cited.map((source) => sourceLine(view, source));
}

/** What each answer is based on. */
const evidencePart = ({ view, answer, resolved }: Explained): Part => ({
  heading: view.words.evidence.title,
  lines: [],
  parts: resolved.practices.map((p: ResolvedPractice) => ({
    heading: `${p.title}: ${view.language.answer(p)}${p.grade.dataUse === null ? "" : ` (${view.words.evidence.grades[p.grade.dataUse]})`}`,
    lines: present([
      {
        items: sources(
          view,
          answer,
          FACTS.flatMap((fact) => p.evidence[fact]),
        ),
      },
    ]),
  })),
});

/** Everything that the command says about a platform. @param release where the answer comes from */
export function explained(given: Explained, release: string): Part {
  const { view, answer, resolved } = given;
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
      { heading: words.reach.page, lines: [COMMAND_WORDS[view.code].release(release)] },
    ],
  };
}
