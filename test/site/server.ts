import { EXAMPLE_DOWNLOADS } from "../../src/api/fixture/downloads.ts";
import { services } from "../../src/api/index.ts";
import { handlerOf } from "../../src/entry/node.ts";
import type { History } from "../../src/history/history.ts";
import { realRecords } from "../fixtures/real-records.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/** What browsers accept. */
export const BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

type Ask = (path: string, headers?: Record<string, string>, method?: string) => Promise<Response>;

/** Everything that a server answers, over the small invented dataset. */
export interface SiteServer extends TestServer {
  ask: Ask;
  page(path: string, headers?: Record<string, string>): Promise<string>;
}

const asking =
  (fetch: (request: Request) => Response | Promise<Response>): Ask =>
  async (path, headers = {}, method = "GET") =>
    fetch(new Request(`http://localhost${path}`, { headers: { Accept: BROWSER, ...headers }, method }));

export async function siteServer(history?: History): Promise<SiteServer> {
  const server = await testServer(history);
  Object.assign(server.services, { downloads: EXAMPLE_DOWNLOADS });
  const ask = asking(handlerOf(server.services));
  return { ...server, ask, page: async (path, headers) => (await ask(path, headers)).text() };
}

/** Pages about the real platforms. */
export function realPlatforms(): { ids: string[]; ask: Ask } {
  const { ids, store } = realRecords();
  return { ids, ask: asking(handlerOf(services(store, { today: () => "2026-11-24" }))) };
}
