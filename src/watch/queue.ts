/*
 * The review queue: what moved, most urgent first, with what to look at.
 */
import { listInWords } from "../text/lists.ts";
import type { AiMove, Movement, PassageMove } from "./compare.ts";
import type { CitedDocument, Fact } from "./documents.ts";
import type { Commit } from "./history.ts";
import {
  QUEUE_VERSION,
  type Queue,
  type QueueDocument,
  type QueueItem,
  RANK,
  type Urgency,
} from "./queue-schema.ts";
import type { Watched } from "./watch.ts";

export * from "./queue-schema.ts";

/** With these, the document itself changed; `capture` is about the archive alone. */
const CHANGED: readonly Urgency[] = ["answer", "ai-text", "detail"];

const commitOf = ({ hash, day: date }: Commit): { commit: string; date: string } => ({
  commit: hash.slice(0, 12),
  date,
});

/** What the loss of a passage means: the most urgent of its facts decides. */
function urgencyOf({ state, cited }: PassageMove): Urgency | undefined {
  if (state === "stands" || state === "moved") return undefined;
  const facts = cited.facts.filter((f) => f.current);
  if (facts.length === 0) return undefined;
  if (state === "recaptured") return "capture";
  return facts.some((f) => ["dataUse", "defaultState", "control"].includes(f.kind)) ? "answer" : "detail";
}

/** How urgent a moved document is; undefined where nothing cites what changed. What only past answers cite is not urgent. */
function urgencyOfDocument(movement: Movement): Urgency | undefined {
  if (!movement.document.current) return undefined;
  const found = new Set(movement.passages.map(urgencyOf));
  if (movement.ai.length > 0) found.add("ai-text");
  if (movement.fate) found.add("capture");
  return RANK.find((u) => found.has(u));
}

const place = (f: Fact): string =>
  `${f.platform.replace("platforms/", "")} ${f.practice ? `${f.practice}/${f.id}: ${f.kind}` : `${f.kind} ${f.id}`}`;

/** What to look at, in sentences. */
function lookAt(movement: Movement): string[] {
  const { document, fate } = movement;
  const lines: string[] = [];
  const lost = {
    changed: "has other words",
    gone: "is gone",
    recaptured: "can no longer be checked, because the archive captures the page differently",
  } as const;
  for (const { cited, state, since } of movement.passages) {
    const facts = cited.facts.filter((f) => f.current);
    if (state === "stands" || state === "moved" || facts.length === 0) continue;
    const alone = facts.filter((f) => f.others.length === 0);
    const support =
      alone.length === facts.length
        ? "; nothing else supports it"
        : alone.length > 0
          ? `; nothing else supports ${listInWords(alone.map(place))}`
          : "";
    lines.push(
      `${cited.ref} ${lost[state]} since ${since?.day}. It is evidence for ${listInWords([...new Set(facts.map(place))])}${support}.`,
    );
  }
  if (movement.ai.length > 0) {
    const days = [...new Set(movement.ai.map((a) => a.since.day))].sort();
    lines.push(
      `Read what ${document.path} says about AI, changed on ${listInWords(days)}: is there a new use, purpose, recipient, default or switch?`,
    );
  }
  if (fate?.kind === "renamed")
    lines.push(`The archive holds it at ${fate.to} since ${fate.since.day}: add a copy at that path.`);
  if (fate?.kind === "removed")
    lines.push(
      `The archive removed it on ${fate.since.day}: look for another archive, or for the page itself.`,
    );
  if (fate?.kind === "emptied")
    lines.push(
      `The archive's copy lost most of its text on ${fate.since.day}: a bad capture, or a page that was removed. The last full copy was compared.`,
    );
  return lines;
}

const count = (ai: readonly AiMove[], change: AiMove["change"]): number =>
  ai.filter((a) => a.change === change).length;

/** A fact once: several copies of one document can carry the same passage. */
const distinct = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((f) => [`${f.platform} ${f.practice} ${f.kind} ${f.id}`, f])).values(),
];

const documentOf = (movement: Movement, urgency: Urgency): QueueDocument => ({
  urgency,
  archive: movement.document.archive,
  path: movement.document.path,
  sources: movement.document.sources,
  read: commitOf(movement.read.commit),
  head: commitOf(movement.head.commit),
  fate: movement.fate && { ...movement.fate, since: commitOf(movement.fate.since) },
  passages: movement.passages.map(({ cited, state, since }) => ({
    ref: cited.ref,
    state,
    since: since && commitOf(since),
    facts: distinct(cited.facts),
  })),
  ai: {
    added: count(movement.ai, "added"),
    removed: count(movement.ai, "removed"),
    reworded: count(movement.ai, "reworded"),
    sentences: movement.ai.map((a) => ({ ...a, since: commitOf(a.since) })),
  },
  changes: movement.changes.map((commit) => ({
    ...commitOf(commit),
    passages: movement.passages.filter((p) => p.since === commit).length,
    ai: movement.ai.filter((a) => a.since === commit).length,
  })),
  ignored: movement.ignored,
  look: lookAt(movement),
});

/** A platform and its source (with `operator:` for the operator's) that a moved document concerns. */
export interface Concern {
  platform: string;
  source: string;
  since: string;
}

/** The platforms that a moved document concerns: for sentences about AI, all that cite its last reading; for passages, those that cite them. */
export function concerns(movement: Movement): Concern[] {
  if (!CHANGED.includes(urgencyOfDocument(movement) as Urgency)) return [];
  const { document } = movement;
  const [first] = movement.ai.map((a) => a.since.day).sort();
  const found: Concern[] =
    first === undefined
      ? []
      : document.citedBy
          .filter((c) => c.latest)
          .map(({ platform, source }) => ({ platform, source, since: first }));
  const prefix = document.record.startsWith("operators/") ? "operator:" : "";
  for (const passage of movement.passages) {
    if (!CHANGED.includes(urgencyOf(passage) as Urgency)) continue;
    for (const fact of passage.cited.facts.filter((f) => f.current))
      found.push({
        platform: fact.platform,
        source: `${prefix}${passage.cited.source}`,
        since: passage.since?.day as string,
      });
  }
  return found;
}

/** The platforms that cite a document that moved. */
const platformsOf = (movement: Movement): string[] => {
  const changed = concerns(movement).map((c) => c.platform);
  return changed.length > 0 ? changed : movement.document.citedBy.map((c) => c.platform);
};

const rank = (u: Urgency): number => RANK.indexOf(u);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const placeOf = (d: CitedDocument) => ({
  record: d.record,
  archive: d.archive,
  path: d.path,
  sources: d.sources,
});

/** How many answers, AI sentences and other facts a document's change touches; orders documents of the same urgency. */
const weight = (d: QueueDocument): number =>
  d.passages.filter((p) => p.state !== "stands" && p.state !== "moved").length * 10 + d.ai.sentences.length;

function itemOf(record: string, movements: readonly (readonly [Movement, Urgency])[]): QueueItem {
  const documents = movements
    .map(([movement, urgency]) => documentOf(movement, urgency))
    .sort(
      (a, b) =>
        rank(a.urgency) - rank(b.urgency) ||
        weight(b) - weight(a) ||
        byText(`${a.archive} ${a.path}`, `${b.archive} ${b.path}`),
    );
  const matters = documents.flatMap((d) => [
    ...d.changes.filter((c) => c.passages + c.ai > 0).map((c) => c.date),
    ...(d.fate ? [d.fate.since.date] : []),
  ]);
  return {
    record,
    urgency: documents[0]?.urgency as Urgency,
    platforms: [...new Set(movements.flatMap(([movement]) => platformsOf(movement)))].sort(),
    since: matters.sort()[0] ?? null,
    documents,
  };
}

/** Makes the review queue of what a walk found. */
export function queueOf(watched: Watched): Queue {
  const rated = watched.movements.map((movement) => [movement, urgencyOfDocument(movement)] as const);
  const moved = rated.filter((r): r is readonly [Movement, Urgency] => r[1] !== undefined);
  const records = [...new Set(moved.map(([m]) => m.document.record))];
  const heaviest = (item: QueueItem): number =>
    Math.max(...item.documents.filter((d) => d.urgency === item.urgency).map(weight));
  return {
    schemaVersion: QUEUE_VERSION,
    archives: [...watched.histories].map(([name, { head }]) => ({
      name,
      head: { commit: head.hash, date: head.day },
    })),
    watched: watched.documents.length,
    items: records
      .map((record) =>
        itemOf(
          record,
          moved.filter(([m]) => m.document.record === record),
        ),
      )
      .sort(
        (a, b) =>
          rank(a.urgency) - rank(b.urgency) || heaviest(b) - heaviest(a) || byText(a.record, b.record),
      ),
    otherText: rated
      .filter(([, urgency]) => urgency === undefined)
      .map(([m]) => ({
        ...placeOf(m.document),
        read: commitOf(m.read.commit),
        head: commitOf(m.head.commit),
      }))
      .sort((a, b) => byText(`${a.record} ${a.archive} ${a.path}`, `${b.record} ${b.archive} ${b.path}`)),
    unwatched: watched.unwatched
      .map(({ document, why, commit }) => ({ ...placeOf(document), why, commit }))
      .sort((a, b) => byText(`${a.record} ${a.archive} ${a.path}`, `${b.record} ${b.archive} ${b.path}`)),
  };
}

/** Does anything need a review: what moved, or a commit that the clone lacks? */
export const asksForReview = (queue: Queue): boolean =>
  queue.items.length > 0 || queue.unwatched.some((u) => u.why === "no-such-commit");
