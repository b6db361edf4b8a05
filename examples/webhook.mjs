/*
 * Posts to a URL when a release has changes that you want to know of. Needs only Node 20 or later.
 *
 *   WEBHOOK=https://hooks.example/abc FILTER='class=policy&platform=slack,zoom' node examples/webhook.mjs
 *
 * FILTER has the parameters of /changes. STATE is the file that remembers what was posted. EVERY is the number of
 * minutes between two questions; with 0 it asks once, for cron.
 */
import { readFile, rename, writeFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

const { WEBHOOK, STATE = "webhook-state.json", FILTER = "class=policy", EVERY = "15" } = process.env;
const SERVER = process.env.AI_DATA_USE ?? "http://localhost:8787";
if (!WEBHOOK) throw new Error("WEBHOOK is not set: the URL to post to.");

/** Asks the API. An answer that did not change since `etag` is a 304 without a body: undefined. */
async function get(path, etag) {
  const response = await fetch(SERVER + path, { headers: etag ? { "If-None-Match": etag } : {} });
  if (response.status === 304) return undefined;
  const body = await response.json();
  if (!response.ok) throw new Error(`${path}: ${body.detail}`);
  return { ...body, etag: response.headers.get("ETag") };
}

/** The changes after the release that was posted last, newest first, from as many pages as they are on. */
async function changesAfter(last, { items, next }) {
  const found = items.filter(({ release, date }) => release !== last.release && date >= last.date);
  if (found.length < items.length || next === null) return found;
  return [...found, ...(await changesAfter(last, await get(next)))];
}

async function post(changes) {
  // Slack, Mattermost and others show `text`.
  const text = changes.map(({ name, summary }) => `${name}: ${summary}`).join("\n");
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(WEBHOOK, { method: "POST", headers, body: JSON.stringify({ text, changes }) });
  if (!response.ok) throw new Error(`The webhook answered ${response.status}. It is tried again.`);
}

/** Asks once, and posts what is new. The first time, it only remembers the newest release. */
async function round() {
  const last = JSON.parse(await readFile(STATE, "utf8").catch(() => "null"));
  const page = await get(`/v1/changes?${FILTER}`, last?.etag);
  if (!page) return;
  const changes = last ? await changesAfter(last, page) : [];
  if (changes.length > 0) await post(changes);
  const { release, date } = page.items[0] ?? last ?? { release: "", date: "" };
  await writeFile(`${STATE}.new`, JSON.stringify({ etag: page.etag, release, date }));
  await rename(`${STATE}.new`, STATE);
}

for (; EVERY !== "0"; await setTimeout(Number(EVERY) * 60_000))
  await round().catch((error) => console.error(error.message));
await round();
