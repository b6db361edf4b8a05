import createClient from "openapi-fetch";
import type { paths } from "./generated/api";

const api = createClient<paths>({
  baseUrl: process.argv[2],
  // Lists in queries are separated by commas.
  querySerializer: { array: { style: "form", explode: false } },
});

/** The answer, where it is not a problem. */
async function ask<Data>(answer: Promise<{ data?: Data; error?: unknown }>): Promise<Data> {
  const { data, error } = await answer;
  if (!data) throw new Error(JSON.stringify(error));
  return data;
}

async function* pages<Page extends { next: string | null }>(
  askPage: (cursor?: string) => Promise<{ data?: Page; error?: unknown }>,
): AsyncGenerator<Page> {
  let cursor: string | undefined;
  do {
    const page = await ask(askPage(cursor));
    yield page;
    cursor = new URLSearchParams(page.next?.split("?")[1]).get("cursor") ?? undefined;
  } while (cursor !== undefined);
}
const linkedin = { id: "linkedin" };

const optOut = await ask(
  api.GET("/platforms/{id}/opt-out", { params: { path: linkedin, query: { region: "DE" } } }),
);
console.log(`opt-out: ${optOut.headline.verdict}, ${optOut.effort.actions} actions`);
for (const [i, step] of (optOut.controls[0]?.steps ?? []).entries()) console.log(`${i + 1}. ${step}`);

const lists = await Array.fromAsync(
  pages((cursor) => api.GET("/platforms", { params: { query: { region: "DE", limit: 40, cursor } } })),
);
const ids = lists.flatMap((page) => page.items.map((item) => item.id));
console.log(`platforms: ${ids.length} of ${lists[0]?.total} on ${lists.length} pages`);

const histories = await Array.fromAsync(
  pages((cursor) =>
    api.GET("/platforms/{id}/history", { params: { path: linkedin, query: { limit: 100, cursor } } }),
  ),
);
const items = histories.flatMap((page) => page.items);
const events = items.filter((item) => item.event);
console.log(`history: ${events.length} events, ${items.filter((item) => item.change).length} changes`);
console.log(`event: ${events[0]?.day} ${events[0]?.event?.type} ${events[0]?.event?.title}`);

let practices = 0;
let sources = 0;
for (const id of ids) {
  const answer = await ask(
    api.GET("/platforms/{id}", {
      params: {
        path: { id },
        query: { region: "DE", include: ["record", "sources", "events", "evidence", "myths"] },
      },
    }),
  );
  practices += answer.practices.length;
  sources += answer.sources?.length ?? 0;
}
console.log(`answers: ${practices} practices, ${sources} sources`);

const { items: released } = await ask(
  api.GET("/changes", { params: { query: { platform: ["airbnb"], class: ["correction"], limit: 1 } } }),
);
const [change] = released;
console.log(`change: ${change?.date} ${change?.class} ${change?.summary}`);

const { error } = await api.GET("/platforms/{id}", { params: { path: { id: "nope" } } });
console.log(`error: ${error?.status} ${error?.type} ${error?.parameter}`);

const alias = await ask(api.GET("/platforms/{id}", { params: { path: { id: "twitter" } } }));
console.log(`alias: twitter is ${alias.id}`);

const { data: download } = await api.GET("/download/{release}/{file}", {
  params: { path: { release: "latest", file: "ai-data-use-events.csv" } },
  parseAs: "blob",
});
console.log(`download: ${download?.size} bytes`);
