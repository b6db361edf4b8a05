import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { View } from "../view.ts";
import { barOf, type Segment } from "./bar.ts";
import { Wide } from "./wide.tsx";

/** What is counted in a chart: one part of every bar, and a column of its table. */
export interface Series extends Pick<Segment, "colour" | "fill"> {
  key: string;
  /** Its name, with a sample where there are several. */
  name: Child;
}

/** A bar of a chart, and a row of its table. */
export interface Bar {
  name: Child;
  /** The number of each series; none is 0. */
  counts: Readonly<Record<string, number>>;
}

interface ChartProps {
  view: View;
  caption: string;
  /** What the bars are about, as the head of their column. */
  rows: string;
  series: readonly Series[];
  bars: readonly Bar[];
}

const totalOf = ({ counts }: Bar): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

const Heads = ({ names }: { names: readonly Child[] }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th scope="col">{name}</th>
      ))}
    </tr>
  </thead>
);

/** The numbers of a chart with several series. */
const Numbers = ({ view, caption, rows, series, bars }: ChartProps) => (
  <details>
    <summary>{view.words.chart.table}</summary>
    <Wide label={view.words.sides.table}>
      <table>
        <caption class="hidden">{caption}</caption>
        <Heads names={[rows, ...series.map(({ name }) => name), view.words.chart.total]} />
        <tbody>
          {bars.map((bar) => (
            <tr>
              <th scope="row">{bar.name}</th>
              {series.map(({ key }) => (
                <td>{bar.counts[key] ?? 0}</td>
              ))}
              <td>{totalOf(bar)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  </details>
);

/** A chart of bars, made on the server, and its table. Series that no bar has are omitted. */
export const Chart = ({ view, caption, rows, series: all, bars }: ChartProps) => {
  const series = all.filter(({ key }) => bars.some(({ counts }) => (counts[key] ?? 0) > 0));
  const most = Math.max(1, ...bars.map(totalOf));
  const several = series.length > 1;
  return (
    <>
      <h3>{caption}</h3>
      {several ? (
        <ul class="inline">
          {series.map(({ name }) => (
            <li>{name}</li>
          ))}
        </ul>
      ) : null}
      <table class="world">
        <caption class="hidden">{caption}</caption>
        <thead class="hidden">
          <tr>
            <th scope="col">{rows}</th>
            <th scope="col">{view.words.chart.total}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr>
              <th scope="row">{bar.name}</th>
              <td>
                {raw(
                  barOf(
                    series.map(({ key, colour, fill }) => ({ count: bar.counts[key] ?? 0, colour, fill })),
                    most,
                    several,
                  ),
                )}
                <span class="count">{totalOf(bar)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {several ? <Numbers {...{ view, caption, rows, series, bars }} /> : null}
    </>
  );
};
