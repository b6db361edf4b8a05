/*
 * One issue per record that moved: opened, kept up to date, closed when the record is
 * current again. An issue is found by its label and by a marker in its body.
 */
import type { Octokit } from "@octokit/rest";
import { hashOf } from "../records/load.ts";
import { itemMarkdown } from "./markdown.ts";
import type { Queue, QueueItem } from "./queue.ts";

export const LABEL = "source-changed";
/** GitHub does not accept longer bodies. */
const LONGEST = 60_000;

const TITLES: Record<QueueItem["urgency"], string> = {
  answer: "words that an answer cites are gone",
  "ai-text": "its documents say something else about AI",
  detail: "words that it cites are gone",
  capture: "the archive's copy was removed or moved",
};

/** What an issue says about itself, hidden from people. */
interface Marker {
  record: string;
  /** The hash of what it says; `none` once the record was current again. */
  digest: string;
  /** The archives that it was made from. */
  archives: string[];
}

const MARKER = /<!-- watch record=(\S+) digest=(\S+) archives=(\S*) -->/;

const markerText = ({ record, digest, archives }: Marker): string =>
  `<!-- watch record=${record} digest=${digest} archives=${archives.join(",")} -->`;

function markerOf(body: string | null | undefined): Marker | undefined {
  const [, record, digest, archives] = MARKER.exec(body ?? "") ?? [];
  return record === undefined || digest === undefined
    ? undefined
    : { record, digest, archives: (archives ?? "").split(",").filter(Boolean) };
}

/** An issue as it should be. */
interface Wanted {
  marker: Marker;
  title: string;
  body: string;
}

function wantedFor(item: QueueItem): Wanted {
  const archives = [...new Set(item.documents.map((d) => d.archive))].sort();
  const marker = { record: item.record, digest: hashOf(item).slice(0, 16), archives };
  const text = itemMarkdown(item);
  const shown =
    text.length > LONGEST
      ? `${text.slice(0, text.lastIndexOf("\n", LONGEST))}\n\n…cut short; \`npm run watch\` shows all of it.\n`
      : text;
  const howto =
    "When you have read the documents: correct the record, or, where nothing changes, add a copy with the newer commit and its fingerprints. See docs/watching.md. This issue is kept up to date, and closed when the record is current.";
  return {
    marker,
    title: `${item.record}: ${TITLES[item.urgency]}`,
    body: `${markerText(marker)}\n${shown}\n---\n${howto}\n`,
  };
}

/** An issue as it is. */
interface Existing {
  number: number;
  open: boolean;
  body: string;
  marker: Marker;
}

/** What to do; `reopen` only with new findings, so that what a person closed stays closed. */
export type Step =
  | { do: "open"; record: string; title: string; body: string }
  | { do: "update"; record: string; number: number; title: string; body: string; reopen: boolean }
  | { do: "close"; record: string; number: number; body: string };

/** Compares the issues with the queue. An issue is closed only when every archive it was made from was walked. */
export function planIssues(queue: Queue, existing: readonly Existing[]): Step[] {
  const steps: Step[] = [];
  for (const item of queue.items) {
    const { marker, title, body } = wantedFor(item);
    const here = existing
      .filter((e) => e.marker.record === item.record)
      .sort((a, b) => Number(b.open) - Number(a.open) || b.number - a.number)[0];
    if (!here) steps.push({ do: "open", record: item.record, title, body });
    else if (here.marker.digest !== marker.digest)
      steps.push({ do: "update", record: item.record, number: here.number, title, body, reopen: !here.open });
  }
  const walked = new Set(queue.archives.map((a) => a.name));
  const moved = new Set(queue.items.map((i) => i.record));
  for (const issue of existing) {
    if (!issue.open || moved.has(issue.marker.record) || !issue.marker.archives.every((a) => walked.has(a)))
      continue;
    // If the same change comes again, it counts as new.
    steps.push({
      do: "close",
      record: issue.marker.record,
      number: issue.number,
      body: issue.body.replace(MARKER, markerText({ ...issue.marker, digest: "none" })),
    });
  }
  return steps;
}

/** Makes a repository's issues match the queue; returns what was done. */
export async function syncIssues(
  queue: Queue,
  octokit: Octokit,
  repository: { owner: string; repo: string },
  dryRun = false,
): Promise<Step[]> {
  const all = await octokit.paginate(octokit.rest.issues.listForRepo, {
    ...repository,
    labels: LABEL,
    state: "all",
    per_page: 100,
  });
  const existing = all.flatMap((issue): Existing[] => {
    const marker = markerOf(issue.body);
    return marker && !issue.pull_request
      ? [{ number: issue.number, open: issue.state === "open", body: issue.body ?? "", marker }]
      : [];
  });
  const steps = planIssues(queue, existing);
  if (dryRun) return steps;
  for (const step of steps) {
    if (step.do === "open")
      await octokit.rest.issues.create({
        ...repository,
        title: step.title,
        body: step.body,
        labels: [LABEL],
      });
    else if (step.do === "update")
      await octokit.rest.issues.update({
        ...repository,
        issue_number: step.number,
        title: step.title,
        body: step.body,
        ...(step.reopen && { state: "open" }),
      });
    else
      await octokit.rest.issues.update({
        ...repository,
        issue_number: step.number,
        body: step.body,
        state: "closed",
        state_reason: "completed",
      });
  }
  return steps;
}
