import { audienceParams } from "../../api/http/audience.ts";
import type { Services } from "../../api/http/services.ts";
import { eventsOf } from "../../api/routes/events/query.ts";
import type { ListedPlatform } from "../../db/index.ts";
import { CategoryList } from "../components/category-list.tsx";
import { Chooser } from "../components/chooser.tsx";
import { EventTable } from "../components/event-item.tsx";
import { Page } from "../components/page.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { Search } from "../components/search.tsx";
import { Section } from "../components/section-head.tsx";
import { WorldTable } from "../components/world.tsx";
import { page } from "../http/page.ts";
import { dataset, organization, website } from "../structured/index.ts";
import { link, plainLink, type View } from "../view.ts";
import { everyPlatform } from "./every.ts";

/** Platforms that many people use, where to begin. Those that a dataset does not have are omitted. */
const POPULAR = ["linkedin", "chatgpt", "instagram", "whatsapp", "youtube", "reddit", "x", "tiktok"];

const EVENTS = 6;

interface Shown {
  s: Services;
  view: View;
  platforms: readonly ListedPlatform[];
  popular: readonly Listed[];
  events: Awaited<ReturnType<typeof eventsOf>>["items"];
}

const HomePage = ({ s, view, platforms, popular, events }: Shown) => {
  const { home, feeds, category } = view.words;
  return (
    <Page
      view={view}
      title={home.pageTitle}
      description={home.description}
      answers
      searches
      data={[organization(view), website(view), dataset(view, s)]}
      json="/v1"
      feeds={[{ href: "/events.atom", type: "application/atom+xml", title: feeds.allEvents }]}
    >
      <div class="answer">
        <h1 class="headline">{home.title}</h1>
        <Search view={view} large />
        <Chooser view={view} />
      </div>
      <Section id="begin" title={home.begin}>
        <ul class="platforms short">
          {popular.map((platform) => (
            <PlatformRow view={view} platform={platform} short />
          ))}
        </ul>
        <p>
          <a href={link(view, "/platforms")}>{home.all(platforms.length)}</a> ·{" "}
          <a href={link(view, "/checklist")}>{view.words.checklist.several}</a>
        </p>
      </Section>
      <Section id="world" title={home.worldTitle} lead={home.worldLead}>
        <WorldTable view={view} platforms={platforms} />
      </Section>
      <Section id="categories" title={category.title}>
        <CategoryList view={view} only={new Set(platforms.map((p) => p.category))} />
      </Section>
      <Section id="events" title={home.events}>
        <EventTable view={view} caption={home.events} items={events} />
        <p>
          <a href={link(view, "/events")}>{home.allEvents}</a> · <a href={plainLink("/events.atom")}>Atom</a>{" "}
          · <a href={plainLink("/events.ics")}>{view.words.events.calendar}</a>
        </p>
      </Section>
    </Page>
  );
};

/** / */
export const homePage = page({
  path: "/",
  query: audienceParams,
  render: async (request) => {
    const { s, at, view } = request;
    const platforms = await everyPlatform(request);
    const { items } = await eventsOf(s, at, { upcoming: false }, { limit: EVENTS });
    const popular = POPULAR.flatMap((id) => platforms.find((p) => p.id === id) ?? []);
    const first = popular.length > 0 ? popular : platforms.slice(0, POPULAR.length);
    return <HomePage s={s} view={view} platforms={platforms} popular={first} events={items} />;
  },
});
