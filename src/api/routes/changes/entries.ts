import type { ChangeGroup, ChangesQuery, GroupedChange, Part, Publication } from "../../../db/index.ts";
import { countInWords, dateInWords, regionInWords } from "../../../language/en/index.ts";
import type { ChangeClass } from "../../../model/index.ts";
import { shortened } from "../../../text/excerpt.ts";
import { fullStop } from "../../../text/lists.ts";
import { anchorOf, type Block, type FeedEntry, periodOf } from "../../http/feeds/entry.ts";
import type { FeedPage } from "../../http/feeds/send.ts";
import { canonicalRequest } from "../../http/respond.ts";
import type { Services } from "../../http/services.ts";
import { effects } from "./effects.ts";
import { changesQuery, type Filters } from "./query.ts";

/** The classes, the most important first, with the words over their changes. */
const CLASSES: Readonly<Record<ChangeClass, string>> = {
  policy: "What the platform changed:",
  correction: "Corrections of the record:",
  evidence: "Evidence:",
  editorial: "Wording and other edits:",
};
const ORDER = Object.keys(CLASSES) as ChangeClass[];

/** What a title should say, within a class: events first, then answers, then what people can do. */
const TITLES: readonly RegExp[] = [
  /^$/,
  /^\/withdrawn(\/|$)/,
  /^\/events\/@[^/]+$/,
  /^\/practices\/@[^/]+\/rules\/@[^/]+\/(dataUse|defaultState)$/,
  /^\/practices\/@[^/]+(\/rules\/@[^/]+(\/when.*)?)?$/,
  /^\/controls(\/@[^/]+(\/(kind|protects|when.*))?)?$/,
  /^(?!.*\/evidence\/)\/(practices|operator|parent|domains)/,
];
const rank = ({ path, summary }: GroupedChange): number => {
  const found = TITLES.findIndex((pattern) => pattern.test(path));
  return found === -1 || summary.includes(" reworded: ") ? TITLES.length : found;
};

/** Changes with the most important first; those that are alike in the order of the ledger. */
const byImportance = (changes: readonly GroupedChange[]): GroupedChange[] =>
  changes
    .map((change) => ({ change, at: ORDER.indexOf(change.class as ChangeClass), rank: rank(change) }))
    .sort((a, b) => a.at - b.at || a.rank - b.rank)
    .map(({ change }) => change);

/** Longer summaries are cut in a title; the entry has all of it. */
const TITLE = 180;

type EffectOf = ReturnType<typeof effects>;

/** What a group's changes did to the platform's answer: for the first place that one names, and where it is another. */
function effectOf({ platform, version, date }: ChangeGroup, changes: readonly GroupedChange[], of: EffectOf) {
  for (const region of new Set(changes.map((c) => c.region))) {
    const effect = of({ platform, version, date, regions: region === null ? null : [region] });
    if (effect !== null) return effect;
  }
  return null;
}

/** The platform's answer after a release that changed it, and where it is this one. */
function effectInWords(effect: ReturnType<EffectOf>): string[] {
  if (!effect) return [];
  const { region, headline } = effect;
  const where = region === null ? "" : ` for people in ${regionInWords(region)}`;
  const [was, is] = [headline.before.sentence, headline.after.sentence].map(fullStop);
  return was === is
    ? [`The answer${where} for single kinds of data is another.`]
    : [`The answer${where} is now: ${is}`];
}

/** What the changes did to the platform's answer, and the changes by class. */
const blocksOf = (group: ChangeGroup, changes: readonly GroupedChange[], of: EffectOf): Block[] => [
  `${countInWords(changes.length, "change")} in release ${group.version} of ${dateInWords(group.date)}.`,
  ...effectInWords(effectOf(group, changes, of)),
  ...ORDER.flatMap((name): Block[] => {
    const summaries = changes.filter((c) => c.class === name).map((c) => c.summary);
    return summaries.length === 0 ? [] : [CLASSES[name], summaries];
  }),
];

/** The changes of one record in one release as an entry: the most important one is its title. */
function entryOf(group: ChangeGroup, of: EffectOf): FeedEntry {
  const changes = byImportance(group.changes);
  const [first, ...more] = changes as [GroupedChange, ...GroupedChange[]];
  const others = more.length === 0 ? "" : ` (and ${countInWords(more.length, "more change")})`;
  const name = `changes/${group.version}/${group.record}`;
  const whose = group.platform ? { platform: group.platform } : { operator: group.operator ?? "" };
  return {
    name,
    title: `${group.name}: ${shortened(first.summary, TITLE)}${others}`,
    blocks: blocksOf(group, changes, of),
    path: `${canonicalRequest("/changes", whose)}#${anchorOf(name)}`,
    about: group.platform ? `/platforms/${group.platform}` : `/operators/${group.operator}`,
    period: periodOf(group.date),
    known: group.date,
    categories: [...new Set(changes.flatMap((c) => [c.class, ...(c.purpose ? [c.purpose] : [])]))],
  };
}

/** Released changes as entries, one for each record and release, newest first. */
export async function changeEntries(
  s: Services,
  publication: Publication,
  wanted: Filters & Pick<ChangesQuery, "added" | "version">,
  part: Part,
): Promise<FeedPage> {
  const query = changesQuery(publication.id, wanted, Number.MAX_SAFE_INTEGER);
  const { total, groups, answers } = await s.store.changeGroups(query, part);
  const effect = effects(answers, wanted.region);
  return { total, entries: groups.map((group) => entryOf(group, effect)) };
}
