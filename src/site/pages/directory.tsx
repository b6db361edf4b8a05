import type * as z from "zod";
import { decodeCursor, encodeCursor } from "../../api/http/cursor.ts";
import { PAGE } from "../../api/http/params.ts";
import { listQuery } from "../../api/routes/platforms/list-query.ts";
import type { ListQuery, SortKey } from "../../db/index.ts";
import { CATEGORY, KIND, termsOf, VERDICT } from "../../model/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { AudienceFields, Choice, TermOptions } from "../components/chooser.tsx";
import { Page } from "../components/page.tsx";
import { Pager } from "../components/pager.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { Kept } from "../components/search.tsx";
import { type PageRequest, page } from "../http/page.ts";
import { audienceParams, link, pathOf, plainLink, type View } from "../view.ts";
import { inPageLanguage } from "./listed.ts";

type Query = z.output<z.ZodObject<typeof listQuery>>;

/** The one term of a filter; undefined where there is none, or several. */
const single = <T extends string>(terms: readonly T[] | undefined): T | undefined =>
  terms?.length === 1 ? terms[0] : undefined;

/** Filters that the form has no field for, which links may name. */
const OTHER_FILTERS = [
  "operator",
  "by",
  "certainty",
  "purpose",
  "model",
  "data_use",
  "default_state",
  "control",
  "withdrawn",
  "updated_since",
  "changed_since",
  "sort",
] as const satisfies readonly (keyof Query)[];

const Filters = ({ view, query }: { view: View; query: Query }) => {
  const { words, language } = view;
  const { directory } = words;
  const params = view.address.params;
  return (
    <form
      class="chooser filters"
      action={pathOf(view, "/platforms")}
      data-chooser
      aria-label={directory.filters}
    >
      <label class="wide">
        <span>{directory.search}</span>
        <input type="search" name="q" value={query.q ?? ""} maxlength={200} autocomplete="off" />
      </label>
      <Choice name="category" label={directory.category}>
        <option value="">{directory.any}</option>
        <TermOptions
          terms={termsOf(CATEGORY)}
          chosen={single(query.category)}
          words={(term) => sentenceCase(words.categories[term])}
        />
      </Choice>
      <Choice name="kind" label={directory.kind}>
        <option value="">{directory.any}</option>
        <TermOptions terms={termsOf(KIND)} chosen={single(query.kind)} words={language.terms.kind} />
      </Choice>
      <Choice name="verdict" label={directory.verdict}>
        <option value="">{directory.any}</option>
        <TermOptions
          terms={termsOf(VERDICT)}
          chosen={single(query.verdict)}
          words={(term) => sentenceCase(language.terms.verdict(term))}
        />
      </Choice>
      <AudienceFields view={view} />
      <Kept params={Object.fromEntries(OTHER_FILTERS.map((name) => [name, params[name]]))} />
      <Kept params={{ as_of: audienceParams(view)["as_of"], release: view.release }} />
      <button type="submit">{directory.button}</button>
    </form>
  );
};

/** A page of the list, and where the next one begins. */
interface Found {
  items: readonly Listed[];
  total: number;
  next: string | undefined;
}

async function find({ s, at, view, query }: PageRequest<Query>): Promise<Found> {
  const order = query.sort ?? (query.q === undefined ? "name" : "relevance");
  const request: ListQuery = {
    ...query,
    audience: view.who,
    dataUse: query.data_use,
    defaultState: query.default_state,
    updatedSince: query.updated_since,
    changedSince: query.changed_since,
    sort: order.replace(/^-/, "") as SortKey,
    descending: order.startsWith("-"),
    limit: PAGE,
    after: query.cursor === undefined ? undefined : decodeCursor(query.cursor, order),
  };
  const { items, total, more } = await s.store.list(at.publication.id, request);
  const last = items.at(-1);
  return {
    items: await inPageLanguage(s, at, view, items),
    total,
    next: more && last ? encodeCursor({ sort: order, key: last.sortKey, id: last.id }) : undefined,
  };
}

const DirectoryPage = ({ view, query, found }: { view: View; query: Query; found: Found }) => {
  const { directory } = view.words;
  const { cursor, ...params } = view.address.params;
  const filtered = Object.values(params).some((value) => value !== undefined);
  return (
    <Page
      view={view}
      title={directory.pageTitle}
      description={directory.description}
      answers
      indexed={!filtered}
      json={plainLink("/v1/platforms", { ...audienceParams(view), ...params })}
    >
      <div class="answer">
        <h1>{directory.title}</h1>
        <Filters view={view} query={query} />
        <p role="status">
          {directory.found(found.total)}{" "}
          {filtered ? <a href={link(view, "/platforms")}>{directory.reset}</a> : null}
        </p>
      </div>
      <h2 class="hidden">{directory.list}</h2>
      <ul class="platforms">
        {found.items.map((platform) => (
          <PlatformRow view={view} platform={platform} />
        ))}
      </ul>
      <Pager view={view} path="/platforms" params={params} cursor={query.cursor} next={found.next} />
    </Page>
  );
};

/** /platforms */
export const directoryPage = page({
  path: "/platforms",
  query: listQuery,
  render: async (request) => (
    <DirectoryPage view={request.view} query={request.query} found={await find(request)} />
  ),
});
