import { getDownload, getHistory, getOptOut, getPlatform, listChanges, listPlatforms } from "./generated/api";
import { Problem } from "./generated/schemas";

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

const { data: optOut } = await getOptOut("linkedin", { region: "DE" });
console.log(`opt-out: ${optOut.headline.verdict}, ${optOut.effort.actions} actions`);
for (const [i, step] of (optOut.controls[0]?.steps ?? []).entries()) console.log(`${i + 1}. ${step}`);

const lists = await Array.fromAsync(pages((cursor) => listPlatforms({ region: "DE", limit: 40, cursor })));
const ids = lists.flatMap((page) => page.items.map((item) => item.id));
console.log(`platforms: ${ids.length} of ${lists[0]?.total} on ${lists.length} pages`);

const histories = await Array.fromAsync(pages((cursor) => getHistory("linkedin", { limit: 100, cursor })));
const items = histories.flatMap((page) => page.items);
const events = items.filter((item) => item.event);
console.log(`history: ${events.length} events, ${items.filter((item) => item.change).length} changes`);
console.log(`event: ${events[0]?.day} ${events[0]?.event?.type} ${events[0]?.event?.title}`);

let practices = 0;
let sources = 0;
for (const id of ids) {
  const { data } = await getPlatform(id, {
    region: "DE",
    include: ["record", "sources", "events", "evidence", "myths"],
  });
  practices += data.practices.length;
  sources += data.sources?.length ?? 0;
}
console.log(`answers: ${practices} practices, ${sources} sources`);

const { data: changes } = await listChanges({ platform: ["airbnb"], class: ["correction"], limit: 1 });
const [change] = changes.items;
console.log(`change: ${change?.date} ${change?.class} ${change?.summary}`);

await getPlatform("nope").catch((error: { info: unknown }) => {
  const problem = Problem.parse(error.info);
  console.log(`error: ${problem.status} ${problem.type} ${problem.parameter}`);
});

const { data: alias } = await getPlatform("twitter");
console.log(`alias: twitter is ${alias.id}`);

const { data: file } = await getDownload("latest", "ai-data-use-events.csv");
console.log(`download: ${file.size} bytes`);
