import { audienceParams } from "../../api/http/audience.ts";
import type { Services } from "../../api/http/services.ts";
import { eventsOf } from "../../api/routes/events/query.ts";
import { termsOf, VERDICT } from "../../model/index.ts";
import type { Verdict } from "../../policy/index.ts";
import { Chooser } from "../components/chooser.tsx";
import { EventTable } from "../components/event-item.tsx";
import { Page } from "../components/page.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { Search } from "../components/search.tsx";
import { Section } from "../components/section-head.tsx";
import { Share } from "../components/shares.tsx";
import { type PageRequest, page } from "../http/page.ts";
import { dataset, organization, website } from "../structured/index.ts";
import { link, plainLink, type View } from "../view.ts";
import { personInWords } from "../whom.ts";

/** Platforms that many people use, where to begin. Those that a dataset does not have are omitted. */
const POPULAR = ["linkedin", "chatgpt", "instagram", "whatsapp", "youtube", "reddit", "x", "tiktok"];

const EVENTS = 6;

/** Platforms by the verdict of their headline, with how firmly the use is known. */
export interface World {
  total: number;
  verdicts: { verdict: Verdict; practised: number; permitted: number }[];
}

/** How many platforms a list has at most in one query. */
const ALL = 1000;

/** Every platform with its headline for the person. */
async function listed({ s, at, view }: PageRequest<object>): Promise<Listed[]> {
  const { items } = await s.store.list(at.publication.id, {
    audience: view.who,
    sort: "name",
    descending: false,
    limit: ALL,
  });
  return items;
}

function worldOf(platforms: readonly Listed[]): World {
  const verdicts = termsOf(VERDICT).map((verdict) => {
    const among = platforms.filter((p) => p.headline.verdict === verdict);
    const permitted = among.filter((p) => p.headline.certainty === "permitted").length;
    return { verdict, permitted, practised: among.length - permitted };
  });
  return { total: platforms.length, verdicts: verdicts.filter((v) => v.practised + v.permitted > 0) };
}

/** The state of the world: how many platforms have which verdict. What is only permitted is hatched. */
const WorldTable = ({ view, world }: { view: View; world: World }) => {
  const { home } = view.words;
  const most = Math.max(...world.verdicts.map((v) => v.practised + v.permitted));
  return (
    <table class="world">
      <caption>{home.world(world.total, personInWords(view))}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{home.verdict}</th>
          <th scope="col">{home.count}</th>
        </tr>
      </thead>
      <tbody>
        {world.verdicts.map(({ verdict, practised, permitted }) => (
          <Share
            view={view}
            verdict={verdict}
            practised={practised}
            permitted={permitted}
            most={most}
            href={link(view, "/platforms", { verdict })}
          />
        ))}
      </tbody>
    </table>
  );
};

interface Shown {
  s: Services;
  view: View;
  world: World;
  popular: readonly Listed[];
  events: Awaited<ReturnType<typeof eventsOf>>["items"];
}

const HomePage = ({ s, view, world, popular, events }: Shown) => {
  const { home, feeds } = view.words;
  return (
    <Page
      view={view}
      title={home.pageTitle}
      description={home.description}
      answers
      searches
      data={[organization(view), website(view), dataset(view, s)]}
      json="/v1/"
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
          <a href={link(view, "/platforms")}>{home.all(world.total)}</a>
        </p>
      </Section>
      <Section id="world" title={home.worldTitle} lead={home.worldLead}>
        <WorldTable view={view} world={world} />
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
    const platforms = await listed(request);
    const { items } = await eventsOf(s, at, { upcoming: false }, { limit: EVENTS });
    const popular = POPULAR.flatMap((id) => platforms.find((p) => p.id === id) ?? []);
    const first = popular.length > 0 ? popular : platforms.slice(0, POPULAR.length);
    return <HomePage s={s} view={view} world={worldOf(platforms)} popular={first} events={items} />;
  },
});
