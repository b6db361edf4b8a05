import type * as z from "zod";
import type { platformAnswerSchema } from "../api/routes/platforms/schema.ts";
import { FACETS } from "../model/index.ts";
import { askJson, type Given, type Parameters, pathWith, Refused } from "./ask.ts";
import type { sourceShape } from "./shapes.ts";

type PlatformAnswer = z.infer<typeof platformAnswerSchema>;
type Practice = PlatformAnswer["practices"][number];
type Cited = z.infer<typeof sourceShape>;

/** The arguments that say for whom and which day an answer is. */
const ABOUT_PEOPLE = [...FACETS, "as_of"] as const;

/** Only what says for whom and which day an answer is. */
export const peopleIn = (args: Parameters): Parameters =>
  Object.fromEntries(ABOUT_PEOPLE.map((name) => [name, args[name]]));

/**
 * The API's path for a platform that is named.
 * @throws {Refused} for a name that would be another path
 */
export function pathOf(platform: unknown, rest = ""): string {
  const name = String(platform ?? "").trim();
  // A URL has no segments of dots only.
  if (/^\.*$/.test(name)) throw new Refused("platform: give an id, an alias or a name, such as linkedin.");
  return `/platforms/${encodeURIComponent(name)}${rest}`;
}

/** A platform's answer for these people, with its evidence. @throws {Refused} */
export const askPlatform = (given: Given, platform: unknown, people: Parameters): Promise<PlatformAnswer> =>
  askJson(given, pathWith(pathOf(platform), { ...people, include: "evidence,sources" }));

/** The page of a platform for these people; null where there is no server. */
export const pageOf = ({ origin }: Given, id: string, people: Parameters = {}): string | null =>
  origin === undefined ? null : origin + pathWith(`/platforms/${encodeURIComponent(id)}`, people);

/** A reference of evidence as a document: `privacy-policy#training` is a passage of the document `privacy-policy`. */
function documentOf(reference: string, sources: NonNullable<PlatformAnswer["sources"]>): Cited | undefined {
  const [id, passageId] = reference.split("#");
  const source = sources.find((s) => s.id === id);
  if (!source) return undefined;
  const passage = source.passages?.find((p) => p.id === passageId);
  const copy = passage && source.copies[passage.copy];
  return { title: source.title, url: source.url, archived: copy?.url ?? null };
}

/** Each document once, with the copy that was cited first. */
function distinct(cited: readonly Cited[]): Cited[] {
  const byUrl = new Map<string, Cited>();
  for (const document of cited) {
    const before = byUrl.get(document.url);
    if (before) before.archived ??= document.archived;
    else byUrl.set(document.url, { ...document });
  }
  return [...byUrl.values()];
}

/** The documents that say what happens by default in some practices. */
export function sourcesOf(answer: PlatformAnswer, practices: readonly Practice[]): Cited[] {
  const references = practices.flatMap(({ details }) => {
    const { dataUse = [], defaultState = [] } = details?.evidence ?? {};
    return [...(dataUse ?? []), ...(defaultState ?? [])];
  });
  return distinct(references.flatMap((reference) => documentOf(reference, answer.sources ?? []) ?? []));
}

/** The practices that the headline sums up. */
export function leading({ headline, practices }: PlatformAnswer): Practice[] {
  const ids = [...headline.split, ...headline.permitted].flatMap((part) => part.practices);
  const found = practices.filter((p) => ids.includes(p.id));
  return found.length > 0 ? found : practices;
}
