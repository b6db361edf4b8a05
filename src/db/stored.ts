import { type ColumnSpec, required, type TableSpec } from "./table.ts";
import { AUDIENCE_AND_TIME, TABLES } from "./tables.ts";

/*
 * What the database keeps. The tables of tables.ts are the dataset in normal form, as exports have it; a server
 * asks for less. Here is what its queries read; everything else is in the records, which the database has
 * whole. So a platform takes a third of the space, and publishing writes a quarter of the rows.
 */

/** What is kept of a table. */
interface Kept {
  /** Its columns; those of {@link TABLES} that are not here are only exported. */
  columns: readonly string[];
  /** Columns that no export has. */
  own?: readonly ColumnSpec[];
  /** Columns by the index's name. */
  indices?: TableSpec["indices"];
}

/** For whom an answer is (people.ts), and in which publications: so that an index alone finds platforms. */
const FOUND_BY: readonly ColumnSpec[] = ["people", "since", "until"].map((name) => required(name, "integer"));

/** Of each revision of a record: in which publications it is, and its hashes. */
const REVISION = ["since", "until", "hash", "record_hash"];

/** In which publications a platform is, and from which day on it is withdrawn. */
const PRESENCE = ["since", "until", "withdrawn"];

const tableOf = (name: string): TableSpec => {
  const table = TABLES.find((t) => t.name === name);
  if (!table) throw new Error(`src/db/tables.ts has no table ${name}.`);
  return table;
};

/** All columns of a table, except some. */
const allOf = (name: string, ...except: string[]): string[] =>
  tableOf(name)
    .columns.map((c) => c.name)
    .filter((column) => !except.includes(column));

const KEPT: Readonly<Record<string, Kept>> = {
  operators: {
    columns: [...REVISION, "id", "name", "parent", "former", "record"],
    indices: { operators_id: ["id", "since"], operators_parent: ["parent"] },
  },
  platforms: {
    columns: [
      ...REVISION,
      ...["id", "name", "operator", "category", "summary", "verified", "withdrawn"], // lists
      ...["sort_name", "located", "upcoming_until", "record"],
    ],
    // How its rules divide the world (people.ts).
    own: [required("division", "integer")],
    indices: {
      platforms_withdrawn: ["withdrawn"], // those that are not counted
      // /platforms/{id}; lists are read in the order of this index and the next two, which say what there is on a day
      platforms_id: ["id", ...PRESENCE],
      platforms_name: ["sort_name", "id", ...PRESENCE], // sort=name, q= of one letter
      platforms_verified: ["verified", "id", ...PRESENCE], // sort=verified, updated_since
      platforms_category: ["category", "sort_name", "id", ...PRESENCE], // category=, by name
      platforms_operator: ["operator", "until"], // operator=, /operators/{id}
    },
  },
  domains: { columns: ["host", "position"], indices: { domains_host: ["host"] } }, // /lookup
  apps: { columns: allOf("apps"), indices: { apps_app: ["app"] } }, // /lookup
  aliases: { columns: allOf("aliases"), indices: { aliases_alias: ["alias"] } }, // former ids
  controls: { columns: ["id", "kind", "name", "url"] }, // a headline's control
  events: {
    columns: ["id", "effective", "event_type", "sort_day", "regions", "content"],
    indices: {
      events_day: ["sort_day"], // /events, newest first
      events_type: ["event_type", "sort_day"], // type=
    },
  },
  platform_regions: { columns: allOf("platform_regions") },
  answers: {
    columns: allOf("answers", "training"),
    own: FOUND_BY,
    // verdict=, purpose= and the like: platforms with an answer for a person on a day
    indices: {
      answers_people: [
        "purpose",
        "people",
        "verdict",
        "until",
        "since",
        "certainty",
        "valid_from",
        "valid_until",
      ],
    },
  },
  answer_controls: { columns: allOf("answer_controls") },
  // Only rows that state something: what has no row is not stated.
  cells: {
    columns: allOf("cells", "severity"),
    own: FOUND_BY,
    // kind=, by=, verdict=, certainty=
    indices: {
      cells_people: [
        "kind",
        "by_whom",
        "people",
        "verdict",
        "until",
        "since",
        "certainty",
        "valid_from",
        "valid_until",
      ],
    },
  },
};

/** What is counted in each record for every audience alike, for /stats (tallies.ts). Not exported. */
const TALLIES: TableSpec = {
  name: "tallies",
  description: "How many of some things a record has.",
  of: "both",
  columns: [required("what"), required("n", "integer")],
  primaryKey: ["what"],
};

/**
 * What is true of a platform for some people at some time, by which lists find it (stated-rows.ts): one row for
 * people, however many answers say so. Not exported.
 */
const STATED: TableSpec = {
  name: "stated",
  description: "What is true of a platform for some people at some time.",
  of: "platform",
  columns: [required("term"), ...AUDIENCE_AND_TIME, required("people", "integer")],
  primaryKey: ["term", "people", "valid_from"],
  indices: { stated_people: ["term", "people"] },
};

/** The tables of the database that have rows of revisions. */
export const STORED: readonly TableSpec[] = [
  ...Object.entries(KEPT).map(([name, { columns, own = [], indices }]): TableSpec => {
    const table = tableOf(name);
    const kept = columns.map((column) => table.columns.find((c) => c.name === column) as ColumnSpec);
    return {
      name: table.name,
      description: table.description,
      of: table.of,
      columns: [...kept, ...own],
      primaryKey: table.primaryKey,
      ...(indices && { indices }),
    };
  }),
  STATED,
  TALLIES,
];
