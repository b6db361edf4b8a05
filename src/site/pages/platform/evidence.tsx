import type { Child } from "hono/jsx";
import { type Fact, parseRef, type Source } from "../../../model/index.ts";
import { cite, type ResolvedPractice } from "../../../policy/index.ts";
import { Quote, SourceLine } from "../../components/quote.tsx";
import { RecordText, recordLang } from "../../components/record-text.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Switch } from "../../components/switch.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { link, type View } from "../../view.ts";
import type { PlatformState } from "./state.ts";

interface Part {
  view: View;
  state: PlatformState;
}

/** A document that evidence points to, and the passages in it. */
interface Cited {
  key: string;
  source: Source;
  passages: string[];
}

/** The documents behind some facts, each once, in the order in which they are first cited. */
function citedBy(refs: readonly string[], { platform, operator }: PlatformState): Cited[] {
  const found = new Map<string, Cited>();
  for (const ref of refs) {
    const cited = cite(ref, platform, operator);
    if (!cited) continue;
    const { shared, source: id, passage } = parseRef(ref);
    const key = `${shared ? "o-" : ""}${id}`;
    const entry = found.get(key) ?? { key, source: cited.source, passages: [] };
    if (passage !== undefined && !entry.passages.includes(passage)) entry.passages.push(passage);
    found.set(key, entry);
  }
  return [...found.values()];
}

/** Shows documents, each in full only where it first appears on the page. */
class Documents {
  readonly #view: View;
  readonly #shown = new Set<string>();

  constructor(view: View) {
    this.#view = view;
  }

  /** One document, with the passages that were not quoted before. */
  item({ key, source, passages }: Cited): Child {
    const view = this.#view;
    const first = this.#once(key);
    const quoted = (source.passages ?? []).filter(
      (p) => passages.includes(p.id) && this.#once(`${key}#${p.id}`),
    );
    return (
      <li id={first ? `source-${key}` : undefined}>
        {first ? (
          <SourceLine view={view} source={source} archived={passages.length > 0} />
        ) : (
          <a href={`#source-${key}`} lang={recordLang(view)}>
            {source.title}
          </a>
        )}
        {quoted.map((passage) => (
          <Quote view={view} source={source} passage={passage} />
        ))}
      </li>
    );
  }

  #once(key: string): boolean {
    const first = !this.#shown.has(key);
    this.#shown.add(key);
    return first;
  }
}

const FACTS: readonly Fact[] = ["dataUse", "defaultState", "data", "legalBasis"];

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
  const row = (label: string, value: Child) =>
    value === null || value === undefined || value === "" ? undefined : { name: label, value };
  const list = (categories: NonNullable<ResolvedPractice["data"]>["includes"] | undefined) =>
    language.list((categories ?? []).map(language.terms.dataCategory));
  return (
    <Rows
      compact
      rows={[
        row(evidence.said, language.terms.dataUse(p.dataUse)),
        row(evidence.default, p.defaultState && language.terms.defaultState(p.defaultState)),
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
          title={<RecordText view={view}>{p.title}</RecordText>}
          lead={<Verdict view={view} shown={p} />}
        >
          <PracticeRows view={view} practice={p} name={name} />
          <ul class="sources">{citedFor(p, state).map((cited) => documents.item(cited))}</ul>
        </Section>
      ))}
    </>
  );
};

/** The documents behind an answer. */
const citedFor = (p: ResolvedPractice, state: PlatformState): Cited[] =>
  citedBy(
    FACTS.flatMap((fact) => p.evidence[fact]),
    state,
  );

/** How good the evidence of an answer is, and how many documents there are. */
const strengthOf = ({ words }: View, p: ResolvedPractice, state: PlatformState): string => {
  const documents = words.evidence.documents(citedFor(p, state).length);
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
