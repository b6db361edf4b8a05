import type * as z from "zod";
import type { ChangesQuery, Part, Publication } from "../../../db/index.ts";
import { countInWords, dateInWords, regionInWords } from "../../../language/en/index.ts";
import type { ChangeClass } from "../../../model/index.ts";
import { shortened } from "../../../text/excerpt.ts";
import { fullStop } from "../../../text/lists.ts";
import { type Block, type FeedEntry, periodOf } from "../../http/feeds/entry.ts";
import type { FeedPage } from "../../http/feeds/send.ts";
import type { Services } from "../../http/services.ts";
import { changePresenter } from "./present.ts";
import { changesQuery, type Filters } from "./query.ts";
import type { changeSchema } from "./schema.ts";

type Change = z.infer<typeof changeSchema>;

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
const rank = ({ path, summary }: Change): number => {
  const found = TITLES.findIndex((pattern) => pattern.test(path));
  return found === -1 || summary.includes(" reworded: ") ? TITLES.length : found;
};

/** Changes with the most important first; those that are alike in the order of the ledger. */
const byImportance = (changes: readonly Change[]): Change[] =>
  changes.toSorted((a, b) => ORDER.indexOf(a.class) - ORDER.indexOf(b.class) || rank(a) - rank(b));

/** Longer summaries are cut in a title; the entry has all of it. */
const TITLE = 180;

/** The platform's answer after a release that changed it, and where it is this one. */
function effectInWords(effect: Change["answer"]): string[] {
  if (!effect) return [];
  const { region, headline } = effect;
  const where = region === null ? "" : ` for people in ${regionInWords(region)}`;
  const [was, is] = [headline.before.sentence, headline.after.sentence].map(fullStop);
  return was === is
    ? [`The answer${where} for single kinds of data is another.`]
    : [`The answer${where} is now: ${is}`];
}

/** What the changes did to the platform's answer, and the changes by class. */
function blocksOf(changes: readonly Change[]): Block[] {
  const [{ release, date }] = changes as [Change, ...Change[]];
  return [
    `${countInWords(changes.length, "change")} in release ${release} of ${dateInWords(date)}.`,
    ...effectInWords(changes.find((c) => c.answer !== null)?.answer ?? null),
    ...ORDER.flatMap((name): Block[] => {
      const summaries = changes.filter((c) => c.class === name).map((c) => c.summary);
      return summaries.length === 0 ? [] : [CLASSES[name], summaries];
    }),
  ];
}

/** The changes of one record in one release as an entry: the most important one is its title. */
function entryOf(group: readonly Change[]): FeedEntry {
  const changes = byImportance(group);
  const [first, ...more] = changes as [Change, ...Change[]];
  const others = more.length === 0 ? "" : ` (and ${countInWords(more.length, "more change")})`;
  return {
    name: `changes/${first.release}/${first.record}`,
    title: `${first.name}: ${shortened(first.summary, TITLE)}${others}`,
    blocks: blocksOf(changes),
    path: first.platform ? `/platforms/${first.platform}/history` : `/operators/${first.operator}`,
    period: periodOf(first.date),
    known: first.date,
    categories: [...new Set(changes.flatMap((c) => [c.class, ...(c.purpose ? [c.purpose] : [])]))],
  };
}

/** Released changes as entries, one for each record and release, newest first. */
export async function changeEntries(
  s: Services,
  publication: Publication,
  wanted: Filters & Pick<ChangesQuery, "added">,
  part: Part,
): Promise<FeedPage> {
  const query = changesQuery(publication.id, wanted, Number.MAX_SAFE_INTEGER);
  const { total, rows, answers } = await s.store.changeGroups(query, part);
  const changes = rows.reverse().map(changePresenter(answers, wanted.region));
  const grouped = Map.groupBy(changes, (c) => `${c.release} ${c.record}`);
  return { total, entries: [...grouped.values()].reverse().map(entryOf) };
}
