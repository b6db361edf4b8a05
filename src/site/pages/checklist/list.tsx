import type { Child } from "hono/jsx";
import { KIND, termsOf } from "../../../model/index.ts";
import { sentenceCase } from "../../../text/lists.ts";
import { Chooser } from "../../components/chooser.tsx";
import { PlatformRow } from "../../components/platform-row.tsx";
import { RecordText, recordLang } from "../../components/record-text.tsx";
import { Section } from "../../components/section-head.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { link, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import { dayOf } from "../platform/answer.tsx";
import { facts, HowTo } from "../platform/choices.tsx";
import { type Chosen, MOST_SERVICES } from "./chosen.ts";
import { type Answered, type Stuck, type Task, type Todo, totalOf } from "./todo.ts";

interface Part {
  view: View;
  todo: Todo;
  chosen: Chosen;
}

const PlatformLink = ({
  view,
  platform,
  children,
}: { view: View; children?: Child } & Pick<Answered, "platform">) => (
  <a href={link(view, `/platforms/${platform.id}`)}>{children ?? platform.name}</a>
);

/** The kinds of data whose use a task stops, in words. */
function stoppedKinds({ language }: View, { stopped }: Task): string {
  const kinds = new Set(stopped.flatMap((p) => p.kinds));
  return language.list(
    termsOf(KIND)
      .filter((kind) => kinds.has(kind))
      .map(language.terms.kind),
  );
}

/** One service: what to switch off there, each with a box to tick. */
const TaskItem = ({ view, task }: { view: View; task: Task }) => {
  const { words, language } = view;
  const { checklist, choices } = words;
  const { platform, controls } = task;
  const kinds = stoppedKinds(view, task);
  return (
    <li class="control" id={`service-${platform.id}`}>
      <h3>
        <PlatformLink view={view} platform={platform} />
      </h3>
      {kinds === "" ? null : <p class="facts">{checklist.stops(kinds)}</p>}
      {controls.map((control) => (
        <div class="control">
          <label class="check">
            <input type="checkbox" data-task={`${platform.id}/${control.id}`} />
            <span lang={recordLang(view)}>{control.name}</span>
          </label>
          {control.actor === "user" ? null : <p>{choices.only(language.terms.actor(control.actor))}.</p>}
          <HowTo view={view} control={control} platform={platform.name} />
          <details>
            <summary>{checklist.facts}</summary>
            {facts(view, control)}
          </details>
        </div>
      ))}
    </li>
  );
};

/** What a person has to do, in order. */
const Tasks = ({ view, todo: { tasks } }: Part) => {
  const { checklist } = view.words;
  return tasks.length === 0 ? null : (
    <Section id="tasks" title={checklist.tasks} lead={checklist.tasksLead}>
      <ol class="controls">
        {tasks.map((task) => (
          <TaskItem view={view} task={task} />
        ))}
      </ol>
    </Section>
  );
};

/** How many things that help only in part are named; the service's page has them all. */
const PARTIAL = 2;

const StuckItem = ({ view, stuck }: { view: View; stuck: Stuck }) => {
  const { checklist } = view.words;
  const { platform, uses, partial } = stuck;
  const path = link(view, `/platforms/${platform.id}`);
  return (
    <li class="platform">
      <h3>
        <PlatformLink view={view} platform={platform} />
      </h3>
      <ul class="plain">
        {uses.map((use) => (
          <li>
            <RecordText view={view}>{use.title}</RecordText>
            <br />
            <Verdict view={view} shown={use} />
          </li>
        ))}
      </ul>
      <p class="hint">
        {partial.length === 0 ? (
          checklist.leave
        ) : (
          <>
            {checklist.partial}{" "}
            {partial.slice(0, PARTIAL).map((control, i) => (
              <>
                {i > 0 ? ", " : ""}
                <a href={`${path}#control-${control.id}`} lang={recordLang(view)}>
                  {control.name}
                </a>
              </>
            ))}
          </>
        )}
      </p>
    </li>
  );
};

const StuckPart = ({ view, todo: { stuck } }: Part) => {
  const { checklist } = view.words;
  return stuck.length === 0 ? null : (
    <Section id="stuck" title={checklist.stuck} lead={checklist.stuckLead}>
      <ul class="platforms">
        {stuck.map((item) => (
          <StuckItem view={view} stuck={item} />
        ))}
      </ul>
    </Section>
  );
};

const Settled = ({ view, todo: { settled } }: Part) => {
  const { checklist } = view.words;
  return settled.length === 0 ? null : (
    <Section id="settled" title={checklist.settled} lead={checklist.settledLead}>
      <ul class="platforms short">
        {settled.map(({ platform: { id, name }, resolved: { headline } }) => (
          <PlatformRow view={view} platform={{ id, name, headline: { ...headline, sentence: "" } }} short />
        ))}
      </ul>
    </Section>
  );
};

const Withdrawn = ({ view, todo: { withdrawn } }: Part) =>
  withdrawn.length === 0 ? null : (
    <Section id="withdrawn" title={view.words.checklist.withdrawn}>
      <ul class="plain">
        {withdrawn.map(({ platform }) => (
          <li>
            <PlatformLink view={view} platform={platform}>
              {view.language.withdrawal(platform)}
            </PlatformLink>
          </li>
        ))}
      </ul>
    </Section>
  );

/** What is not in the dataset: what the address names, and what a script kept of a pasted list. */
const Unknown = ({ view, chosen: { unknown } }: Part) => {
  const { checklist } = view.words;
  return (
    <div id="unknown" hidden={unknown.length === 0}>
      <Section id="not-known" title={checklist.notInData} lead={checklist.notInDataLead}>
        <ul class="plain">
          {unknown.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      </Section>
    </div>
  );
};

/** What a list comes to, in a sentence and its rest. */
const Sum = ({ view, todo, chosen }: Part) => {
  const { checklist, platform } = view.words;
  const { actions, unrecorded } = totalOf(todo.tasks);
  const rest = [
    ...(todo.stuck.length > 0 ? [checklist.restStuck(todo.stuck.length)] : []),
    ...(todo.settled.length > 0 ? [checklist.restSettled(todo.settled.length)] : []),
    ...(chosen.unknown.length > 0 ? [checklist.restUnknown(chosen.unknown.length)] : []),
  ];
  return (
    <>
      <p class="headline">{checklist.headline(todo.tasks.length, actions)}</p>
      <p class="hint">{sentenceCase(platform.whom(personInWords(view), dayOf(view)))}.</p>
      {unrecorded > 0 ? <p>{checklist.unrecorded(unrecorded)}</p> : null}
      {rest.length > 0 ? <p>{checklist.rest(rest)}</p> : null}
    </>
  );
};

/** What is sent and kept, with the buttons of a script. */
export const Device = ({ view }: { view: View }) => {
  const { checklist } = view.words;
  return (
    <Section id="device" title={checklist.device}>
      <p>{checklist.sent}</p>
      <p>{checklist.kept}</p>
      <p class="tools" data-script hidden>
        <button type="button" id="remove">
          {checklist.remove}
        </button>
        <span role="status" id="removed" data-text={checklist.removed}></span>
      </p>
    </Section>
  );
};

const Rules = ({ view }: { view: View }) => {
  const { checklist } = view.words;
  return (
    <Section id="order" title={checklist.order}>
      <ol class="steps">
        {checklist.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ol>
    </Section>
  );
};

/** A list: what to switch off, what nothing stops, and the rest. */
export const List = (part: Part) => {
  const { view, chosen } = part;
  const { checklist } = view.words;
  const ids = { ids: chosen.ids };
  return (
    <>
      <div class="answer" id="list" data-ids={chosen.ids.join(",")}>
        <h1>{checklist.title}</h1>
        <Sum {...part} />
        <p class="tools">
          <a href={link(view, "/checklist", { ...ids, edit: "true" })}>{checklist.change}</a>
          {chosen.ids.length > MOST_SERVICES.review ? null : (
            <a href={link(view, "/vendor-review", { ...ids, plan: null })}>{checklist.review}</a>
          )}
        </p>
        <p class="tools" data-script hidden>
          <button type="button" id="print">
            {checklist.print}
          </button>
          <button type="button" id="keep">
            {checklist.keep}
          </button>
          <span
            role="status"
            id="progress"
            data-text={checklist.progress}
            data-kept={checklist.keptNow}
          ></span>
        </p>
        <Chooser view={view} keep={ids} />
      </div>
      <Tasks {...part} />
      <StuckPart {...part} />
      <Settled {...part} />
      <Withdrawn {...part} />
      <Unknown {...part} />
      <Device view={view} />
      <Rules view={view} />
    </>
  );
};
