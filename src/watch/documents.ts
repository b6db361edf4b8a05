/*
 * What is to be watched: each document that a record cites from an archive, with the
 * commit at which it was last read and what rests on its passages.
 */

import { normalise } from "../evidence/passages.ts";
import {
  type Control,
  firstDay,
  hostsOfPlatform,
  type Passage,
  type Platform,
  parseRef,
  type Rule,
  type Source,
} from "../model/index.ts";
import { conditionsOf, representative, segmentsOf, winningRule } from "../policy/index.ts";
import { evidenceRefs } from "../records/checks/walk.ts";
import type { LoadedDataset } from "../records/load.ts";
import { type Commit, type History, type Version, versionsFrom, versionsUpTo } from "./history.ts";

/** What a passage is evidence for. */
export interface Fact {
  /** `platforms/<id>` */
  platform: string;
  kind: "dataUse" | "defaultState" | "data" | "legalBasis" | "control" | "event" | "myth";
  /** The practice of a rule; null for the others. */
  practice: string | null;
  /** The rule, control, event or myth. */
  id: string;
  /** It answers for someone now or later: the rule still wins, or such a rule names the control. Events and myths are always current. */
  current: boolean;
  /** The other evidence that it rests on. */
  others: string[];
}

/** A passage to be looked for, with what rests on it. */
export interface CitedPassage {
  source: string;
  /** `source#passage` */
  ref: string;
  passage: Passage;
  facts: Fact[];
}

/** A document of one record at one path of one archive. */
export interface CitedDocument {
  /** `platforms/<id>` or `operators/<id>` */
  record: string;
  archive: string;
  path: string;
  /** Sources that have a copy there, in the record's order. */
  sources: string[];
  /** Platforms that rest on it, `platforms/<id>`: the record itself, or those which cite the operator's source. `latest`: the source was in the file when it was last read. */
  citedBy: { platform: string; source: string; latest: boolean }[];
  /** An answer that holds now rests on it; otherwise it is evidence of the past alone. */
  current: boolean;
  passages: CitedPassage[];
  /** The names of the record's subject, normalised: its own name is not a statement about AI. */
  names: string[];
  /** The commits at which it was read. */
  commits: string[];
  /** The last day by which the same document was read, here or in another archive. */
  readUntil: string;
}

const LISTS = { controls: "control", events: "event", myths: "myth" } as const;

/** The rules that are the first match for anyone on a day or after it, and the controls that they name. */
function currentParts(platform: Platform, day: string): ReadonlySet<Rule | Control> {
  const parts = new Set<Rule | Control>();
  for (const practice of platform.practices)
    for (const segment of segmentsOf(conditionsOf(practice, []))) {
      if (segment.interval.until !== null && segment.interval.until <= day) continue;
      const rule = winningRule(practice, representative(segment));
      if (!rule || parts.has(rule)) continue;
      parts.add(rule);
      for (const control of platform.controls)
        if (
          rule.controls?.includes(control.id) &&
          (control.when?.until === undefined || firstDay(control.when.until) > day)
        )
          parts.add(control);
    }
  return parts;
}

/** What a pointer to evidence at a path of a platform's record is evidence for. */
function factAt(
  platform: Platform,
  path: readonly (string | number)[],
  ref: string,
  parts: ReadonlySet<Rule | Control>,
): Fact {
  const key = `platforms/${platform.id}`;
  const others = (evidence: readonly string[]): string[] => evidence.filter((other) => other !== ref);
  if (path[0] === "practices") {
    const practice = platform.practices[path[1] as number] as Platform["practices"][number];
    const rule = practice.rules[path[3] as number] as Rule;
    const kind = path[5] as keyof Rule["evidence"];
    return {
      platform: key,
      kind,
      practice: practice.id,
      id: rule.id,
      current: parts.has(rule),
      others: others(rule.evidence[kind] ?? []),
    };
  }
  const list = path[0] as keyof typeof LISTS;
  const item = platform[list][path[1] as number] as { id: string; evidence: string[] };
  const current = list !== "controls" || parts.has(item as Control);
  return {
    platform: key,
    kind: LISTS[list],
    practice: null,
    id: item.id,
    current,
    others: others(item.evidence),
  };
}

interface Citation {
  fact: Fact;
  source: string;
  passage: string | undefined;
}

/** Everything that cites sources of a record, by the record's key. */
function citations({ platforms }: LoadedDataset, day: string): Map<string, Citation[]> {
  const found = new Map<string, Citation[]>();
  for (const platform of platforms) {
    const parts = currentParts(platform, day);
    for (const { ref, path } of evidenceRefs(platform)) {
      const { shared, source, passage } = parseRef(ref);
      const key = shared ? `operators/${platform.operator}` : `platforms/${platform.id}`;
      const list = found.get(key) ?? [];
      list.push({ fact: factAt(platform, path, ref, parts), source, passage });
      found.set(key, list);
    }
  }
  return found;
}

/** Two sources of one record with the same address and audience are the same document at different times. */
const documentOf = (source: Source): string => JSON.stringify([source.url, source.when ?? null]);

function documentsOf(
  record: string,
  sources: readonly Source[],
  names: string[],
  cited: readonly Citation[],
): CitedDocument[] {
  const lastRead = new Map<string, string>();
  for (const source of sources)
    for (const { captured } of source.copies ?? [])
      if (captured > (lastRead.get(documentOf(source)) ?? "")) lastRead.set(documentOf(source), captured);

  const byPlace = new Map<
    string,
    { archive: string; path: string; held: { source: Source; copy: number }[] }
  >();
  for (const source of sources)
    for (const [copy, { archive, path }] of (source.copies ?? []).entries()) {
      const place = byPlace.get(`${archive}\n${path}`) ?? { archive, path, held: [] };
      place.held.push({ source, copy });
      byPlace.set(`${archive}\n${path}`, place);
    }

  return [...byPlace.values()].map(({ archive, path, held }) => {
    const captured = ({ source, copy }: (typeof held)[number]): string =>
      source.copies?.[copy]?.captured as string;
    const newest = held.map(captured).sort().at(-1) as string;
    // Of several documents in one file, the one that was read least far decides.
    const readUntil = held
      .filter((h) => captured(h) === newest)
      .map((h) => lastRead.get(documentOf(h.source)) as string)
      .sort()[0] as string;
    const ids = [...new Set(held.map((h) => h.source.id))];
    const here = cited.filter((c) => ids.includes(c.source));
    const latest = new Set(held.filter((h) => captured(h) === newest).map((h) => h.source.id));
    const platforms = record.startsWith("platforms/")
      ? ids.map((source) => ({ platform: record, source, latest: latest.has(source) }))
      : here
          .filter((c) => c.fact.current)
          .map((c) => ({
            platform: c.fact.platform,
            source: `operator:${c.source}`,
            latest: latest.has(c.source),
          }));
    return {
      record,
      archive,
      path,
      names,
      sources: ids,
      citedBy: [...new Map(platforms.map((p) => [`${p.platform} ${p.source}`, p])).values()],
      current: here.some(({ fact }) => fact.current && fact.kind !== "event" && fact.kind !== "myth"),
      commits: held.map((h) => h.source.copies?.[h.copy]?.commit as string),
      readUntil,
      passages: held.flatMap(({ source, copy }) =>
        (source.passages ?? [])
          .filter((p) => p.copy === copy)
          .map((passage) => ({
            source: source.id,
            ref: `${source.id}#${passage.id}`,
            passage,
            facts: cited.filter((c) => c.source === source.id && c.passage === passage.id).map((c) => c.fact),
          })),
      ),
    };
  });
}

/**
 * Every document that the dataset cites from an archive, in order of the records' keys.
 * @param day which answers hold now
 */
export function citedDocuments(dataset: LoadedDataset, day: string): CitedDocument[] {
  const cited = citations(dataset, day);
  const called = (names: readonly string[]): string[] =>
    [...new Set(names.map(normalise))].sort((a, b) => b.length - a.length);
  const nameOf = new Map(dataset.operators.map((o) => [o.id, o.name]));
  return [
    ...dataset.operators.flatMap((o) =>
      documentsOf(`operators/${o.id}`, o.sources, called([o.name]), cited.get(`operators/${o.id}`) ?? []),
    ),
    ...dataset.platforms.flatMap((p) =>
      documentsOf(
        `platforms/${p.id}`,
        p.sources,
        called(
          [p.name, ...(p.aliases ?? []), ...hostsOfPlatform(p), nameOf.get(p.operator) ?? ""].filter(Boolean),
        ),
        cited.get(`platforms/${p.id}`) ?? [],
      ),
    ),
  ];
}

/** Why a document cannot be watched. */
export type Unwatched = (typeof UNWATCHED)[number];
export const UNWATCHED = ["archive-not-given", "no-such-commit", "no-copy-before", "went-before"] as const;

/**
 * The version at which a document was last read: the newest commit that the record cites, or the newest
 * version up to the day on which it read the same document elsewhere. With a day, the newest version before
 * it. Renames are followed. A document that went before that has nothing left to watch.
 */
export function lastRead(
  document: CitedDocument,
  history: History,
  before?: string,
): Version | { unwatched: Unwatched; commit?: string } {
  const versions = history.versions(document.path);
  const commits = document.commits.map((hash) => history.commit(hash) ?? hash);
  const missing = commits.find((c) => typeof c === "string");
  const newest = commits.reduce<Commit | undefined>(
    (a, b) => (typeof b === "string" || (a && a.index > b.index) ? a : b),
    undefined,
  );
  const cited = newest && versions.findLast((v) => v.commit.index <= newest.index);
  if (before !== undefined) {
    const known = cited ?? versions.at(-1);
    const all = known ? [...versionsUpTo(history, known), ...versionsFrom(history, known).slice(1)] : [];
    return all.findLast((v) => v.commit.day < before && v.blob !== null) ?? { unwatched: "no-copy-before" };
  }
  if (missing !== undefined) return { unwatched: "no-such-commit", commit: missing };
  if (!cited) return { unwatched: "no-such-commit", commit: document.commits[0] as string };
  const elsewhere = document.readUntil > (newest as Commit).day;
  const read = versionsFrom(history, cited).findLast(
    (v, i) => i === 0 || (elsewhere && v.commit.day <= document.readUntil),
  ) as Version;
  return read.blob === null ? { unwatched: "went-before" } : read;
}
