import type { ListedPlatform, Store } from "../../../db/index.ts";
import {
  CATEGORY,
  type CELL,
  CONTROL_KIND,
  EVENT_TYPE,
  GRADE,
  KIND,
  termsOf,
  VERDICT,
} from "../../../model/index.ts";
import { sentenceCase } from "../../../text/lists.ts";
import { type Bar, Chart, type Series } from "../../components/chart.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { Wide } from "../../components/wide.tsx";
import { wayOf } from "../../effort.ts";
import { link, type View } from "../../view.ts";

type Stats = Awaited<ReturnType<Store["stats"]>>;

/** One series for each verdict. */
const verdictSeries = (view: View): Series[] =>
  termsOf(VERDICT).map((verdict) => ({
    key: verdict,
    name: <Verdict view={view} shown={{ verdict, certainty: null }} />,
    colour: `v-${verdict}`,
  }));

const countBy = <T,>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

/** Platforms by kind of data and verdict. */
export const KindChart = ({ view, stats, by }: { view: View; stats: Stats; by: keyof typeof CELL }) => {
  const { language, words } = view;
  const bars = termsOf(KIND).map(
    (kind): Bar => ({
      name: <a href={link(view, "/platforms", { kind, by })}>{language.terms.kind(kind)}</a>,
      counts: stats.cells.find((cell) => cell.kind === kind && cell.by === by)?.verdicts ?? {},
    }),
  );
  return (
    <Chart
      view={view}
      caption={sentenceCase(language.terms.cell(by))}
      rows={words.directory.kind}
      series={verdictSeries(view)}
      bars={bars}
    />
  );
};

/** Platforms by category and verdict. */
export const CategoryChart = ({ view, platforms }: { view: View; platforms: readonly ListedPlatform[] }) => {
  const { words } = view;
  const bars = termsOf(CATEGORY)
    .map((category) => ({ category, among: platforms.filter((p) => p.category === category) }))
    .filter(({ among }) => among.length > 0)
    .map(
      ({ category, among }): Bar => ({
        name: <a href={link(view, `/categories/${category}`)}>{sentenceCase(words.categories[category])}</a>,
        counts: countBy(among, (p) => p.headline.verdict),
      }),
    );
  return (
    <Chart
      view={view}
      caption={words.stats.categoriesCaption}
      rows={words.directory.category}
      series={verdictSeries(view)}
      bars={bars}
    />
  );
};

/** The series of a chart that counts one thing. */
const single = (view: View): Series[] => [{ key: "n", name: view.words.chart.total }];

/** Platforms by what it takes to opt out. */
export const EffortChart = ({ view, platforms }: { view: View; platforms: readonly ListedPlatform[] }) => {
  const { effort, choices, stats } = view.words;
  const names: [string, string][] = [
    ["nothing", effort.nothing],
    ["asked", effort.asked],
    ...termsOf(CONTROL_KIND).map((kind): [string, string] => [kind, choices.kinds[kind]]),
    ["impossible", effort.impossible],
    ["unknown", effort.unknown],
  ];
  const counts = countBy(platforms, (p) => wayOf(p.headline));
  const bars = names
    .filter(([key]) => (counts[key] ?? 0) > 0)
    .map(([key, name]): Bar => ({ name, counts: { n: counts[key] ?? 0 } }));
  return (
    <Chart
      view={view}
      caption={stats.effortCaption}
      rows={view.words.sides.effort}
      series={single(view)}
      bars={bars}
    />
  );
};

/** Platforms by verdict on some days. */
export const TimeChart = ({
  view,
  platforms,
  days,
}: {
  view: View;
  platforms: readonly ListedPlatform[];
  days: readonly string[];
}) => (
  <Chart
    view={view}
    caption={view.words.stats.timeCaption}
    rows={view.words.stats.day}
    series={verdictSeries(view)}
    bars={days.map(
      (day, i): Bar => ({
        name: view.language.date(day),
        counts: countBy(
          platforms.flatMap((p) => p.beside?.[i] ?? []),
          (headline) => headline.verdict,
        ),
      }),
    )}
  />
);

/** Events by year, and by what happened. */
export const EventCharts = ({ view, stats }: { view: View; stats: Stats }) => {
  const { words, language } = view;
  const years = Object.keys(stats.eventYears).sort().reverse();
  const types = termsOf(EVENT_TYPE).filter((type) => (stats.eventTypes[type] ?? 0) > 0);
  return (
    <>
      <Chart
        view={view}
        caption={words.stats.yearsCaption}
        rows={words.stats.year}
        series={single(view)}
        bars={years.map((year) => ({ name: year, counts: { n: stats.eventYears[year] ?? 0 } }))}
      />
      <Chart
        view={view}
        caption={words.stats.typesCaption}
        rows={words.events.type}
        series={single(view)}
        bars={types.map((type) => ({
          name: <a href={link(view, "/events", { type })}>{sentenceCase(language.terms.eventType(type))}</a>,
          counts: { n: stats.eventTypes[type] ?? 0 },
        }))}
      />
    </>
  );
};

const GRADE_FILLS = { A: undefined, B: "hatched", C: "empty" } as const satisfies Record<
  keyof typeof GRADE,
  Series["fill"]
>;

/** Rules by fact and grade of the evidence. */
export const GradeChart = ({ view, stats }: { view: View; stats: Stats }) => {
  const { stats: words, evidence } = view.words;
  const facts = Object.keys(words.facts) as (keyof typeof words.facts)[];
  return (
    <Chart
      view={view}
      caption={words.gradesCaption}
      rows={words.fact}
      series={termsOf(GRADE).map((grade) => ({
        key: grade,
        name: `${grade}: ${evidence.grades[grade]}`,
        fill: GRADE_FILLS[grade],
      }))}
      bars={facts.map((fact) => ({ name: words.facts[fact], counts: stats.factGrades[fact] ?? {} }))}
    />
  );
};

/** How often the documents do not state something. */
export const SilenceTable = ({ view, stats }: { view: View; stats: Stats }) => {
  const { stats: words } = view.words;
  const names = Object.keys(words.silence) as (keyof typeof words.silence)[];
  return (
    <table>
      <caption>{words.silenceCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.fact}</th>
          <th scope="col">{words.silent}</th>
          <th scope="col">{words.of}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr>
            <th scope="row">{words.silence[name]}</th>
            <td>{view.language.number(stats.notStated[name].notStated)}</td>
            <td>{view.language.number(stats.notStated[name].of)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How far the records agree with second readings; nothing until a release reports it. */
export const AgreementTable = ({ view, stats: { agreement } }: { view: View; stats: Stats }) => {
  const { stats: words } = view.words;
  if (agreement === null) return null;
  const names: Readonly<Record<string, string>> = words.agreementFields;
  const caption = words.agreementCaption(agreement.release, agreement.platforms.length, agreement.of);
  const share = (agreed: number, items: number) =>
    items === 0 ? "–" : `${view.language.number(Math.round((100 * agreed) / items))} %`;
  return (
    <Wide label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.fact}</th>
            <th scope="col">{words.compared}</th>
            <th scope="col">{words.same}</th>
            <th scope="col">{words.kappa}</th>
          </tr>
        </thead>
        <tbody>
          {agreement.fields.map(({ field, items, agreed, kappa }) => (
            <tr>
              <th scope="row">{names[field] ?? field}</th>
              <td>{view.language.number(items)}</td>
              <td>{share(agreed, items)}</td>
              <td>{kappa === null ? "–" : view.language.number(Math.round(kappa * 100) / 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};
