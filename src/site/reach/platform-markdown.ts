import { eventDate } from "../../language/en/events.ts";
import { CELL, type Control, copyUrl, KIND, termsOf } from "../../model/index.ts";
import {
  cellBy,
  controlsInOrder,
  isWithdrawn,
  type ResolvedPractice,
  sortDay,
  stops,
  usesContent,
} from "../../policy/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { aboutSource, passageUrl, quotation } from "../components/quote.tsx";
import { dayOf } from "../pages/platform/answer.tsx";
import { type Cited, citedBy } from "../pages/platform/documents.tsx";
import { citedFor } from "../pages/platform/evidence.tsx";
import { aboutControl, factsOf } from "../pages/platform/facts.ts";
import { letterFor } from "../pages/platform/letter.ts";
import { linkLabel } from "../pages/platform/link-label.ts";
import type { PlatformState } from "../pages/platform/state.ts";
import { audienceParams, link, plainLink, type View } from "../view.ts";
import { personInWords, whomOf } from "../whom.ts";
import { bullets, document, heading, linked, quoted, steps, table, text, verbatim } from "./markdown.ts";

type Blocks = readonly (string | undefined | false)[];

/** The answer, for whom it is, and where the page and its JSON are. */
function answer(view: View, state: PlatformState): Blocks {
  const { language, words, origin } = view;
  const { platform, resolved, review } = state;
  const { id, name } = platform;
  const withdrawn = isWithdrawn(platform, view.who.asOf);
  return [
    heading(1, words.platform.question(name)),
    quoted(text(language.headline(platform, resolved))),
    !withdrawn &&
      `**${text(sentenceCase(language.answer(resolved.headline)))}**: ${text(words.platform.whom(personInWords(view), dayOf(view)))}.`,
    review !== undefined &&
      review.state !== "current" &&
      text(words.platform.review[review.state](language.date(review.since))),
    bullets([
      linked(words.reach.page, origin + link(view, `/platforms/${id}`)),
      linked(words.page.json, origin + plainLink(`/v1/platforms/${id}`, audienceParams(view))),
      text(
        `${words.history.checked(language.date(platform.review.verified))} ${view.publication ? words.page.release(view.publication.version) : ""}`,
      ),
    ]),
  ];
}

/** The records that answer instead of one that is withdrawn. */
const successors = (view: View, { platform }: PlatformState): string =>
  bullets(
    (platform.withdrawn?.successors ?? []).map((id) =>
      linked(id, view.origin + link(view, `/platforms/${id}.md`)),
    ),
  );

/** One line for each kind of data and who trains with it. */
function kinds({ language, words }: View, { resolved }: PlatformState): Blocks {
  const rows = resolved.kinds.flatMap((kind) =>
    termsOf(CELL).flatMap((by) => {
      const cell = cellBy(kind, by);
      const verdict =
        cell.parts.length > 0
          ? words.platform.partly(cell.parts.map(language.answer))
          : language.answer(cell);
      return cell.practices.length === 0
        ? []
        : [[language.terms.kind(kind.kind), language.terms.cell(by), verdict]];
    }),
  );
  const stated = new Set(rows.map(([kind]) => kind));
  const silent = termsOf(KIND)
    .map(language.terms.kind)
    .filter((kind) => !stated.has(kind));
  return [
    heading(2, words.platform.data.title),
    rows.length > 0 && table([words.directory.kind, words.choices.who, words.directory.verdict], rows),
    silent.length > 0 && text(words.platform.data.silent(language.list(silent))),
  ];
}

/** A way to act: its steps, its link or message, and what it does not undo. */
function control(view: View, state: PlatformState, given: Control): Blocks {
  const { words } = view;
  const letter = letterFor(view, given, state.platform.name);
  return [
    heading(3, given.name),
    text(aboutControl(view, given).join(" · ")),
    given.steps.length > 0 ? steps(given.steps) : text(words.choices.noSteps),
    given.url !== undefined && linked(linkLabel(view, given), given.url),
    letter &&
      text(`${words.choices.letter}: ${letter.subject}${letter.to === undefined ? "" : ` (${letter.to})`}`),
    letter && verbatim(letter.body),
    bullets([
      ...factsOf(view, given).map((fact) => `${text(fact.name)}: ${text(fact.text)}`),
      ...citedBy(given.evidence, state).map(
        (cited) => `${text(words.evidence.title)}: ${source(view, cited)}`,
      ),
    ]),
  ];
}

/** What a person can do, the most useful first, and what nothing stops. */
function choices(view: View, state: PlatformState): Blocks {
  const { words, language } = view;
  const { resolved } = state;
  const used = resolved.practices.filter((p) => p.certainty !== null);
  const all = controlsInOrder(used.length > 0 ? used : resolved.practices);
  const [full, partial] = [all.filter(stops), all.filter((c) => !stops(c))];
  const stuck = used.filter((p) => p.verdict === "no-choice");
  const { effort } = resolved;
  return [
    heading(2, words.choices.title),
    all.length === 0 && text(used.some(usesContent) ? words.choices.noWay : words.choices.noNeed),
    effort.controls.length > 0 && text(words.choices.total(effort.controls.length, effort.actions)),
    ...full.flatMap((each) => control(view, state, each)),
    partial.length > 0 && text(`${words.choices.partial}. ${words.choices.partialLead}`),
    ...partial.flatMap((each) => control(view, state, each)),
    stuck.length > 0 && heading(3, words.choices.nothing),
    bullets(stuck.map((p) => `${text(p.title)}: ${text(language.answer(p))}`)),
  ];
}

/** The people who get another answer, with links to it. */
function others(view: View, state: PlatformState): Blocks {
  const { words, language, origin } = view;
  const path = `/platforms/${state.platform.id}`;
  const items = state.others.map((other) => {
    const [value = null] = other.values;
    const people = { [other.facet]: other.facet === "region" && value === null ? [null] : other.values };
    const url = `${origin}${link(view, `${path}.md`, { [other.facet]: value })}`;
    return `${linked(sentenceCase(language.audience(people)), url)}: ${text(language.answer(other))}`;
  });
  return items.length === 0 ? [] : [heading(2, words.platform.others.title), bullets(items)];
}

/** Everything that happened, the newest first. */
function events(view: View, { platform }: PlatformState): Blocks {
  const { words, language } = view;
  const items = platform.events
    .toSorted((a, b) => sortDay(b.dates).localeCompare(sortDay(a.dates)))
    .map((event) => {
      const about = [language.terms.eventType(event.type), whomOf(view, event.when)]
        .filter(Boolean)
        .join(" · ");
      return text(`${language.date(eventDate(event.dates))}: ${event.title} (${about})`);
    });
  return items.length === 0 ? [] : [heading(2, words.timeline.title), bullets(items)];
}

/** A document with its quotations. */
function source(view: View, { source: given, passages }: Cited): string {
  const quotes = (given.passages ?? [])
    .filter((passage) => passages.includes(passage.id))
    .map((passage) => {
      const copy = given.copies?.[passage.copy];
      const archived =
        copy &&
        ` (${linked(view.words.evidence.archived(view.language.date(copy.captured)), copyUrl(copy))})`;
      return `- ${linked(quotation(passage), passageUrl(given, passage))}${archived ?? ""}`;
    });
  const about = text(aboutSource(view, given, passages.length > 0).join(" · "));
  return [`${linked(given.title, given.url)}: ${about}`, ...quotes].join("\n");
}

const practice = (view: View, state: PlatformState, p: ResolvedPractice): Blocks => [
  heading(3, p.title),
  text(view.language.practice(p, state.operator?.name ?? state.platform.name)),
  bullets(citedFor(p, state).map((cited) => source(view, cited))),
];

/** A platform's page in Markdown: the same statements, with the evidence of each. */
export function platformMarkdown(view: View, state: PlatformState): string {
  const { words } = view;
  const { platform, resolved } = state;
  if (isWithdrawn(platform, view.who.asOf))
    return document([...answer(view, state), successors(view, state)]);
  return document([
    ...answer(view, state),
    ...kinds(view, state),
    ...choices(view, state),
    ...others(view, state),
    ...events(view, state),
    ...(platform.myths.length === 0
      ? []
      : [
          heading(2, words.myths.title),
          bullets(platform.myths.map((myth) => `**${text(myth.claim)}** ${text(myth.truth)}`)),
        ]),
    heading(2, words.evidence.title),
    text(words.evidence.lead),
    ...resolved.practices.flatMap((p) => practice(view, state, p)),
    ...(platform.review.openQuestions.length === 0
      ? []
      : [heading(2, words.unknown.title), bullets(platform.review.openQuestions.map(text))]),
    text(words.page.licence),
  ]);
}
