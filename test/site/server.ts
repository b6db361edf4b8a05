import { readdirSync, readFileSync } from "node:fs";
import { services } from "../../src/api/index.ts";
import type { Publication, Store, StoredPlatform } from "../../src/db/index.ts";
import { handlerOf } from "../../src/entry/node.ts";
import type { Operator, Platform } from "../../src/model/index.ts";
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

export async function siteServer(): Promise<SiteServer> {
  const server = await testServer();
  const ask = asking(handlerOf(server.services));
  return { ...server, ask, page: async (path, headers) => (await ask(path, headers)).text() };
}

const recordsIn = <T>(folder: string): T[] =>
  readdirSync(`data/${folder}`).map(
    (file) => JSON.parse(readFileSync(`data/${folder}/${file}`, "utf8")) as T,
  );

/** The real records without a database: only what a platform's page reads. */
export function realPlatforms(): { ids: string[]; ask: Ask } {
  const platforms = new Map(recordsIn<Platform>("platforms").map((p) => [p.id, p]));
  const operators = new Map(recordsIn<Operator>("operators").map((o) => [o.id, o]));
  const publication: Publication = {
    id: 1,
    version: "2026.11.5",
    digest: "digest",
    date: "2026-11-24",
    reviews: "reviews",
  };
  const store = {
    currentWith: async () => ({ publication, names: new Map() }),
    platforms: async (_: unknown, ids: readonly string[]): Promise<StoredPlatform[]> =>
      ids.map((id) => {
        const platform = platforms.get(id) as Platform;
        return {
          id,
          platform: JSON.stringify(platform),
          operator: JSON.stringify(operators.get(platform.operator) ?? null),
          ...{ added: "2026-11-01", changed: "2026-11-20" },
          ...{ state: "current", since: null, sources: "[]", through: "2026-11-23" },
        };
      }),
    changes: async () => ({ total: 0, rows: [], answers: new Map() }),
  } as unknown as Store;
  return {
    ids: [...platforms.keys()],
    ask: asking(handlerOf(services(store, { today: () => "2026-11-24" }))),
  };
}
