import { CELL, KIND, termsOf } from "../../../model/index.ts";
import {
  type Cell,
  cellBy,
  isWithdrawn,
  type KindAnswer,
  type OtherAudience,
} from "../../../policy/index.ts";
import { sentenceCase } from "../../../text/lists.ts";
import { Chooser } from "../../components/chooser.tsx";
import { Notice } from "../../components/notice.tsx";
import { recordLang } from "../../components/record-text.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Switch } from "../../components/switch.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { link, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import { linkLabel } from "./link-label.ts";
import type { PlatformState } from "./state.ts";

interface Part {
  view: View;
  state: PlatformState;
}

/** What the platform is, in a line. */
const Identity = ({ view, state: { platform, operator } }: Part) => {
  const { language, words } = view;
  const { category, domains } = platform;
  return (
    <p class="identity">
      <a href={link(view, `/categories/${category}`)}>
        {words.platform.isA(language.terms.category(category))}
      </a>
      {operator === undefined ? null : (
        <>
          {" "}
          · {words.platform.runBy} <a href={link(view, `/operators/${operator.id}`)}>{operator.name}</a>
        </>
      )}
      {domains[0] ? ` · ${domains[0].host}` : null}
    </p>
  );
};

/** That the record may be out of date. */
const ReviewNotice = ({ view, state: { review } }: Part) =>
  review === undefined || review.state === "current" ? null : (
    <Notice>
      <p>{view.words.platform.review[review.state](view.language.date(review.since))}</p>
    </Notice>
  );

/** Without a place, the answer is for the rest of the world. */
const NoPlace = ({ view, state: { others } }: Part) => {
  const places = others.filter((o) => o.facet === "region").flatMap((o) => o.values);
  return view.who.region !== null || places.length === 0 ? null : (
    <p class="hint">{view.words.platform.noPlace(view.language.inPlaces(places))}</p>
  );
};

/** The way to the control that stops most of it, where there is one. */
const FirstStep = ({ view, state: { resolved } }: Part) => {
  const { words } = view;
  const control = resolved.practices
    .flatMap((p) => p.controls)
    .find((c) => c.id === resolved.headline.control);
  if (control === undefined) return <p>{<a href="#choices">{words.choices.title}</a>}</p>;
  return (
    <p class="first">
      {control.url === undefined || control.kind === "email" ? null : (
        <a class="button" href={control.url}>
          {linkLabel(view, control)}
        </a>
      )}
      <span>
        <a href={`#control-${control.id}`}>{words.choices.how(control.steps.length)}</a>:{" "}
        <span lang={recordLang(view)}>{control.name}</span>
      </span>
    </p>
  );
};

/** The day of the answer, in words. */
export const dayOf = ({ who, today, words, language }: View): string =>
  who.asOf === today ? words.platform.today : language.onDate(who.asOf);

/** The name, the answer in a sentence, and for whom it is. */
export const Answer = ({ view, state, sentence }: Part & { sentence: string }) => {
  const { platform, resolved } = state;
  const { words, language } = view;
  const { headline } = resolved;
  const withdrawn = isWithdrawn(platform, view.who.asOf);
  const person = personInWords(view);
  return (
    <div class="answer">
      <h1>{platform.name}</h1>
      <Identity view={view} state={state} />
      <p class="headline">{sentence}</p>
      {withdrawn ? (
        <Successors view={view} ids={platform.withdrawn?.successors ?? []} />
      ) : (
        <>
          <p class="sum">
            <Switch shown={headline} large /> <strong>{language.answer(headline)}</strong>
            <span class="whom">{words.platform.whom(person, dayOf(view))}</span>
          </p>
          <FirstStep view={view} state={state} />
          <p>
            <a href={`${link(view, "/checklist", { ids: platform.id })}#add`}>{words.checklist.add}</a>
          </p>
          <ReviewNotice view={view} state={state} />
          <Chooser view={view} plans={platform.plans} />
          <NoPlace view={view} state={state} />
        </>
      )}
    </div>
  );
};

const Successors = ({ view, ids }: { view: View; ids: readonly string[] }) => (
  <ul>
    {ids.map((id) => (
      <li>
        <a href={link(view, `/platforms/${id}`)}>{id}</a>
      </li>
    ))}
  </ul>
);

const COLUMNS = termsOf(CELL);

const isStated = ({ practices }: Cell): boolean => practices.length > 0;

/** The cells of a kind: who, and what it means. */
const Cells = ({ view, answer }: { view: View; answer: KindAnswer }) => {
  const { language, words } = view;
  return (
    <ul class="cells">
      {COLUMNS.map((by) => ({ by, cell: cellBy(answer, by) }))
        .filter(({ cell }) => isStated(cell))
        .map(({ by, cell }) => (
          <li>
            <span class="by">{language.terms.cell(by)}</span>
            <Verdict
              view={view}
              shown={cell}
              {...(cell.parts.length > 0 && {
                text: words.platform.partly(cell.parts.map(language.answer)),
              })}
            />
          </li>
        ))}
    </ul>
  );
};

/** One line for each kind of data. */
export const Kinds = ({ view, state: { platform, resolved } }: Part) => {
  const { language, words } = view;
  const stated = resolved.kinds.filter((answer) => COLUMNS.some((by) => isStated(cellBy(answer, by))));
  const silent = termsOf(KIND).filter((kind) => !stated.some((answer) => answer.kind === kind));
  return (
    <Section id="data" title={words.platform.data.title} lead={words.platform.data.lead}>
      <Rows
        rows={stated.map((answer) => ({
          name: language.terms.kind(answer.kind),
          value: <Cells view={view} answer={answer} />,
        }))}
      />
      {silent.length > 0 ? (
        <p class="hint">{words.platform.data.silent(language.list(silent.map(language.terms.kind)))}</p>
      ) : null}
      <p>
        <a href={link(view, `/platforms/${platform.id}/plans`)}>{words.plans.link}</a> ·{" "}
        <a href={link(view, "/compare", { ids: platform.id })}>{words.compare.link}</a>
      </p>
    </Section>
  );
};

/** The link to another audience's answer, and their words. */
const Other = ({ view, other }: { view: View; other: OtherAudience }) => {
  const [value = null] = other.values;
  const people = { [other.facet]: other.facet === "region" && value === null ? [null] : other.values };
  return (
    <a href={link(view, view.address.path, { [other.facet]: value })}>
      {sentenceCase(view.language.audience(people))}
    </a>
  );
};

/** The people who get another answer. */
export const Others = ({ view, state: { others, resolved } }: Part) => {
  const { words } = view;
  const { verdict, certainty } = resolved.headline;
  const different = others.filter((o) => o.verdict !== verdict || o.certainty !== certainty);
  const same = others.filter((o) => !different.includes(o));
  if (others.length === 0) return null;
  return (
    <Section id="others" title={words.platform.others.title}>
      <Rows
        rows={different.map((other) => ({
          name: <Other view={view} other={other} />,
          value: <Verdict view={view} shown={other} />,
        }))}
      />
      {same.length > 0 ? (
        <p class="hint">
          {words.platform.others.details}{" "}
          {same.map((other, i) => (
            <>
              {i > 0 ? "; " : ""}
              <Other view={view} other={other} />
            </>
          ))}
          .
        </p>
      ) : null}
    </Section>
  );
};
