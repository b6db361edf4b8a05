import { ALL_DIMENSIONS } from "../../../model/index.ts";
import { about } from "../../about.ts";
import type { WrittenFile } from "../../file.ts";
import type { ExportInput } from "../../input.ts";
import { TextFile } from "../../sink.ts";
import { curl, type DataFormat } from "../format.ts";
import { type HostedPlatform, hostedPlatform, type Later } from "./answers.ts";
import { ALWAYS, INSIDE, outermostFirst, REST_FILE, regionsAround } from "./regions.ts";

/** The person that the answers are for, apart from the region. */
const AUDIENCE = Object.fromEntries(
  ALL_DIMENSIONS.filter((d) => d.facet !== "region").map((d) => [d.facet, d.unspecified]),
);

/** An object with a member on each line, keys in order. */
const sortedLines = (members: ReadonlyMap<string, unknown>): string =>
  members.size === 0
    ? "{}"
    : `{\n${[...members.keys()]
        .sort()
        .map((key) => `  ${JSON.stringify(key)}: ${JSON.stringify(members.get(key))}`)
        .join(",\n")}\n }`;

/** The answers of a region, as they are written. @param place null: the rest of the world */
function answersText(platforms: readonly HostedPlatform[], place: string | null): string {
  const hosts = new Map<string, readonly unknown[] | null>();
  const later = new Map<string, readonly Later[]>();
  for (const platform of platforms)
    for (const domain of platform.domains) {
      const answers = platform.answersAt(domain, place);
      hosts.set(domain.host, [platform.id, ...(answers.now ?? ["not-stated", null])]);
      if (answers.later.length > 0) later.set(domain.host, answers.later);
    }
  // A host that another platform has is that platform's.
  for (const host of platforms.flatMap((p) => p.otherHosts)) if (!hosts.has(host)) hosts.set(host, null);
  return ` "hosts": ${sortedLines(hosts)},\n "later": ${sortedLines(later)}\n}\n`;
}

/** What a file is called and what it contains. */
interface Content {
  name: string;
  description: string;
  /** Members that come after those that every file has. */
  head: object;
  /** The other members, as they are written. */
  text: string;
  rows: number;
}

function write(
  dir: string,
  input: ExportInput,
  { name, description, head, text, rows }: Content,
): WrittenFile {
  const file = new TextFile(dir, `hosts/${name}.json`, description);
  const begin = JSON.stringify({ ...about(input), ...head }, null, 1).replace(/\n}$/, "");
  file.write(`${begin},\n${text}`);
  return file.end(rows);
}

/** The regions with a file, and the file of every place; places that are not named have that of their country, or `rest`. */
function filesOf(platforms: readonly HostedPlatform[]): {
  texts: ReadonlyMap<string, string>;
  fileOf: ReadonlyMap<string, string>;
} {
  const texts = new Map([[REST_FILE, answersText(platforms, null)]]);
  const fileOf = new Map<string, string>();
  for (const code of outermostFirst(
    new Set([...ALWAYS, ...INSIDE, ...platforms.flatMap((p) => p.regions)]),
  )) {
    const outer = regionsAround(code).flatMap((around) => fileOf.get(around) ?? [])[0] ?? REST_FILE;
    const text = answersText(platforms, code);
    const own = ALWAYS.includes(code) || text !== texts.get(outer);
    if (own) texts.set(code, text);
    fileOf.set(code, own ? code : outer);
  }
  return { texts, fileOf };
}

/** The places whose file is not that of their country, or for a country not `rest`. */
function exceptional(fileOf: ReadonlyMap<string, string>): Map<string, string> {
  const usual = (code: string): string =>
    (code.includes("-") ? fileOf.get(code.split("-", 1)[0] as string) : undefined) ?? REST_FILE;
  return new Map([...fileOf].filter(([code, file]) => file !== usual(code)));
}

/** What the members of a file are, for who finds only the file. */
const ABOUT =
  "hosts: host → [platform, verdict, certainty] on the day of `date`, or null for a host of another service; a host stands for everything under it, the most exact one wins. later: host → [[day, verdict, certainty], …], changes to come.";

const describe = (region: string): string =>
  region === REST_FILE
    ? "Host → platform, verdict and certainty, for places without a file of their own."
    : `Host → platform, verdict and certainty, in ${region}.`;

/**
 * A small file for each region with answers of its own: host → `[platform, verdict, certainty]`, the headline of an
 * adult with an account on the day of the data, on the free plan or the one that the host implies. For browser extensions and filters, which
 * must look up hosts without asking a server.
 */
export const hosts: DataFormat = {
  name: "hosts",
  mediaType: "application/json",
  description: "Host → platform, verdict and certainty.",
  load: [curl],
  sinks(dir, { input }) {
    const platforms: HostedPlatform[] = [];
    return [
      {
        record(item) {
          if (item.kind === "platform" && !item.record.withdrawn)
            platforms.push(hostedPlatform(item.record, item.rows, input.release.date));
        },
        async finish() {
          const { texts, fileOf } = filesOf(platforms);
          const index = exceptional(fileOf);
          const rows = platforms.reduce((sum, p) => sum + p.domains.length, 0);
          const regions: Content = {
            name: "regions",
            description: "The file in hosts/ of each region. All other places: hosts/rest.json.",
            head: {},
            text: ` "regions": ${sortedLines(index)}\n}\n`,
            rows: index.size,
          };
          const answers = [...texts].map(
            ([region, text]): Content => ({
              name: region,
              description: describe(region),
              head: { description: ABOUT, region, audience: AUDIENCE },
              text,
              rows,
            }),
          );
          return [regions, ...answers].map((content) => write(dir, input, content));
        },
      },
    ];
  },
};
