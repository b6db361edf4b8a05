import type { Child } from "hono/jsx";
import type { Control, Fact } from "../../../model/index.ts";
import { cite, controlsInOrder, type ResolvedPractice } from "../../../policy/index.ts";
import { RecordText, recordLang } from "../../components/record-text.tsx";
import { type Row, Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Switch } from "../../components/switch.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { link, type View } from "../../view.ts";
import { type Cited, citedBy, Documents } from "./documents.tsx";
import type { PlatformState } from "./state.ts";

interface Part {
  view: View;
  state: PlatformState;
}

const FACTS: readonly Fact[] = ["dataUse", "defaultState", "data", "legalBasis"];

/** A row; undefined where there is nothing to say. */
const row = (name: string, value: Child | undefined): Row | undefined =>
  value === null || value === undefined || value === "" || value === false ? undefined : { name, value };

/** What the answer about one use is, term by term. */
const PracticeRows = ({
  view,
  practice: p,
  name,
}: {
  view: View;
  practice: ResolvedPractice;
  name: string;
}) => {
  const { language, words } = view;
  const { evidence } = words;
  const list = (categories: NonNullable<ResolvedPractice["data"]>["includes"] | undefined) =>
    language.list((categories ?? []).map(language.terms.dataCategory));
  return (
    <Rows
      compact
      rows={[
        row(evidence.purpose, `${language.terms.purpose(p.purpose)} (${language.terms.model(p.model)})`),
        row(
          evidence.recipients,
          language.list(p.recipients.map((r) => (r === "operator" ? name : language.terms.recipient(r)))),
        ),
        row(evidence.includes, list(p.data?.includes)),
        row(evidence.excludes, list(p.data?.excludes)),
        row(evidence.basis, p.legalBasis && language.terms.legalBasis(p.legalBasis)),
        row(evidence.since, p.since && language.date(p.since)),
        row(evidence.note, p.note && <RecordText view={view}>{p.note}</RecordText>),
      ]}
    />
  );
};

/** What a control acts on, how far it reaches, and the right that it exercises. */
const ControlRows = ({ view, state: { resolved }, control }: Part & { control: Control }) => {
  const { words, language } = view;
  const { rights = [], note, scope, id } = control;
  const stopped = resolved.practices.filter(
    (p) => p.certainty !== null && p.controls.some((c) => c.id === id),
  );
  return (
    <Rows
      compact
      rows={[
        row(
          words.choices.actsOn,
          stopped.length > 0 && <RecordText view={view}>{stopped.map((p) => p.title).join("; ")}</RecordText>,
        ),
        row(words.choices.reach, language.terms.controlScope(scope)),
        row(words.choices.right, language.list(rights.map(language.terms.right))),
        row(words.choices.note, note && <RecordText view={view}>{note}</RecordText>),
      ]}
    />
  );
};

/** Every answer with what it is based on: the page that is one click away from the platform's. */
export const EvidenceParts = ({ view, state }: Part) => {
  const { resolved, platform, operator } = state;
  const documents = new Documents(view);
  const name = operator?.name ?? platform.name;
  return (
    <>
      {resolved.practices.map((p) => (
        <Section
          id={`practice-${p.id}`}
          minor
          title={p.title}
          lang={recordLang(view)}
          lead={<Verdict view={view} shown={p} />}
        >
          <p>{view.language.practice(p, name)}</p>
          <PracticeRows view={view} practice={p} name={name} />
          <ul class="sources">{citedFor(p, state).map((cited) => documents.item(cited))}</ul>
        </Section>
      ))}
      {controlsInOrder(resolved.practices).map((control) => (
        <Section
          id={`about-${control.id}`}
          minor
          title={control.name}
          lang={recordLang(view)}
          lead={view.words.choices.kinds[control.kind]}
        >
          <ControlRows view={view} state={state} control={control} />
          <ul class="sources">{citedBy(control.evidence, state).map((cited) => documents.item(cited))}</ul>
        </Section>
      ))}
    </>
  );
};

/** The documents behind an answer. */
export const citedFor = (p: ResolvedPractice, state: PlatformState): Cited[] =>
  citedBy(
    FACTS.flatMap((fact) => p.evidence[fact]),
    state,
  );

/** How many documents are behind an answer. */
const documentsFor = (p: ResolvedPractice, { platform, operator }: PlatformState): number =>
  new Set(
    FACTS.flatMap((fact) => p.evidence[fact].flatMap((ref) => cite(ref, platform, operator)?.source ?? [])),
  ).size;

/** How good the evidence of an answer is, and how many documents there are. */
const strengthOf = ({ words }: View, p: ResolvedPractice, state: PlatformState): string => {
  const documents = words.evidence.documents(documentsFor(p, state));
  return p.grade.dataUse === null ? documents : `${words.evidence.grades[p.grade.dataUse]} · ${documents}`;
};

/** What each answer is based on, in a line; the quotations are one click away. */
export const Evidence = ({ view, state }: Part) => {
  const { words } = view;
  const path = `/platforms/${state.platform.id}/evidence`;
  return (
    <Section id="evidence" title={words.evidence.title} lead={words.evidence.short}>
      <ul class="answers">
        {state.resolved.practices.map((p) => (
          <li>
            <Switch shown={p} />
            <span>
              <a href={`${link(view, path)}#practice-${p.id}`} lang={recordLang(view)}>
                {p.title}
              </a>
              <br />
              <small>{strengthOf(view, p, state)}</small>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
