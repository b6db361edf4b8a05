import { codeMarkdown as code, escapeMarkdown as plain } from "../text/markdown.ts";
import { type Queue, type QueueDocument, type QueueItem, URGENCY } from "./queue.ts";

/** How many sentences about AI are shown of a document; the JSON has them all. */
const SHOWN = 12;

const TITLES: Record<keyof typeof URGENCY, string> = {
  answer: "Words that answers cite",
  "ai-text": "Sentences about AI",
  detail: "Words that other facts cite",
  capture: "The archive's copy",
};

/*
 * Words of documents are shown as code. Paths, archives and keys are from records and from others' repositories,
 * in which a file can have any name: they are escaped.
 */

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
/** A path in the address of a link: without parentheses, which would end the link. */
const inAddress = (path: string): string =>
  path
    .split("/")
    .map((part) =>
      encodeURIComponent(part.toWellFormed()).replace(/[()]/g, (c) => (c === "(" ? "%28" : "%29")),
    )
    .join("/");
const commitLink = (archive: string, { commit, date }: { commit: string; date: string }): string =>
  `[${date}](https://github.com/${inAddress(archive)}/commit/${commit})`;

/** What one commit changed. */
function changedBy({ passages, ai }: QueueDocument["changes"][number]): string {
  const parts = [
    passages && plural(passages, "cited passage"),
    ai && plural(ai, "sentence about AI", "sentences about AI"),
  ].filter(Boolean);
  return parts.join(", ") || "other text";
}

function passagesLine({ passages }: QueueDocument): string {
  if (passages.length === 0) return "It had no cited passage when it was read.";
  const by = new Map<string, number>();
  for (const { state } of passages) by.set(state, (by.get(state) ?? 0) + 1);
  const words = {
    stands: "unchanged",
    moved: "moved within it",
    changed: "with other words",
    gone: "gone",
    recaptured: "that can no longer be checked",
  };
  return `Of ${plural(passages.length, "cited passage")}: ${[...by].map(([state, n]) => `${n} ${words[state as keyof typeof words]}`).join(", ")}.`;
}

function aiLines({ ai, archive }: QueueDocument): string[] {
  if (ai.sentences.length === 0) return [];
  const counts = [
    ai.added && `${ai.added} added`,
    ai.removed && `${ai.removed} removed`,
    ai.reworded && `${ai.reworded} changed`,
  ]
    .filter(Boolean)
    .join(", ");
  const lines = ai.sentences
    .slice(0, SHOWN)
    .map(
      (s) =>
        `  - ${commitLink(archive, s.since)} ${s.change}: ${s.was === null ? "" : `…${code(s.was)}… → `}…${code(s.words)}…`,
    );
  const more = ai.sentences.length > SHOWN ? [`  - and ${ai.sentences.length - SHOWN} more`] : [];
  return [`- Sentences about AI: ${counts}.`, ...lines, ...more];
}

function documentSection(d: QueueDocument): string {
  const blob = (commit: string): string =>
    `https://github.com/${inAddress(d.archive)}/blob/${commit}/${inAddress(d.path)}`;
  return [
    `#### ${TITLES[d.urgency]}: ${plain(`${d.path} (${d.archive})`)}`,
    "",
    `- ${plural(d.sources.length, "Source")} ${d.sources.map(code).join(", ")}; read at [${d.read.date}](${blob(d.read.commit)}), newest version of [${d.head.date}](${blob(d.head.commit)}).`,
    ...(d.changes.length > 0
      ? [`- Changed on ${d.changes.map((c) => `${commitLink(d.archive, c)} (${changedBy(c)})`).join(", ")}.`]
      : []),
    `- ${passagesLine(d)}`,
    ...aiLines(d),
    "",
    "To do:",
    ...d.look.map((line) => `- [ ] ${plain(line)}`),
  ].join("\n");
}

/** One record's part of the queue, as the body of an issue. */
export function itemMarkdown(item: QueueItem): string {
  const about = item.record.startsWith("operators/")
    ? ` It concerns ${plain(item.platforms.map((p) => p.replace("platforms/", "")).join(", ")) || "no platform"}.`
    : "";
  return `${URGENCY[item.urgency]}${item.since ? ` Since ${item.since}.` : ""}${about}\n\n${item.documents.map(documentSection).join("\n\n")}\n`;
}

/** The whole queue for people. */
export function queueMarkdown(queue: Queue): string {
  const heads = queue.archives
    .map(({ name, head }) => `${plain(name)} at ${commitLink(name, head)}`)
    .join(", ");
  const missing = queue.unwatched.filter((u) => u.why === "no-such-commit");
  const notGiven = new Set(
    queue.unwatched.filter((u) => u.why === "archive-not-given").map((u) => u.archive),
  );
  return [
    "# Review queue",
    "",
    `${plural(queue.watched, "document")} compared with ${heads || "no archive"}. ${plural(queue.items.length, "record")} to review, most urgent first.`,
    ...queue.items.flatMap((item, i) => [
      "",
      `## ${i + 1}. ${plain(item.record)}`,
      "",
      itemMarkdown(item).trimEnd(),
    ]),
    ...(missing.length > 0
      ? [
          "",
          "## Not found in the clones",
          "",
          ...missing.map(
            (u) =>
              `- ${plain(`${u.record}, ${u.path}: ${u.archive} has no commit ${u.commit} under its HEAD. Fetch it in full, or correct the record.`)}`,
          ),
        ]
      : []),
    ...(queue.otherText.length > 0
      ? [
          "",
          "## Other text changed",
          "",
          "Nothing here cites the words that changed, and they do not mention AI.",
          "",
          ...queue.otherText.map(
            (d) => `- ${plain(`${d.record}: ${d.path} (${d.archive}), ${d.read.date} → ${d.head.date}`)}`,
          ),
        ]
      : []),
    ...(notGiven.size > 0
      ? ["", `Not watched, because no clone was given: ${plain([...notGiven].sort().join(", "))}.`]
      : []),
    "",
  ].join("\n");
}
