import { audienceParams } from "../../api/http/audience.ts";
import { decodeCursor, encodeCursor } from "../../api/http/cursor.ts";
import { cursorParam } from "../../api/http/cursor-params.ts";
import { feedLinks } from "../../api/http/feed-links.ts";
import { limitParam, PAGE } from "../../api/http/params.ts";
import { checkDays } from "../../api/http/period.ts";
import { eventsOf, type Filters, filters, filtersOf } from "../../api/routes/events/query.ts";
import { EVENT_TYPE, termsOf } from "../../model/index.ts";
import { Choice, PlaceOptions } from "../components/chooser.tsx";
import { EventTable } from "../components/event-item.tsx";
import { CategoryFilter, TermFilter } from "../components/filters.tsx";
import { Page } from "../components/page.tsx";
import { Pager } from "../components/pager.tsx";
import { Kept } from "../components/search.tsx";
import { feedsOf, Subscribe } from "../components/subscribe.tsx";
import { type PageRequest, page } from "../http/page.ts";
import { breadcrumbs } from "../structured/index.ts";
import { link, pathOf, audienceParams as personParams, plainLink, type View } from "../view.ts";

/** The order of the list, as in the API. */
const ORDER = "-day";

type Query = Filters & { cursor?: string | undefined };

const FilterForm = ({ view, query }: { view: View; query: Query }) => {
  const { words, language } = view;
  const { events, directory, chooser } = words;
  const { region: _, ...person } = personParams(view);
  return (
    <form class="chooser filters" action={pathOf(view, "/events")} aria-label={directory.filters}>
      <label>
        <span>{events.platform}</span>
        <input type="text" name="platform" value={query.platform?.join(", ") ?? ""} autocomplete="off" />
      </label>
      <TermFilter
        {...{ view, name: "type", label: events.type, chosen: query.type }}
        terms={termsOf(EVENT_TYPE)}
        words={language.terms.eventType}
      />
      <CategoryFilter view={view} chosen={query.category} />
      <Choice name="region" label={chooser.region}>
        <PlaceOptions view={view} />
      </Choice>
      <Choice name="upcoming" label={events.time}>
        <option value="">{directory.any}</option>
        <option value="true" selected={query.upcoming === true}>
          {events.upcoming}
        </option>
        <option value="false" selected={query.upcoming === false}>
          {events.past}
        </option>
      </Choice>
      <label>
        <span>{events.since}</span>
        <input type="date" name="since" value={query.since ?? ""} />
      </label>
      <label>
        <span>{events.until}</span>
        <input type="date" name="until" value={query.until ?? ""} />
      </label>
      <Kept params={person} />
      <button type="submit">{directory.button}</button>
    </form>
  );
};

/** A page of the list, and where the next one begins. */
interface Found {
  items: Awaited<ReturnType<typeof eventsOf>>["items"];
  total: number;
  next: string | undefined;
}

async function find({ s, at, query }: PageRequest<Query>): Promise<Found> {
  checkDays(query);
  const { key, id } = query.cursor === undefined ? { key: "", id: "" } : decodeCursor(query.cursor, ORDER);
  const [platform = "", event = ""] = id.split("/");
  const after = query.cursor === undefined ? undefined : { day: String(key), platform, id: event };
  const { items, total, more } = await eventsOf(s, at, query, { limit: PAGE, after });
  const last = items.at(-1);
  const next =
    more && last
      ? encodeCursor({ sort: ORDER, key: last.day, id: `${last.platform.id}/${last.event.id}` })
      : undefined;
  return { items, total, next };
}

const EventsPage = ({ view, query, found }: { view: View; query: Query; found: Found }) => {
  const { events, directory, feeds } = view.words;
  const { cursor: _, ...params } = view.address.params;
  const wanted = filtersOf(query);
  const filtered = Object.values(params).some((value) => value !== undefined);
  const links = feedLinks("/events", wanted);
  return (
    <Page
      view={view}
      title={events.pageTitle}
      description={events.description}
      indexed={!filtered}
      data={[breadcrumbs(view, [{ name: events.title, path: "/events" }])]}
      json={plainLink("/v1/events", wanted)}
      feeds={feedsOf(links, feeds.allEvents)}
    >
      <div class="answer">
        <h1>{events.title}</h1>
        <p class="lead">{events.lead}</p>
        <FilterForm view={view} query={query} />
        <p role="status">
          {events.found(found.total)}{" "}
          {filtered ? <a href={link(view, "/events")}>{directory.reset}</a> : null}
        </p>
        <Subscribe view={view} links={links} />
      </div>
      <EventTable view={view} caption={events.title} items={found.items} />
      <Pager view={view} path="/events" params={params} cursor={query.cursor} next={found.next} />
    </Page>
  );
};

/** /events */
export const eventsPage = page({
  path: "/events",
  query: { ...audienceParams, ...filters, limit: limitParam, cursor: cursorParam },
  render: async (request) => (
    <EventsPage view={request.view} query={request.query} found={await find(request)} />
  ),
});
