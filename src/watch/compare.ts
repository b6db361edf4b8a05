/*
 * What changed in one document between the version that was read and the archive's HEAD.
 * Only the net effect counts: text that went and came back in between is not there.
 */
import { daysBetween } from "../model/index.ts";
import { lostMost, SETTLED_DAYS } from "./capture.ts";
import type { CitedDocument, CitedPassage } from "./documents.ts";
import { type Commit, type History, type Version, versionsFrom, versionsUpTo } from "./history.ts";
import { indexOfAi, mentionsAi } from "./patterns.ts";
import type { PassageState, Text } from "./text.ts";

/** Reads a version's text; a version without content has none. */
export type ReadText = (version: Version) => Promise<Text>;

/** A cited passage at HEAD; `recaptured`: the archive captures the page differently since, so this is unknown. */
export interface PassageMove {
  cited: CitedPassage;
  state: PassageState | "recaptured";
  /** The commit at which its words were removed or changed; null where they are still there. */
  since: Commit | null;
}

/** A sentence about AI that came, went or got other words; a few words of it. */
export interface AiMove {
  change: "added" | "removed" | "reworded";
  /** At most eight words of the current text, or of the removed text. */
  words: string;
  /** At most eight words of what stood there before; null except where reworded. */
  was: string | null;
  since: Commit;
}

/** What became of a document. */
export interface Movement {
  document: CitedDocument;
  read: Version;
  head: Version;
  /** Something that the archive did to the document as a whole. */
  fate: { kind: "removed" | "renamed" | "emptied"; since: Commit; to: string | null } | null;
  /** The commits that changed what it says for good, oldest first: without those of capture, and without what came back to what it was. */
  changes: Commit[];
  passages: PassageMove[];
  ai: AiMove[];
  /** Sentences and passages that were omitted, by reason. */
  ignored: { capture: number; unsettled: number; known: number };
}

/** How many versions before the one that was read are asked whether a text came and went before. */
const LOOK_BACK = 12;
/** Something that came and went so often is not there to stay: it went, came back and went, or the other way round. */
const FLAPPING = 3;
const FEW = 8;
/** Two sentences that share this part of their words are one, reworded. */
const ALIKE = 0.6;

const standing = (state: PassageState): boolean => state === "stands" || state === "moved";

/** The version at which something became what it is at the last one; versions that lost most of their text are passed over. */
async function lastFlip(
  versions: readonly Version[],
  holds: (text: Text) => boolean,
  read: ReadText,
): Promise<number> {
  const last = await read(versions.at(-1) as Version);
  const now = holds(last);
  let flipped = versions.length - 1;
  for (let i = versions.length - 2; i >= 0; i--) {
    const version = versions[i] as Version;
    if (version.blob === null) continue;
    const text = await read(version);
    if (lostMost(last.normalised.length, text.normalised.length)) continue;
    if (holds(text) !== now) break;
    flipped = i;
  }
  return flipped;
}

interface Trail {
  /** Versions before the one that was read, oldest first. */
  earlier: readonly Version[];
  /** The version that was read and those after it, up to the one that is compared. */
  versions: readonly Version[];
  head: Commit;
  read: ReadText;
}

/** When something changed that differs between the version read and the last, and whether that is news. */
async function verdictOn(
  holds: (text: Text) => boolean,
  { earlier, versions, head, read }: Trail,
): Promise<{ since: Commit; noise: "capture" | "unsettled" | null }> {
  const at = await lastFlip(versions, holds, read);
  const since = (versions[at] as Version).commit;
  if (since.capture) return { since, noise: "capture" };
  if (daysBetween(since.day, head.day) >= SETTLED_DAYS) return { since, noise: null };
  let flips = 0;
  let before: boolean | undefined;
  const full = (await read(versions.at(-1) as Version)).normalised.length;
  for (const version of [...earlier, ...versions]) {
    if (version.blob === null) continue;
    const text = await read(version);
    if (lostMost(full, text.normalised.length)) continue;
    if (before !== undefined && holds(text) !== before) flips++;
    before = holds(text);
  }
  if (flips >= FLAPPING) return { since, noise: "unsettled" };
  return { since, noise: null };
}

/** The commits that lead from the first version to the last, without those that were undone later and without changes of capture. */
async function straightWay(versions: readonly Version[], read: ReadText): Promise<Commit[]> {
  const full = (await read(versions[0] as Version)).normalised.length;
  const texts = await Promise.all(
    versions.map(async (v) => (v.blob === null ? null : (await read(v)).normalised)),
  );
  const way: Commit[] = [];
  for (let at = 0; at < texts.length; ) {
    at = texts.lastIndexOf(texts[at] as string);
    at = texts.findIndex((text, i) => i > at && text !== null && !lostMost(full, text.length));
    if (at === -1) break;
    const { commit } = versions[at] as Version;
    if (!commit.capture) way.push(commit);
  }
  return way;
}

/** The version to compare, and what happened to the document as a whole. */
async function effective(
  versions: readonly Version[],
  history: History,
  read: ReadText,
): Promise<{ end: number; fate: Movement["fate"] }> {
  const last = versions.length - 1;
  const [first, at] = [versions[0] as Version, versions[last] as Version];
  const full = (await read(first)).normalised.length;
  const lost = async (version: Version): Promise<boolean> =>
    version.blob === null || lostMost(full, (await read(version)).normalised.length);
  let end = last;
  while (end > 0 && (await lost(versions[end] as Version))) end--;
  if (end === last)
    return {
      end,
      fate:
        at.path === first.path
          ? null
          : {
              kind: "renamed",
              since: (versions[versions.findLastIndex((v) => v.path !== at.path) + 1] as Version).commit,
              to: at.path,
            },
    };
  const since = (versions[end + 1] as Version).commit;
  if (at.blob !== null)
    return since.capture ? { end: last, fate: null } : { end, fate: { kind: "emptied", since, to: null } };
  while ((versions[end] as Version).blob === null) end--;
  const to = history.pathOf((versions[end] as Version).blob as string) ?? null;
  return { end, fate: { kind: to === null ? "removed" : "renamed", since: at.commit, to } };
}

const wordsOf = (sentence: string): string[] => sentence.split(" ");
const window = (words: readonly string[], at: number, before: number): string => {
  const start = Math.max(0, Math.min(at - before, words.length - FEW));
  return words.slice(start, start + FEW).join(" ");
};

/** A few words around those that say that a sentence is about AI. */
const excerpt = (sentence: string): string =>
  window(wordsOf(sentence), wordsOf(sentence.slice(0, indexOfAi(sentence))).length - 1, 3);

/** The part of their words that two sentences share (Dice's coefficient over distinct words). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** A few words of two sentences from where they begin to differ. */
function difference(was: string, is: string): { words: string; was: string } {
  const [before, after] = [wordsOf(was), wordsOf(is)];
  let at = 0;
  while (at < Math.min(before.length, after.length) && before[at] === after[at]) at++;
  return { words: window(after, at, 2), was: window(before, at, 2) };
}

interface Sentence {
  text: string;
  since: Commit;
}

/** Pairs what went with what came in nearly the same words; each sentence at most once, the most alike first. */
function aiMoves(added: readonly Sentence[], removed: readonly Sentence[]): AiMove[] {
  const sets = (list: readonly Sentence[]) => list.map((s) => new Set(wordsOf(s.text)));
  const [came, went] = [sets(added), sets(removed)];
  const pairs = came
    .flatMap((a, i) => went.map((r, j) => ({ i, j, alike: likeness(a, r) })))
    .filter((p) => p.alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike || a.i - b.i || a.j - b.j);
  const [usedAdded, usedRemoved] = [new Set<number>(), new Set<number>()];
  const reworded: AiMove[] = [];
  for (const { i, j } of pairs) {
    if (usedAdded.has(i) || usedRemoved.has(j)) continue;
    usedAdded.add(i);
    usedRemoved.add(j);
    const [is, was] = [added[i] as Sentence, removed[j] as Sentence];
    reworded.push({ change: "reworded", ...difference(was.text, is.text), since: is.since });
  }
  const rest = (
    change: "added" | "removed",
    list: readonly Sentence[],
    used: ReadonlySet<number>,
  ): AiMove[] =>
    list
      .filter((_, i) => !used.has(i))
      .map((s) => ({ change, words: excerpt(s.text), was: null, since: s.since }));
  return [...rest("added", added, usedAdded), ...rest("removed", removed, usedRemoved), ...reworded].sort(
    (a, b) =>
      a.since.index - b.since.index ||
      (a.change < b.change ? -1 : a.change > b.change ? 1 : a.words < b.words ? -1 : 1),
  );
}

/**
 * Compares a document as it was read with the archive's HEAD; undefined where its text is the same.
 * @param known does the record's author know these words from another document read for it?
 */
export async function compareDocument(
  document: CitedDocument,
  read: Version,
  history: History,
  readText: ReadText,
  known: (sentence: string) => Promise<boolean>,
): Promise<Movement | undefined> {
  const all = versionsFrom(history, read);
  const head = all.at(-1) as Version;
  if (head.blob === read.blob && head.path === read.path) return undefined;
  const { end, fate } = await effective(all, history, readText);
  const earlier = versionsUpTo(history, read).slice(0, -1).slice(-LOOK_BACK);
  const trail: Trail = { earlier, versions: all.slice(0, end + 1), head: history.head, read: readText };
  const [before, now] = [await readText(read), await readText(all[end] as Version)];
  const ignored = { capture: 0, unsettled: 0, known: 0 };
  if (!fate && before.normalised === now.normalised) return undefined;

  const passages: PassageMove[] = [];
  for (const cited of document.passages) {
    if (!standing(before.passage(cited.passage))) continue; // It had gone before: evidence of the past.
    const state = now.passage(cited.passage);
    if (standing(state)) {
      passages.push({ cited, state, since: null });
      continue;
    }
    const { since, noise } = await verdictOn((text) => standing(text.passage(cited.passage)), trail);
    if (noise) ignored[noise]++;
    if (noise !== "unsettled")
      passages.push({ cited, state: noise === "capture" ? "recaptured" : state, since });
  }

  const news = async (
    from: Text,
    to: Text,
    counts: (sentence: string) => Promise<boolean>,
  ): Promise<Sentence[]> => {
    const found: Sentence[] = [];
    for (const text of to.ai) {
      if (from.sentences.has(text) || from.contains(text) || !mentionsAi(text, document.names)) continue;
      const { since, noise } = await verdictOn((t) => t.contains(text), trail);
      if (noise) ignored[noise]++;
      else if (await counts(text)) found.push({ text, since });
      else ignored.known++;
    }
    return found;
  };
  const added = await news(before, now, async (sentence) => !(await known(sentence)));
  const removed = await news(now, before, async () => true);
  const ai = aiMoves(added, removed);
  const brought = [
    ...ai.map((a) => a.since),
    ...passages.filter((p) => p.state !== "recaptured").map((p) => p.since),
  ].filter((c) => c !== null);
  const changes = [...new Set([...(await straightWay(trail.versions, readText)), ...brought])].sort(
    (a, b) => a.index - b.index,
  );
  return { document, read, head, fate, changes, passages, ai, ignored };
}
