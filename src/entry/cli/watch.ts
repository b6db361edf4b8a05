import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Archive, openArchives } from "../../evidence/archives.ts";
import type { LoadedDataset } from "../../records/load.ts";
import { terminalJson } from "../../text/terminal.ts";
import { UsageError } from "../../text/usage-error.ts";
import { queueMarkdown } from "../../watch/markdown.ts";
import { asksForReview, type Queue, type QueueDocument, queueOf } from "../../watch/queue.ts";
import { stateOf, stateText } from "../../watch/state.ts";
import { type WatchOptions as Selection, watch } from "../../watch/watch.ts";
import { ARCHIVE_OPTION, collect, command, DATA_OPTION, exits, reportError } from "./command.ts";
import { print, printEscaped } from "./print.ts";
import { type LiveCommandOptions, runLive } from "./watch-live.ts";
import { dayOf, keyOf, loadWatched, recordsNamed } from "./watch-options.ts";

/** Options of the command line, already parsed. */
export interface WatchCommandOptions {
  archive: string[];
  data: string;
  out?: string | undefined;
  record: string[];
  readBefore: string[];
  since?: string | undefined;
  state: string;
  write: boolean;
  json: boolean;
}

function selectionFrom(options: WatchCommandOptions, dataset: LoadedDataset): Selection {
  const readBefore = new Map(
    options.readBefore.map((text) => {
      const [name = "", day = ""] = text.split("=");
      return [keyOf(name, dataset, `--read-before ${text}`), dayOf(day, `--read-before ${text}`)] as const;
    }),
  );
  return {
    records: recordsNamed(options.record, dataset),
    ...(readBefore.size > 0 && { readBefore }),
    ...(options.since !== undefined && { since: dayOf(options.since, "--since") }),
  };
}

/** What a person sees on the command line. */
function summary(queue: Queue): string {
  const days = (d: QueueDocument): string =>
    [
      ...new Set([
        ...d.changes.map((c) => c.date),
        ...(d.fate ? [`${d.fate.kind} ${d.fate.since.date}`] : []),
      ]),
    ].join(", ");
  const lines = queue.items.flatMap((item) => [
    `${item.urgency.padEnd(7)} ${item.record}${item.since ? `, since ${item.since}` : ""}`,
    ...item.documents.map((d) => `        ${d.path} (${d.archive}): ${days(d) || "captured otherwise"}`),
  ]);
  const missing = queue.unwatched
    .filter((u) => u.why === "no-such-commit")
    .map((u) => `missing ${u.record}: ${u.archive} has no commit ${u.commit} under its HEAD (${u.path})`);
  const notGiven = queue.unwatched.filter((u) => u.why === "archive-not-given").length;
  const older = queue.unwatched.filter((u) => u.why === "no-copy-before").length;
  return [
    ...lines,
    ...missing,
    `${queue.watched} documents compared: ${queue.items.length} records to review, ${queue.otherText.length} documents with other text only` +
      `${notGiven > 0 ? `, ${notGiven} not compared (archive not given)` : ""}${older > 0 ? `, ${older} not compared (no copy before that day)` : ""}.`,
  ].join("\n");
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function watchArchives(
  options: WatchCommandOptions,
  archives: ReadonlyMap<string, Archive>,
): Promise<number> {
  if (archives.size === 0)
    throw new UsageError(
      "Which archives? Give each as --archive <owner/name>=<clone>, for example --archive OpenTermsArchive/pga-versions=../pga-versions",
    );
  if (
    options.write &&
    (options.record.length > 0 || options.readBefore.length > 0 || options.since !== undefined)
  )
    throw new UsageError(
      "--write stores the state of all records; it cannot be combined with --record, --read-before or --since.",
    );
  const dataset = loadWatched(options.data);
  const watched = await watch(dataset, archives, selectionFrom(options, dataset));
  const queue = queueOf(watched);
  if (options.out !== undefined) {
    mkdirSync(options.out, { recursive: true });
    writeFileSync(join(options.out, "queue.json"), json(queue));
    writeFileSync(join(options.out, "queue.md"), queueMarkdown(queue));
  }
  if (options.write) writeFileSync(options.state, stateText(stateOf(watched)));
  if (options.json) printEscaped(terminalJson(queue));
  else print(summary(queue));
  return asksForReview(queue) ? 1 : 0;
}

/** Watches the archives; prints, and gives the exit code: 0 nothing moved, 1 something moved, 2 a wrong call. */
export async function runWatch(options: WatchCommandOptions): Promise<number> {
  let archives = new Map<string, Archive>();
  try {
    archives = openArchives(options.archive);
    return await watchArchives(options, archives);
  } catch (error) {
    return reportError(error);
  } finally {
    for (const archive of archives.values()) archive.close();
  }
}

export const program = command(
  "watch",
  "Finds documents that changed since they were read. Exit codes: 0 nothing changed, 1 something changed, 2 wrong call.",
  [
    [
      "--archive OpenTermsArchive/pga-versions=../pga-versions --out build/watch",
      "the review queue, as queue.json and queue.md",
    ],
    ["--archive … --read-before linkedin=2025-11-01", "as if LinkedIn had been read before that day"],
    ["--archive … --since 2026-06-01", "what changed since a day, whatever was read after it"],
    ["--archive … --write", "updates data/watch.json, which the API reads"],
    ["--live --contact https://… --record linkedin", "requests the live pages"],
  ],
)
  .option(...ARCHIVE_OPTION)
  .option(
    "--record <id>",
    "only this record (and the sources of its operator that it cites); can be given several times",
    collect,
    [] as string[],
  )
  .option(
    "--read-before <record=day>",
    "takes for each of the record's documents the newest commit before the day",
    collect,
    [] as string[],
  )
  .option("--since <day>", "the same for every record")
  .option("--out <dir>", "writes queue.json and queue.md")
  .option("--json", "prints JSON", false)
  .option("--state <file>", "the state that the API reads", "data/watch.json")
  .option("--write", "writes the state", false)
  .option(...DATA_OPTION)
  .option("--live", "requests live pages instead of reading archives; hints only", false)
  .option("--contact <url>", "with --live: how sites can contact you, https://… or mailto:…")
  .option("--cache <file>", "with --live: what is kept between runs", "build/watch/live-cache.json")
  .option("--delay <seconds>", "with --live: the minimum pause between two requests to a host", "5")
  .option("--timeout <seconds>", "with --live: how long an answer can take", "30")
  .action(
    exits((options: WatchCommandOptions & LiveCommandOptions & { live: boolean }) =>
      options.live ? runLive(options) : runWatch(options),
    ),
  );
