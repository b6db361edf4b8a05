/*
 * What is to be watched: each document that a record cites from an archive, with the
 * commit at which it was last read and what rests on its passages.
 */
import { evidenceRefs } from "../dataset/checks/walk.ts";
import type { LoadedDataset } from "../dataset/index.ts";
import { type Passage, type Platform, parseRef, type Source } from "../model/index.ts";
import type { Commit, History, Version } from "./history.ts";

/** What a passage is evidence for. */
export interface Fact {
  /** `platforms/<id>` */
  platform: string;
  kind: "use" | "default" | "data" | "legalBasis" | "control" | "event" | "myth";
  /** The practice of a rule; null for the others. */
  practice: string | null;
  /** The rule, control, event or myth. */
  id: string;
  /** The first day on which it no longer holds; null where none is given. */
  until: string | null;
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
  /** Platforms that rest on it, `platforms/<id>`: the record itself, or those which cite the operator's source. */
  citedBy: { platform: string; source: string }[];
  passages: CitedPassage[];
  /** The commits at which it was read. */
  commits: string[];
  /** The last day by which the same document was read, here or in another archive. */
  readUntil: string;
}

const LISTS = { controls: "control", events: "event", myths: "myth" } as const;

/** What a pointer to evidence at a path of a platform's record is evidence for. */
function factAt(platform: Platform, path: readonly (string | number)[], ref: string): Fact {
  const key = `platforms/${platform.id}`;
  if (path[0] === "practices") {
    const practice = platform.practices[path[1] as number] as Platform["practices"][number];
    const rule = practice.rules[path[3] as number] as (typeof practice.rules)[number];
    const kind = path[5] as keyof typeof rule.evidence;
    const others = (rule.evidence[kind] ?? []).filter((other) => other !== ref);
    return { platform: key, kind, practice: practice.id, id: rule.id, until: rule.when?.until ?? null, others };
  }
  const list = path[0] as keyof typeof LISTS;
  const item = platform[list][path[1] as number] as Platform["controls"][number] | Platform["events"][number];
  const until = list === "controls" ? ((item as Platform["controls"][number]).when?.until ?? null) : null;
  return { platform: key, kind: LISTS[list], practice: null, id: item.id, until, others: item.evidence.filter((other) => other !== ref) };
}

interface Citation {
  fact: Fact;
  source: string;
  passage: string | undefined;
}

/** Everything that cites sources of a record, by the record's key. */
function citations({ platforms }: LoadedDataset): Map<string, Citation[]> {
  const found = new Map<string, Citation[]>();
  for (const platform of platforms)
    for (const { ref, path } of evidenceRefs(platform)) {
      const { shared, source, passage } = parseRef(ref);
      const key = shared ? `operators/${platform.operator}` : `platforms/${platform.id}`;
      const list = found.get(key) ?? [];
      list.push({ fact: factAt(platform, path, ref), source, passage });
      found.set(key, list);
    }
  return found;
}

/** Two sources of one record with the same address and audience are the same document at different times. */
const documentOf = (source: Source): string => JSON.stringify([source.url, source.when ?? null]);

function documentsOf(record: string, sources: readonly Source[], cited: readonly Citation[]): CitedDocument[] {
  const lastRead = new Map<string, string>();
  for (const source of sources)
    for (const { captured } of source.copies ?? [])
      if (captured > (lastRead.get(documentOf(source)) ?? "")) lastRead.set(documentOf(source), captured);

  const byPlace = new Map<string, { archive: string; path: string; held: { source: Source; copy: number }[] }>();
  for (const source of sources)
    for (const [copy, { archive, path }] of (source.copies ?? []).entries()) {
      const place = byPlace.get(`${archive}\n${path}`) ?? { archive, path, held: [] };
      place.held.push({ source, copy });
      byPlace.set(`${archive}\n${path}`, place);
    }

  return [...byPlace.values()].map(({ archive, path, held }) => {
    const captured = ({ source, copy }: (typeof held)[number]): string => source.copies?.[copy]?.captured as string;
    const newest = held.map(captured).sort().at(-1) as string;
    // Of several documents in one file, the one that was read least far decides.
    const readUntil = held
      .filter((h) => captured(h) === newest)
      .map((h) => lastRead.get(documentOf(h.source)) as string)
      .sort()[0] as string;
    const ids = [...new Set(held.map((h) => h.source.id))];
    const platforms = record.startsWith("platforms/")
      ? ids.map((source) => ({ platform: record, source }))
      : cited.filter((c) => ids.includes(c.source)).map((c) => ({ platform: c.fact.platform, source: `operator:${c.source}` }));
    return {
      record,
      archive,
      path,
      sources: ids,
      citedBy: [...new Map(platforms.map((p) => [`${p.platform} ${p.source}`, p])).values()],
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

/** Every document that the dataset cites from an archive, in order of the records' keys. */
export function citedDocuments(dataset: LoadedDataset): CitedDocument[] {
  const cited = citations(dataset);
  const records = [...dataset.operators.map((o) => ({ key: `operators/${o.id}`, record: o })), ...dataset.platforms.map((p) => ({ key: `platforms/${p.id}`, record: p }))];
  return records.flatMap(({ key, record }) => documentsOf(key, record.sources, cited.get(key) ?? []));
}

/** Why a document cannot be watched. */
export type Unwatched = "archive-not-given" | "no-such-commit" | "no-copy-before";

/**
 * The version at which a document was last read: the newest commit that the record cites, or
 * the newest version up to the day on which it read the same document elsewhere. With a day,
 * the newest version before it.
 */
export function lastRead(document: CitedDocument, history: History, before?: string): Version | { unwatched: Unwatched; commit?: string } {
  const versions = history.versions(document.path);
  if (before !== undefined) return versions.findLast((v) => v.commit.day < before && v.blob !== null) ?? { unwatched: "no-copy-before" };
  const commits = document.commits.map((hash) => history.commit(hash) ?? hash);
  const missing = commits.find((c) => typeof c === "string");
  if (missing !== undefined) return { unwatched: "no-such-commit", commit: missing };
  const cited = (commits as Commit[]).reduce((a, b) => (b.index > a.index ? b : a));
  const elsewhere = document.readUntil > cited.day;
  const read = versions.findLast((v) => v.blob !== null && (v.commit.index <= cited.index || (elsewhere && v.commit.day <= document.readUntil)));
  return read ?? { unwatched: "no-such-commit", commit: cited.hash };
}
