import { EXAMPLE_DOWNLOADS } from "../../api/fixture/downloads.ts";
import { EXAMPLE_RELEASES } from "../../api/fixture/records.ts";
import { createApp, services } from "../../api/index.ts";
import { ENDPOINTS } from "../../api/routes/index.ts";
import { publishHistory, Store } from "../../db/index.ts";
import { openLibsql } from "../../db/libsql.ts";
import { historyOf } from "../../history/history.ts";
import { cutRelease } from "../../history/releases.ts";
import type { ReleaseLedger } from "../../model/index.ts";
import { datasetOf, hashOf, type LoadedDataset, recordsOf } from "../../records/load.ts";

/** How many members of a list an example shows. */
const MOST = 2;

/** The value with its lists cut to their first members. */
const shortened = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.slice(0, MOST).map(shortened)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]))
      : value;

/** The example dataset with its releases, and the day of the last one. */
function exampleHistory() {
  const ledgers: ReleaseLedger[] = [];
  let head: LoadedDataset | undefined;
  for (const { date, platforms, operators } of EXAMPLE_RELEASES) {
    head = datasetOf(platforms, operators);
    ledgers.push(cutRelease(ledgers, recordsOf(head), { date }));
  }
  const today = EXAMPLE_RELEASES.at(-1)?.date;
  if (head === undefined || today === undefined) throw new Error("The example dataset has no releases.");
  return { history: historyOf(head, ledgers), today };
}

/** What an endpoint answers to its example request. @throws {Error} when that is not an answer */
async function answerTo(app: ReturnType<typeof createApp>, example: string): Promise<unknown> {
  const response = await app.request(`http://localhost:8787${example}`);
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${example} does not work with the example dataset (src/api/fixture): ${text}`);
  return /\bjson\b/.test(response.headers.get("Content-Type") ?? "") ? shortened(JSON.parse(text)) : text;
}

/**
 * The answers of all endpoints to their example requests, by operation id: from an in-memory database
 * with the example dataset, so that they are real and always the same. Lists are shortened.
 * @throws {Error} when an example request does not work
 */
export async function exampleAnswers(): Promise<Record<string, unknown>> {
  const { history, today } = exampleHistory();
  const { db, close } = await openLibsql("file::memory:?cache=shared");
  try {
    await publishHistory(db, history, { hash: hashOf });
    const app = createApp(services(new Store(db), { today: () => today, downloads: EXAMPLE_DOWNLOADS }));
    const answers: Record<string, unknown> = {};
    for (const { id, example, exampleAnswered } of ENDPOINTS)
      if (exampleAnswered) answers[id] = await answerTo(app, example);
    return answers;
  } finally {
    close();
  }
}
