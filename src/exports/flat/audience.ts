import type { AudienceAndTime } from "../../db/audience-rows.ts";
import { ANY, OPEN_FROM, OPEN_UNTIL, REST } from "../../db/segments.ts";
import { ALL_DIMENSIONS, type Dimension, REGION_GROUPS } from "../../model/index.ts";
import { compactRegions } from "../../policy/index.ts";
import { ANYONE, EVERYWHERE, type FlatColumn, type PlatformRecord, textColumn } from "./columns.ts";

/** The rest of the world, as a region. */
const REST_OF_WORLD = "rest of the world";

/** A row that is for some people at some time. */
export interface ForAudience {
  who: AudienceAndTime;
  /** Names the places of a class of regions. */
  places(region: string): string;
}

/** Names the places of each class of regions that a platform's rules distinguish. */
export function placesOf({ rows }: PlatformRecord): ForAudience["places"] {
  const members = Map.groupBy(rows.platformRegions, (r) => r.class);
  return (region) => {
    if (region === ANY) return EVERYWHERE;
    if (region === REST) return REST_OF_WORLD;
    const places = (members.get(region) ?? []).map((r) => r.region);
    return compactRegions(places.filter((code) => !(code in REGION_GROUPS))).join(" ");
  };
}

/** The column of a dimension: places for regions, one value for each other dimension. */
const facetColumn = ({ facet, terms, when }: Dimension): FlatColumn<ForAudience> =>
  textColumn(terms === null ? when : facet, true, ({ who, places }) => {
    const value = who[facet];
    return terms === null ? places(value) : value === ANY ? ANYONE : value;
  });

/** For whom a row is. */
export const FACET_COLUMNS: readonly FlatColumn<ForAudience>[] = ALL_DIMENSIONS.map(facetColumn);

/** When it applies: from a day to before another; empty where it has no end. */
export const INTERVAL: readonly FlatColumn<ForAudience>[] = [
  {
    name: "valid_from",
    type: "date",
    required: false,
    read: ({ who: { validFrom } }) => (validFrom === OPEN_FROM ? null : validFrom),
  },
  {
    name: "valid_until",
    type: "date",
    required: false,
    read: ({ who: { validUntil } }) => (validUntil === OPEN_UNTIL ? null : validUntil),
  },
];

/** The primary key of a table with one row for each of some things, audience and time. */
export const keyOf = (...names: string[]): string[] => [
  "platform",
  ...names,
  ...FACET_COLUMNS.map((c) => c.name),
  "valid_from",
];
