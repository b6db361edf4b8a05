import { type SQL, sql } from "drizzle-orm";
import type { Address, Operator, Platform } from "../../model/index.ts";
import { recordOf } from "../record.ts";
import { addedOn, changedOn, type RecordDates } from "./dates.ts";
import { isIn, list } from "./sql.ts";

/** The watch's last report on a record. */
export interface Watched {
  state: "current" | "source-changed";
  /** The day of the first change; null if there is none. */
  since: string | null;
  sources: string[];
  /** The day up to which its archived documents were compared. */
  through: string;
}

/** A platform's record and its operator's, as they are stored, and what else is known of it. */
export interface StoredPlatform extends RecordDates {
  id: string;
  platform: string;
  operator: string | null;
  state: Watched["state"] | null;
  since: string | null;
  sources: string | null;
  through: string | null;
}

/** A platform's record and its operator's. */
export interface PlatformEntry {
  platform: Platform;
  operator: Operator | undefined;
  dates: RecordDates;
  /** The watch's last report on it; undefined if none of its documents is watched. */
  watched: Watched | undefined;
}

/** Whose records are read, and with which of the watch's reports. */
export interface Wanted {
  publication: number;
  reviews: string;
}

/** The records of the platforms (`p`) for which a condition holds. */
export const platformsQuery = ({ publication, reviews }: Wanted, where: SQL): SQL =>
  sql`select p.id, p.record as platform, o.record as operator, ${addedOn(sql`p.id`, publication)} as added, ${changedOn(sql`p.id`, publication)} as changed, w.state, w.since, w.sources, w.through from platforms p left join operators o on o.id = p.operator and ${isIn("o", publication)} left join review_states w on w.reviews = ${reviews} and w.platform = p.id where ${isIn("p", publication)} and ${where}`;

/** The platforms with some ids. Any number of them in one bound string: D1 binds at most 100 values. */
export const withIds = (ids: readonly string[]): SQL =>
  sql`p.id in (select value from json_each(${JSON.stringify(ids)}))`;

/** The platform of an address: the one with the most exact of its hosts, else the one with its app. */
export function atAddress(publication: number, { hosts, app }: Address): SQL {
  const byHost = sql`(select q.id from domains d join platforms q on q.revision = d.revision where d.host in ${list(hosts)} and ${isIn("q", publication)} order by length(d.host) desc, q.withdrawn is not null limit 1)`;
  const byApp = app
    ? sql`(select q.id from apps a join platforms q on q.revision = a.revision where a.app = ${app.id} and a.store = ${app.store} and ${isIn("q", publication)} order by q.withdrawn is not null limit 1)`
    : sql`null`;
  return sql`p.id = coalesce(${byHost}, ${byApp})`;
}

/** A stored platform, read. */
export const entryOf = (row: StoredPlatform): PlatformEntry => ({
  platform: recordOf<Platform>(row.platform),
  operator: row.operator === null ? undefined : recordOf<Operator>(row.operator),
  dates: { added: row.added, changed: row.changed },
  watched:
    row.state === null || row.sources === null || row.through === null
      ? undefined
      : {
          state: row.state,
          since: row.since,
          sources: JSON.parse(row.sources) as string[],
          through: row.through,
        },
});
