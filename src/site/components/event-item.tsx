import { anchorOf } from "../../api/http/feeds/entry.ts";
import { eventName } from "../../api/routes/events/present.ts";
import { eventDate } from "../../language/en/events.ts";
import type { PlatformEvent } from "../../model/index.ts";
import { link, type View } from "../view.ts";
import { whomOf } from "../whom.ts";
import { RecordText } from "./record-text.tsx";

/** One event as a row of a table: when, what, and for whom. */
export const EventItem = ({
  view,
  event,
  platform,
}: {
  view: View;
  event: PlatformEvent;
  /** Whose event it is, where the page is not about one platform. */
  platform?: { id: string; name: string };
}) => {
  const { language } = view;
  const date = eventDate(event.dates);
  const whom = whomOf(view, event.when);
  return (
    <tr id={platform && anchorOf(eventName(platform.id, event.id))}>
      <th scope="row">
        <time datetime={date}>{language.date(date)}</time>
      </th>
      <td>
        {platform ? (
          <>
            <a href={link(view, `/platforms/${platform.id}`)}>{platform.name}</a>:{" "}
          </>
        ) : null}
        <RecordText view={view}>{event.title}</RecordText>{" "}
        <small>
          {language.terms.eventType(event.type)}
          {whom === undefined ? null : ` · ${whom}`}
        </small>
      </td>
    </tr>
  );
};

/** Events as a table. */
export const EventTable = ({
  view,
  caption,
  items,
}: {
  view: View;
  caption: string;
  items: readonly { event: PlatformEvent; platform?: { id: string; name: string } }[];
}) => (
  <table class="events">
    <caption class="hidden">{caption}</caption>
    <thead class="hidden">
      <tr>
        <th scope="col">{view.words.events.when}</th>
        <th scope="col">{view.words.events.what}</th>
      </tr>
    </thead>
    <tbody>
      {items.map(({ event, platform }) => (
        <EventItem view={view} event={event} {...(platform && { platform })} />
      ))}
    </tbody>
  </table>
);
