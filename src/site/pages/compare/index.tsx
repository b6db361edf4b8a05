import { findPlatform, findPlatforms } from "../../../api/http/find.ts";
import { eventsBetween } from "../../../api/routes/compare/index.ts";
import { daysOf, MOST } from "../../../api/routes/compare/query.ts";
import type { Platform, PlatformEvent } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { CategoryList } from "../../components/category-list.tsx";
import { Chooser } from "../../components/chooser.tsx";
import { EventTable } from "../../components/event-item.tsx";
import { Page } from "../../components/page.tsx";
import { Section } from "../../components/section-head.tsx";
import { type Side, SideBySide } from "../../components/side-by-side.tsx";
import { type PageRequest, page } from "../../http/page.ts";
import { link, audienceParams as personParams, plainLink, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import { dayOf } from "../platform/answer.tsx";
import { AddForm, TimeForm } from "./forms.tsx";
import { compareQuery, fromOf, type Query, refuseUnused } from "./query.ts";

/** What is compared: platforms, or one platform on two days. */
interface Compared {
  sides: Side[];
  /** What is in the heading: the names of the platforms. */
  names: string[];
  /** What happened between two days; undefined where days are not compared. */
  events: PlatformEvent[] | undefined;
}

const NOTHING: Compared = { sides: [], names: [], events: undefined };

/** A comparison without one of its platforms. */
const without = (view: View, ids: readonly string[], id: string): string =>
  link(view, "/compare", { ids: ids.filter((other) => other !== id).join(",") });

async function platformsBeside(
  { s, at, view }: PageRequest<Query>,
  ids: readonly string[],
): Promise<Compared> {
  const found = await findPlatforms(s, at.publication, ids);
  const sides = found.map(({ platform, operator }): Side => {
    const resolved = resolve(platform, view.who, operator);
    const href = link(view, `/platforms/${platform.id}`);
    return {
      name: platform.name,
      more:
        ids.length === 1 ? null : (
          <a
            href={without(view, ids, platform.id)}
            aria-label={view.words.compare.removeNamed(platform.name)}
          >
            {view.words.compare.remove}
          </a>
        ),
      href,
      sentence: view.language.headline(platform, resolved),
      resolved,
    };
  });
  return { sides, names: sides.map(({ name }) => name), events: undefined };
}

async function daysBeside({ s, at, view, query }: PageRequest<Query>, id: string): Promise<Compared> {
  const days = daysOf({ from: fromOf(query), to: query.to }, at.today);
  const { platform, operator } = await findPlatform(s, at.publication, id);
  const sides = [days.from, days.to].map((asOf): Side => {
    const resolved = resolve(platform, { ...view.who, asOf }, operator);
    const name = view.language.date(asOf);
    const href = link(view, `/platforms/${id}`, { as_of: asOf === view.today ? null : asOf });
    const sentence = view.language.headline(platform, resolved);
    return { name, href, sentence, resolved };
  });
  return { sides, names: [platform.name], events: newestFirst(eventsBetween(platform, view.who, days)) };
}

const newestFirst = (events: readonly PlatformEvent[]): PlatformEvent[] => events.toReversed();

async function compared(request: PageRequest<Query>): Promise<Compared> {
  const { ids, id } = request.query;
  if (ids === undefined && id === undefined) return NOTHING;
  refuseUnused(request.query);
  return id === undefined ? platformsBeside(request, ids ?? []) : daysBeside(request, id);
}

/** What happened to one platform between two days. */
const Between = ({ view, events }: { view: View; events: readonly PlatformEvent[] }) => (
  <Section id="events" title={view.words.compare.between}>
    {events.length === 0 ? (
      <p>{view.words.compare.noEvents}</p>
    ) : (
      <EventTable
        view={view}
        caption={view.words.compare.between}
        items={events.map((event) => ({ event }))}
      />
    )}
  </Section>
);

const titleOf = (view: View, { names, events }: Compared): string => {
  const { compare } = view.words;
  if (names.length === 0) return compare.title;
  return events === undefined ? compare.titleOf(view.language.list(names)) : compare.timeOf(names[0] ?? "");
};

/** The same comparison as JSON. */
function jsonOf(view: View, { id, from, to }: Query): string {
  const person = personParams(view);
  if (id === undefined) return plainLink("/v1/compare", { ...person, ...view.address.params });
  return plainLink(`/v1/platforms/${id}/compare`, { ...person, as_of: null, from, to });
}

const ComparePage = ({ view, query, found }: { view: View; query: Query; found: Compared }) => {
  const { compare, platform } = view.words;
  const { ids = [], id } = query;
  const { sides, events } = found;
  const whom = platform.whom(personInWords(view), dayOf(view));
  return (
    <Page
      view={view}
      title={sides.length === 0 ? compare.pageTitle : titleOf(view, found)}
      description={compare.description}
      answers
      indexed={sides.length === 0}
      json={sides.length === 0 ? undefined : jsonOf(view, query)}
    >
      <div class="answer">
        <h1>{titleOf(view, found)}</h1>
        {sides.length === 0 ? <p class="lead">{compare.lead}</p> : null}
        {id === undefined && ids.length < MOST ? <AddForm view={view} ids={ids} /> : null}
        {sides.length === 0 ? null : <Chooser view={view} keep={view.address.params} />}
      </div>
      {sides.length === 0 ? (
        <Section id="categories" title={compare.byCategory} lead={compare.byCategoryLead}>
          <CategoryList view={view} />
        </Section>
      ) : (
        <SideBySide
          view={view}
          caption={events === undefined ? compare.caption(whom) : compare.timeCaption}
          sides={sides}
        />
      )}
      {events === undefined ? null : <Between view={view} events={events} />}
      {sides.length > 1 && events === undefined ? null : (
        <Section id="time" title={compare.overTime} lead={compare.overTimeLead}>
          <TimeForm view={view} id={id ?? ids[0]} from={query.from} to={query.to} />
        </Section>
      )}
    </Page>
  );
};

/** /compare: platforms side by side, or one platform on two days. */
export const comparePage = page({
  path: "/compare",
  query: compareQuery,
  elsewhere: async ({ query: { ids = [], add: added } }) =>
    added === undefined
      ? undefined
      : { path: "/compare", params: { ids: [...new Set([...ids, ...added])].join(",") } },
  render: async (request) => (
    <ComparePage view={request.view} query={request.query} found={await compared(request)} />
  ),
});

/** The platforms of a link to the comparison of some, as far as it takes them. */
export const comparable = (platforms: readonly Pick<Platform, "id">[]): string =>
  platforms
    .slice(0, MOST)
    .map(({ id }) => id)
    .join(",");
