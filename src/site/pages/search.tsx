import * as z from "zod";
import { audienceParams } from "../../api/http/audience.ts";
import { readable } from "../../api/http/readable.ts";
import type { Services, Snapshot } from "../../api/http/services.ts";
import { addressOf } from "../../model/index.ts";
import { nearest } from "../../text/nearest.ts";
import { Page } from "../components/page.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { Search } from "../components/search.tsx";
import { type PageRequest, page } from "../http/page.ts";
import { link, type View } from "../view.ts";
import { inPageLanguage } from "./listed.ts";

type Query = { q?: string | undefined };

/** The platform that was clearly meant: by its name, an alias, an address or an app. */
async function exact({ s, at, query: { q } }: PageRequest<Query>): Promise<string | undefined> {
  if (q === undefined) return undefined;
  const named = (await s.names.of(at.publication, "platform")).find(q);
  if (named !== undefined) return named;
  const address = addressOf(q);
  if (address.hosts.length === 0 && !address.app) return undefined;
  const { id: publication, reviews = "" } = at.publication;
  return (await readable(s.store.lookup({ publication, reviews }, address)))?.id;
}

/** How many results are shown. */
const RESULTS = 50;

interface Near {
  id: string;
  name: string;
}

/** The platform whose name is nearest to what was written. */
async function nearestTo(s: Services, at: Snapshot, q: string): Promise<Near | undefined> {
  const names = await s.names.of(at.publication, "platform");
  const id = names.find(nearest(q, names.suggestions()) ?? "");
  const entry = id === undefined ? undefined : await s.store.platform(at.publication.id, id);
  return entry && { id: entry.platform.id, name: entry.platform.name };
}

/** The platforms that text may mean, and the nearest name where there are none. */
async function results({
  s,
  at,
  view,
  query: { q = "" },
}: PageRequest<Query>): Promise<{ items: readonly Listed[]; near: Near | undefined }> {
  if (q === "") return { items: [], near: undefined };
  const { items } = await s.store.list(at.publication.id, {
    audience: view.who,
    q,
    sort: "relevance",
    descending: false,
    limit: RESULTS,
  });
  return {
    items: await inPageLanguage(s, at, view, items),
    near: items.length > 0 ? undefined : await nearestTo(s, at, q),
  };
}

const SearchPage = ({
  view,
  q,
  items,
  near,
}: {
  view: View;
  q: string;
  items: readonly Listed[];
  near: Near | undefined;
}) => {
  const { search } = view.words;
  return (
    <Page view={view} title={search.pageTitle(q)} description={search.label} answers indexed={false} searches>
      <div class="answer">
        <h1>{search.title}</h1>
        <Search view={view} value={q} large />
        {q === "" ? null : <p role="status">{search.found(items.length, q)}</p>}
        {near === undefined ? null : (
          <p>
            {search.meant} <a href={link(view, `/platforms/${near.id}`)}>{near.name}</a>
          </p>
        )}
      </div>
      {items.length === 0 ? null : (
        <>
          <h2 class="hidden">{search.results}</h2>
          <ul class="platforms">
            {items.map((platform) => (
              <PlatformRow view={view} platform={platform} />
            ))}
          </ul>
        </>
      )}
    </Page>
  );
};

/** /search: straight to the platform where it is clear which is meant. */
export const searchPage = page({
  path: "/search",
  listed: false,
  query: { q: z.string().trim().max(200, "is longer than 200 characters.").optional(), ...audienceParams },
  elsewhere: async (request) => {
    const id = await exact(request);
    return id === undefined ? undefined : { path: `/platforms/${id}` };
  },
  render: async (request) => (
    <SearchPage view={request.view} q={request.query.q ?? ""} {...(await results(request))} />
  ),
});
