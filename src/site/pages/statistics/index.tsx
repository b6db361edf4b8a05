import { audienceParams } from "../../../api/http/audience.ts";
import type { ListedPlatform, Store } from "../../../db/index.ts";
import { Chooser } from "../../components/chooser.tsx";
import { Page } from "../../components/page.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { WorldTable } from "../../components/world.tsx";
import { page } from "../../http/page.ts";
import { audienceParams as personParams, plainLink, type View } from "../../view.ts";
import { everyPlatform } from "../every.ts";
import {
  AgreementTable,
  CategoryChart,
  EffortChart,
  EventCharts,
  GradeChart,
  KindChart,
  SilenceTable,
  TimeChart,
} from "./charts.tsx";

type Stats = Awaited<ReturnType<Store["stats"]>>;

/** The first year of which the charts show the state: generative AI was new. */
const FIRST_YEAR = 2023;

/** The first days of the years until a day, and that day itself. */
export const daysUntil = (day: string): string[] => [
  ...Array.from(
    { length: Math.max(0, Number(day.slice(0, 4)) - FIRST_YEAR + 1) },
    (_, i) => `${FIRST_YEAR + i}-01-01`,
  ).filter((first) => first < day),
  day,
];

interface Shown {
  view: View;
  stats: Stats;
  platforms: readonly ListedPlatform[];
  days: readonly string[];
}

const Totals = ({ view, stats }: { view: View; stats: Stats }) => {
  const { stats: words } = view.words;
  const names = Object.keys(words.totals) as (keyof typeof words.totals)[];
  return (
    <Rows
      compact
      rows={names.map((name) => ({
        name: words.totals[name],
        value: view.language.number(stats.totals[name]),
      }))}
    />
  );
};

const StatsPage = ({ view, stats, platforms, days }: Shown) => {
  const { stats: words, home } = view.words;
  return (
    <Page
      view={view}
      title={words.pageTitle}
      description={words.description}
      answers
      json={plainLink("/v1/stats", personParams(view))}
    >
      <div class="answer">
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <Chooser view={view} />
      </div>
      <Section id="headlines" title={home.worldTitle} lead={home.worldLead}>
        <WorldTable view={view} platforms={platforms} />
      </Section>
      <Section id="kinds" title={words.kinds} lead={words.kindsLead}>
        <KindChart view={view} stats={stats} by="own" />
        <KindChart view={view} stats={stats} by="others" />
      </Section>
      <Section id="categories" title={words.categories}>
        <CategoryChart view={view} platforms={platforms} />
      </Section>
      <Section id="effort" title={words.effort} lead={words.effortLead}>
        <EffortChart view={view} platforms={platforms} />
      </Section>
      <Section id="time" title={words.time} lead={words.timeLead}>
        <TimeChart view={view} platforms={platforms} days={days} />
      </Section>
      <Section id="events" title={words.events}>
        <EventCharts view={view} stats={stats} />
      </Section>
      <Section id="evidence" title={words.evidence} lead={words.evidenceLead}>
        <GradeChart view={view} stats={stats} />
        <SilenceTable view={view} stats={stats} />
        <AgreementTable view={view} stats={stats} />
      </Section>
      <Section id="totals" title={words.total}>
        <Totals view={view} stats={stats} />
      </Section>
    </Page>
  );
};

/** /stats */
export const statsPage = page({
  path: "/stats",
  query: audienceParams,
  render: async (request) => {
    const { s, at, view } = request;
    const days = daysUntil(view.who.asOf);
    const stats = await s.store.stats(at.publication.id, view.who);
    const platforms = await everyPlatform(
      request,
      days.map((asOf) => ({ ...view.who, asOf })),
    );
    return <StatsPage view={view} stats={stats} platforms={platforms} days={days} />;
  },
});
