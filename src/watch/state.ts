import { WATCH_STATE_VERSION, type WatchState } from "../model/index.ts";
import { concerns } from "./queue.ts";
import type { Watched } from "./watch.ts";

/** The state of every record with a watched document: what the API shows with a record. */
export function stateOf(watched: Watched): WatchState {
  const changed = watched.movements.flatMap(concerns);
  const platforms = [
    ...new Set(watched.documents.flatMap((d) => d.document.citedBy.map((c) => c.platform))),
  ].sort();
  const records = platforms.map((platform) => {
    const here = changed.filter((c) => c.platform === platform);
    const [since = null] = here.map((c) => c.since).sort();
    const sources = [...new Set(here.map((c) => c.source))].sort();
    const archives = new Set(
      watched.documents
        .filter(({ document }) => document.citedBy.some((c) => c.platform === platform))
        .map(({ document }) => document.archive),
    );
    return [
      platform,
      {
        state: here.length > 0 ? ("source-changed" as const) : ("current" as const),
        since,
        sources,
        archives: [...archives].sort(),
      },
    ] as const;
  });
  return {
    schemaVersion: WATCH_STATE_VERSION,
    archives: Object.fromEntries(
      [...watched.histories].map(([name, { head, fetched }]) => [
        name,
        { head: head.hash, date: head.day, fetched },
      ]),
    ),
    records: Object.fromEntries(records),
  };
}

/** The state as its file holds it. */
export const stateText = (state: WatchState): string => `${JSON.stringify(state, null, 2)}\n`;
