import type { Control } from "../../../model/index.ts";
import { controlsInOrder, stops, usesContent } from "../../../policy/index.ts";
import { RecordText, recordLang } from "../../components/record-text.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Steps } from "../../components/steps.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { sameForAll } from "../../same-for-all.ts";
import { link, type View } from "../../view.ts";
import { aboutControl, factsOf } from "./facts.ts";
import { type Letter, letterFor, mailto, recipientOf } from "./letter.ts";
import { linkLabel } from "./link-label.ts";
import type { PlatformState } from "./state.ts";

interface Part {
  view: View;
  state: PlatformState;
}

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

/** What matters before a person starts: who can do it, where, and what it does not undo. */
export const facts = sameForAll<Control>((view, control) => (
  <Rows
    compact
    rows={factsOf(view, control).map(({ name, text, ofRecord }) => ({
      name,
      value: ofRecord ? <RecordText view={view}>{text}</RecordText> : text,
    }))}
  />
));

/** How a control is used, apart from its message: what it is, its steps, and the link. */
const steps = sameForAll<Control>((view, control) => (
  <>
    <p class="facts">{aboutControl(view, control).join(" · ")}</p>
    {control.steps.length > 0 ? (
      <Steps items={control.steps} lang={recordLang(view)} />
    ) : (
      <p>{view.words.choices.noSteps}</p>
    )}
    {control.url !== undefined ? (
      <p>
        <a class={recipientOf(control) === undefined ? "button" : ""} href={control.url}>
          {linkLabel(view, control)}
        </a>
      </p>
    ) : null}
  </>
));

/** How a control is used: what it is, its steps, and the link or the message. */
export const HowTo = ({ view, control, platform }: { view: View; control: Control; platform: string }) => {
  const letter = letterFor(view, control, platform);
  return (
    <>
      {steps(view, control)}
      {letter ? <Message view={view} letter={letter} /> : null}
    </>
  );
};

const ControlItem = ({ view, state, control }: Part & { control: Control }) => (
  <li class="control" id={`control-${control.id}`}>
    <h3 lang={recordLang(view)}>{control.name}</h3>
    <HowTo view={view} control={control} platform={state.platform.name} />
    {facts(view, control)}
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
