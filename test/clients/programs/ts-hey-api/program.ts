import { client } from "./generated/client.gen";
import {
  getDownload,
  getHistory,
  getOptOut,
  getPlatform,
  listChanges,
  listPlatforms,
} from "./generated/sdk.gen";

client.setConfig({ baseUrl: process.argv[2] as `http://${string}`, throwOnError: true });
const throwOnError = true;

async function* pages<Page extends { next: string | null }>(
  ask: (cursor?: string) => Promise<{ data: Page }>,
): AsyncGenerator<Page> {
  let cursor: string | undefined;
  do {
    const { data } = await ask(cursor);
    yield data;
    cursor = new URLSearchParams(data.next?.split("?")[1]).get("cursor") ?? undefined;
  } while (cursor !== undefined);
}

const { data: optOut } = await getOptOut({ path: { id: "linkedin" }, query: { region: "DE" }, throwOnError });
console.log(`opt-out: ${optOut.headline.verdict}, ${optOut.effort.actions} actions`);
for (const [i, step] of (optOut.controls[0]?.steps ?? []).entries()) console.log(`${i + 1}. ${step}`);

const lists = await Array.fromAsync(
  pages((cursor) => listPlatforms({ query: { region: "DE", limit: 40, cursor }, throwOnError })),
);
const ids = lists.flatMap((page) => page.items.map((item) => item.id));
console.log(`platforms: ${ids.length} of ${lists[0]?.total} on ${lists.length} pages`);

const histories = await Array.fromAsync(
  pages((cursor) => getHistory({ path: { id: "linkedin" }, query: { limit: 100, cursor }, throwOnError })),
);
const items = histories.flatMap((page) => page.items);
const events = items.filter((item) => item.event);
console.log(`history: ${events.length} events, ${items.filter((item) => item.change).length} changes`);
console.log(`event: ${events[0]?.day} ${events[0]?.event?.type} ${events[0]?.event?.title}`);

let practices = 0;
let sources = 0;
for (const id of ids) {
  const { data } = await getPlatform({
    path: { id },
    query: { region: "DE", include: ["record", "sources", "events", "evidence", "myths"] },
    throwOnError,
  });
  practices += data.practices.length;
  sources += data.sources?.length ?? 0;
}
console.log(`answers: ${practices} practices, ${sources} sources`);

const { data: changes } = await listChanges({
  query: { platform: ["airbnb"], class: ["correction"], limit: 1 },
  throwOnError,
});
const [change] = changes.items;
console.log(`change: ${change?.date} ${change?.class} ${change?.summary}`);

const { error } = await getPlatform({ path: { id: "nope" }, throwOnError: false });
console.log(`error: ${error?.status} ${error?.type} ${error?.parameter}`);

const { data: alias } = await getPlatform({ path: { id: "twitter" }, throwOnError });
console.log(`alias: twitter is ${alias.id}`);

const file = { release: "latest", file: "ai-data-use-events.csv" };
const { data: download } = await getDownload({ path: file, parseAs: "blob", throwOnError });
console.log(`download: ${(download as Blob).size} bytes`);
