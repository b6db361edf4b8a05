import type { Platform, PlatformEvent } from "../../../model/index.ts";
import { sortDay } from "../../../policy/index.ts";
import { shortened } from "../../../text/excerpt.ts";
import { remembered } from "../../../text/remembered.ts";
import { EventTable } from "../../components/event-item.tsx";
import { RecordText, recordLang } from "../../components/record-text.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Timeline } from "../../components/timeline.tsx";
import { REPOSITORY } from "../../project.ts";
import { sameForAll } from "../../same-for-all.ts";
import { link, plainLink, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import type { PlatformState } from "./state.ts";

interface Part {
  view: View;
  state: PlatformState;
}

/** The latest events. The page of events has the others. */
const LISTED = 5;

const newestFirst = remembered((events: readonly PlatformEvent[]): PlatformEvent[] =>
  events.toSorted((a, b) => sortDay(b.dates).localeCompare(sortDay(a.dates))),
);

const eventTable = sameForAll<Platform>((view, { events }) => (
  <EventTable
    view={view}
    caption={view.words.timeline.table}
    items={newestFirst(events)
      .slice(0, LISTED)
      .map((event) => ({ event }))}
  />
));

/** What happened, as a picture and as a table. */
export const Happened = ({ view, state: { platform } }: Part) => {
  const { timeline } = view.words;
  const { id, events } = platform;
  return events.length === 0 ? null : (
    <Section id="timeline" title={timeline.title}>
      <Timeline view={view} events={newestFirst(events)} />
      {eventTable(view, platform)}
      {events.length > LISTED ? (
        <p>
          <a href={link(view, "/events", { platform: id })}>{timeline.all(events.length)}</a>
        </p>
      ) : null}
    </Section>
  );
};

const mythRows = sameForAll<Platform>((view, { myths }) => (
  <Rows
    rows={myths.map((myth) => ({
      name: (
        <span id={`myth-${myth.id}`}>
          <RecordText view={view}>{myth.claim}</RecordText>
        </span>
      ),
      value: <RecordText view={view}>{myth.truth}</RecordText>,
    }))}
  />
));

/** What people try that does not work. */
export const Myths = ({ view, state: { platform } }: Part) =>
  platform.myths.length === 0 ? null : (
    <Section id="myths" title={view.words.myths.title} lead={view.words.myths.lead}>
      {mythRows(view, platform)}
      <p>
        <a href={link(view, "/myths", { category: platform.category })}>{view.words.mythsPage.more}</a>
      </p>
    </Section>
  );

const unknownSection = sameForAll<Platform>((view, { review: { openQuestions } }) =>
  openQuestions.length === 0 ? null : (
    <Section id="unknown" title={view.words.unknown.title}>
      <ul class="plain" lang={recordLang(view)}>
        {openQuestions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
    </Section>
  ),
);

/** What could not be established. */
export const Unknown = ({ view, state: { platform } }: Part) => unknownSection(view, platform);

/** A longer summary of a change is cut. */
const SUMMARY = 120;

/** The form for an error in a record, with what is known filled in. */
const wrongUrl = (view: View, name: string, page: string): string =>
  `${REPOSITORY}/issues/new?${new URLSearchParams({
    template: "record-wrong.yml",
    title: `Wrong: ${name}`,
    platform: name,
    whom: personInWords(view),
    wrong: `${page}\n\n`,
  })}`;

/** The last changes of the record, its feeds, and how to report an error. */
export const History = ({ view, state: { platform, changes } }: Part) => {
  const { words, language } = view;
  const { id, name, review } = platform;
  const page = `${view.origin}${plainLink(view.address.path, { region: view.who.region })}`;
  return (
    <Section id="record" title={words.history.title}>
      <p>{words.history.checked(language.date(review.verified))}</p>
      {changes.length > 0 ? (
        <Rows
          rows={changes.map((change) => ({
            name: language.date(change.date),
            value: <RecordText view={view}>{shortened(change.summary, SUMMARY)}</RecordText>,
          }))}
        />
      ) : null}
      <p>
        {words.history.feeds}{" "}
        <a href={plainLink("/events.atom", { platform: id })}>{words.history.eventsFeed}</a>,{" "}
        <a href={plainLink(`/platforms/${id}/changes.atom`)}>{words.history.changesFeed}</a>.
      </p>
      <p>
        <a class="button" href={wrongUrl(view, name, page)}>
          {words.history.wrong}
        </a>
      </p>
    </Section>
  );
};
