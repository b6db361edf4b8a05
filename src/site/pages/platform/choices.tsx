import type { Child } from "hono/jsx";
import type { Control } from "../../../model/index.ts";
import { controlsInOrder, stops, usesContent } from "../../../policy/index.ts";
import { sentenceCase } from "../../../text/lists.ts";
import { RecordText, recordLang } from "../../components/record-text.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Steps } from "../../components/steps.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { link, type View } from "../../view.ts";
import { type Letter, letterFor, mailto } from "./letter.ts";
import { linkLabel } from "./link-label.ts";
import type { PlatformState } from "./state.ts";

interface Part {
  view: View;
  state: PlatformState;
}

/** Where a control is used: in the app, in a browser, or both. */
function whereOf({ words }: View, { friction = [], url, kind }: Control): string | undefined {
  if (friction.includes("app-only")) return words.choices.inApp;
  if (friction.includes("not-in-app")) return words.choices.notInApp;
  return url !== undefined && kind !== "email" ? words.choices.inBrowser : undefined;
}

/** The caveats that are not said elsewhere on the page. */
const caveatsOf = ({ language }: View, { friction = [] }: Control): string[] =>
  friction.filter((f) => f !== "app-only" && f !== "not-in-app").map(language.terms.friction);

const Message = ({ view, letter }: { view: View; letter: Letter }) => {
  const { choices } = view.words;
  return (
    <>
      {letter.to === undefined ? null : (
        <p>
          <a class="button" href={mailto(letter)}>
            {choices.write(letter.to)}
          </a>
        </p>
      )}
      <details>
        <summary>{choices.letter}</summary>
        <p>
          <strong>{letter.subject}</strong>
        </p>
        <p class="letter">{letter.body}</p>
      </details>
    </>
  );
};

const recordTexts = (view: View, texts: readonly string[]): Child =>
  texts.length === 0 ? null : <RecordText view={view}>{texts.join(" ")}</RecordText>;

const row = (name: string, value: Child) =>
  value === null || value === undefined || value === "" ? undefined : { name, value };

/** What matters before a person starts: who can do it, where, and what it does not undo. */
export const Facts = ({ view, control }: { view: View; control: Control }) => {
  const { words, language } = view;
  const { actor, effect, exceptions = [], when } = control;
  const caveats = caveatsOf(view, control);
  return (
    <Rows
      compact
      rows={[
        row(words.choices.who, actor === "user" ? null : words.choices.only(language.terms.actor(actor))),
        row(words.choices.where, whereOf(view, control)),
        row(words.choices.until, when?.until === undefined ? null : language.date(when.until)),
        row(words.choices.past, language.terms.effect(effect)),
        row(words.choices.still, recordTexts(view, exceptions)),
        row(words.choices.caveats, caveats.length === 0 ? null : sentenceCase(`${caveats.join("; ")}.`)),
      ]}
    />
  );
};

/** How a control is used: what it is, its steps, and the link or the message. */
export const HowTo = ({ view, control, platform }: { view: View; control: Control; platform: string }) => {
  const { words } = view;
  const { kind, steps, url, protectsWhen } = control;
  const letter = letterFor(view, control, platform);
  const about = [
    words.choices.kinds[kind],
    ...(steps.length > 0 ? [words.choices.steps(steps.length)] : []),
    ...(protectsWhen === undefined ? [] : [words.choices.protectsWhen[protectsWhen]]),
  ];
  return (
    <>
      <p class="facts">{about.join(" · ")}</p>
      {steps.length > 0 ? <Steps items={steps} lang={recordLang(view)} /> : <p>{words.choices.noSteps}</p>}
      {url !== undefined ? (
        <p>
          <a class={letter?.to === undefined ? "button" : ""} href={url}>
            {linkLabel(view, control)}
          </a>
        </p>
      ) : null}
      {letter ? <Message view={view} letter={letter} /> : null}
    </>
  );
};

const ControlItem = ({ view, state, control }: Part & { control: Control }) => (
  <li class="control" id={`control-${control.id}`}>
    <h3 lang={recordLang(view)}>{control.name}</h3>
    <HowTo view={view} control={control} platform={state.platform.name} />
    <Facts view={view} control={control} />
    <p>
      <a href={`${link(view, `/platforms/${state.platform.id}/evidence`)}#about-${control.id}`}>
        {view.words.choices.details}
      </a>
    </p>
  </li>
);

const Controls = ({
  view,
  state,
  controls,
  start,
}: Part & { controls: readonly Control[]; start?: number }) => (
  <ol class="controls" start={start}>
    {controls.map((control) => (
      <ControlItem view={view} state={state} control={control} />
    ))}
  </ol>
);

/** The uses that nothing stops. */
const Unstoppable = ({ view, state: { resolved } }: Part) => {
  const items = resolved.practices.filter((p) => p.certainty !== null && p.verdict === "no-choice");
  return items.length === 0 ? null : (
    <>
      <h3>{view.words.choices.nothing}</h3>
      <ul class="plain">
        {items.map((p) => (
          <li>
            <RecordText view={view}>{p.title}</RecordText>
            <br />
            <Verdict view={view} shown={p} />
          </li>
        ))}
      </ul>
    </>
  );
};

/** What a person can do, the most useful first, and what nothing stops. */
export const Choices = ({ view, state }: Part) => {
  const { words } = view;
  const { resolved } = state;
  const used = resolved.practices.filter((p) => p.certainty !== null);
  const all = controlsInOrder(used.length > 0 ? used : resolved.practices);
  const [full, partial] = [all.filter(stops), all.filter((c) => !stops(c))];
  const { effort } = resolved;
  return (
    <Section id="choices" title={words.choices.title}>
      {all.length === 0 ? (
        <p class="none">{used.some(usesContent) ? words.choices.noWay : words.choices.noNeed}</p>
      ) : null}
      {effort.controls.length > 0 ? (
        <p>{words.choices.total(effort.controls.length, effort.actions)}</p>
      ) : null}
      {full.length > 0 ? <Controls view={view} state={state} controls={full} /> : null}
      {partial.length > 0 && full.length === 0 && used.length > 0 ? <p>{words.choices.notFully}</p> : null}
      {partial.length > 0 ? (
        <>
          <h3>{words.choices.partial}</h3>
          <p class="hint">{words.choices.partialLead}</p>
          <Controls view={view} state={state} controls={partial} start={full.length + 1} />
        </>
      ) : null}
      <Unstoppable view={view} state={state} />
    </Section>
  );
};
