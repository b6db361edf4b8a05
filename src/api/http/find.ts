import type { PlatformEntry, Publication, RecordKind } from "../../db/index.ts";
import type { NameIndex } from "../../model/index.ts";
import { addressOf } from "../../model/index.ts";
import { nearest } from "../../text/nearest.ts";
import { notFound } from "./documented-errors.ts";
import type { Meant } from "./meant.ts";
import { meaning } from "./meant.ts";
import type { IdRequest } from "./params.ts";
import { Problem, unknownThing } from "./problem.ts";
import { readable } from "./readable.ts";
import type { Services } from "./services.ts";

/** The requested record has another id: the answer is the one of that id. */
export class Moved extends Error {
  override name = "Moved";
  readonly to: string;
  constructor(to: string) {
    super("The record has another id.");
    this.to = to;
  }
}

/** The parameter of a path that names its record. */
const IN_PATH = "id";

/** The id that text has in a publication, by today's names: a record may have been renamed since. */
function renamedSince(now: NameIndex, then: NameIndex, written: string): string | undefined {
  const id = now.find(written);
  return id === undefined ? undefined : [id, ...now.aliasesOf(id)].find((name) => then.has(name));
}

/** When a record that this publication does not have was recorded; undefined where it never was. */
async function recordedAtAnotherTime(
  s: Services,
  { id: publication, version }: Publication,
  kind: RecordKind,
  { id, now }: { id: string; now: boolean },
): Promise<string | undefined> {
  const { first, last } = await readable(s.store.recorded(kind, id));
  if (!first || !last) return now ? `in ${version}: it is not in a release yet.` : undefined;
  return first.publication > publication
    ? `in ${version}: it is recorded since ${first.version}.`
    : `in ${version}: it was recorded until ${last.version}.`;
}

/** Records that are suggested for one unknown name. A word that more have says too little. */
const MOST_MEANT = 3;

/** The records that unknown text may mean: the platform at an address, else the nearest name, else those with its words. */
async function recordMeant(
  s: Services,
  publication: Publication,
  kind: RecordKind,
  written: string,
  names: NameIndex,
): Promise<Meant> {
  if (kind === "platform" && written.includes(".")) {
    const entry = await s.records.at(publication, addressOf(written));
    if (entry) return meaning(entry.platform.id);
  }
  const near = nearest(written, names.suggestions());
  if (near !== undefined) return meaning(near);
  const named = names.withWords(written);
  return { values: named.length <= MOST_MEANT ? named : [] };
}

/**
 * The id of the record that text means in a publication: its id, a former id, or its name as people write it.
 * @param asked where it was written
 * @throws {Problem} `unknown-platform`, `unknown-operator`: with the nearest name, or when the record was recorded
 */
export async function idOf(
  s: Services,
  publication: Publication,
  written: string,
  { kind, parameter }: { kind: RecordKind; parameter: string },
): Promise<string> {
  const names = await s.names.of(publication, kind);
  const found = names.find(written);
  if (found !== undefined) return found;
  const today = await s.names.of(await s.publication.get(), kind);
  const renamed = renamedSince(today, names, written);
  if (renamed !== undefined) return renamed;
  const problem = `unknown-${kind}` as const;
  const where = parameter === IN_PATH ? "There" : `${parameter}: there`;
  const sentence = `${where} is no ${kind} ${JSON.stringify(written.slice(0, 100))}`;
  const id = today.find(written);
  const elsewhere = await recordedAtAnotherTime(s, publication, kind, {
    id: id ?? written,
    now: id !== undefined,
  });
  if (elsewhere !== undefined) {
    const detail = `${sentence} ${elsewhere}`;
    throw new Problem(problem, detail, [{ parameter, detail }]);
  }
  const meant = await recordMeant(s, publication, kind, written, names);
  throw unknownThing(problem, parameter, `${sentence}.`, written, meant);
}

/** The record with an id, or what is known instead of it. @throws {Moved} @throws {Problem} `unknown-platform`, `unknown-operator` */
async function foundOr<T>(
  s: Services,
  publication: Publication,
  kind: RecordKind,
  id: string,
  found: T | undefined,
): Promise<T> {
  if (found !== undefined) return found;
  const to = await idOf(s, publication, id, { kind, parameter: IN_PATH });
  // The database was replaced since its names were read: a redirect would lead back here.
  if (to === id) throw new Problem("unavailable", "The dataset is being replaced. Try again in a moment.");
  throw new Moved(to);
}

/**
 * Finds a platform by the id in a path.
 * @throws {Moved} for a former id or another spelling
 * @throws {Problem} `unknown-platform`, with the nearest id
 */
export const findPlatform = async (
  s: Services,
  publication: Publication,
  id: string,
): Promise<PlatformEntry> =>
  foundOr(s, publication, "platform", id, (await s.records.of(publication, [id])).get(id));

/**
 * Makes sure that the id in a path is a platform's, by the names of the publication.
 * @throws {Moved} for a former id or another spelling
 * @throws {Problem} `unknown-platform`, with the nearest id
 */
export async function checkPlatform(s: Services, publication: Publication, id: string): Promise<void> {
  const names = await s.names.of(publication, "platform");
  await foundOr(s, publication, "platform", id, names.has(id) ? id : undefined);
}

/** {@link findPlatform} for some ids, in their order. */
export async function findPlatforms(
  s: Services,
  publication: Publication,
  ids: readonly string[],
): Promise<PlatformEntry[]> {
  const found = await s.records.of(publication, ids);
  const entries: PlatformEntry[] = [];
  for (const id of ids) entries.push(await foundOr(s, publication, "platform", id, found.get(id)));
  return entries;
}

/**
 * Finds an operator by the id in a path.
 * @throws {Moved} for a former id or another spelling
 * @throws {Problem} `unknown-operator`, with the nearest id
 */
export const findOperator = async (
  s: Services,
  publication: Publication,
  id: string,
): Promise<NonNullable<Awaited<ReturnType<Services["store"]["operator"]>>>> =>
  foundOr(s, publication, "operator", id, await s.store.operator(publication.id, id));

/** An error for one entry of a list. Where nothing similar is known, the other entries are suggested by themselves. */
function withoutEntry(error: unknown, parameter: string, written: readonly string[], entry: string): unknown {
  const others = written.filter((other) => other !== entry);
  const [fault] = error instanceof Problem ? error.faults : [];
  if (!(error instanceof Problem) || !fault || fault.nearest?.length || others.length === 0) return error;
  return new Problem(error.problem, error.message, [{ ...fault, fix: { [parameter]: others.join(",") } }]);
}

/**
 * The ids that a query's parameters name, in place of how they are written there. Lists are sorted, and name
 * each record once.
 * @param requests the parameters that name records
 * @throws {Problem} `unknown-platform`, `unknown-operator`
 */
export async function withIds<Q extends Readonly<Record<string, unknown>>>(
  s: Services,
  publication: Publication,
  query: Q,
  requests: readonly IdRequest[],
): Promise<Q> {
  const found: Record<string, unknown> = { ...query };
  for (const request of requests) {
    const written = query[request.parameter];
    if (typeof written === "string") found[request.parameter] = await idOf(s, publication, written, request);
    if (!Array.isArray(written)) continue;
    const ids = new Set<string>();
    for (const text of written as string[])
      try {
        ids.add(await idOf(s, publication, text, request));
      } catch (error) {
        throw withoutEntry(error, request.parameter, written as string[], text);
      }
    found[request.parameter] = request.ordered ? [...ids] : [...ids].sort();
  }
  return found as Q;
}

/** The errors of routes about one platform. */
export const platformErrors = notFound(
  "unknown-platform",
  'There is no platform "linkdin". Did you mean linkedin?',
  ["linkedin"],
);

/** The errors of routes about one operator. */
export const operatorErrors = notFound(
  "unknown-operator",
  'There is no operator "mircosoft". Did you mean microsoft?',
  ["microsoft"],
);
