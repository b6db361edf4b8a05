/*
 * The copy of the dataset on this device (src/exports/formats/extension), and how a site is looked up in it. No
 * function here asks a server.
 */

/** An answer, with its verdict in words and its sentence in each language. */
export interface Answer {
  verdict: string;
  certainty: string | null;
  words: string[];
  sentences: string[];
}

interface Platform {
  name: string;
  answers: Answer[];
  classes: number[][];
  places: Record<string, number>;
}

/** The file `extension.json`. */
export interface Dataset {
  release: string;
  date: string;
  languages: string[];
  plans: string[];
  inside: Record<string, string>;
  places: Record<string, string[]>;
  hosts: Record<string, string | [platform: string, plan: string] | null>;
  platforms: Record<string, Platform>;
}

/** For whom answers are. */
export interface Person {
  /** ISO 3166; empty for the rest of the world. */
  region: string;
  plan: string;
}

/** What is known about a site. */
export interface Found {
  id: string;
  name: string;
  /** The person's plan, or the one that the host implies. */
  plan: string;
  answer: Answer;
}

/** The entry of the most exact host; undefined where none has it. */
function entryFor(hosts: Dataset["hosts"], host: string): Dataset["hosts"][string] | undefined {
  for (let at = host; at.includes("."); at = at.slice(at.indexOf(".") + 1))
    if (Object.hasOwn(hosts, at)) return hosts[at];
  return undefined;
}

/** The class of a place: its own, else that of the country around it, else the rest of the world's. */
function classOf({ inside }: Dataset, { places, classes }: Platform, region: string): number[] {
  const codes = [region, inside[region], region.split("-")[0]];
  const index = codes
    .map((code) => (code === undefined ? undefined : places[code]))
    .find((i) => i !== undefined);
  return classes[index ?? 0] ?? [];
}

/** The host of a page; undefined for pages that belong to no website. */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? hostname.replace(/\.$/, "") : undefined;
}

/** What is known about a host; undefined where nothing is. */
export function lookUp(data: Dataset, host: string, person: Person): Found | undefined {
  const entry = entryFor(data.hosts, host);
  if (entry === undefined || entry === null) return undefined;
  const [id, implied] = typeof entry === "string" ? [entry] : entry;
  const platform = data.platforms[id];
  if (platform === undefined) return undefined;
  const plan = implied ?? person.plan;
  const answer = platform.answers[classOf(data, platform, person.region)[data.plans.indexOf(plan)] ?? 0];
  return answer && { id, name: platform.name, plan, answer };
}

/** Is this the file that it should be? What a server sends is not trusted. */
export function isDataset(value: unknown): value is Dataset {
  if (typeof value !== "object" || value === null) return false;
  const { date, languages, plans, inside, places, hosts, platforms } = value as Partial<Dataset>;
  const areObjects = [inside, places, hosts, platforms].every(
    (part) => typeof part === "object" && part !== null,
  );
  return (
    typeof date === "string" &&
    Array.isArray(languages) &&
    Array.isArray(plans) &&
    areObjects &&
    Object.values(platforms as object).every(
      (p: Partial<Platform> | null) =>
        typeof p?.name === "string" &&
        Array.isArray(p.answers) &&
        Array.isArray(p.classes) &&
        typeof p.places === "object",
    )
  );
}
