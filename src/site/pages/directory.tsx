import { PAGE } from "../../api/http/params.ts";
import { findPage, type Query } from "../../api/routes/platforms/find-page.ts";
import { listQuery } from "../../api/routes/platforms/list-query.ts";
import { CONTROL_KIND, KIND, termsOf, VERDICT } from "../../model/index.ts";
import { CategoryList } from "../components/category-list.tsx";
import { AudienceFields } from "../components/chooser.tsx";
import { CategoryFilter, TermFilter } from "../components/filters.tsx";
import { Page } from "../components/page.tsx";
import { Pager } from "../components/pager.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { Kept } from "../components/search.tsx";
import { type PageRequest, page } from "../http/page.ts";
import { breadcrumbs } from "../structured/index.ts";
import { audienceParams, link, pathOf, plainLink, type View } from "../view.ts";
import { inPageLanguage } from "./listed.ts";

/** Filters that the form has no field for, which links may name. */
const OTHER_FILTERS = [
  "operator",
  "by",
  "certainty",
  "purpose",
  "model",
  "data_use",
  "default_state",
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
      <CategoryFilter view={view} chosen={query.category} />
      <TermFilter
        {...{ view, name: "kind", label: directory.kind, chosen: query.kind }}
        terms={termsOf(KIND)}
        words={language.terms.kind}
      />
      <TermFilter
        {...{ view, name: "verdict", label: directory.verdict, chosen: query.verdict }}
        terms={termsOf(VERDICT)}
        words={language.terms.verdict}
      />
      <TermFilter
        {...{ view, name: "control", label: directory.control, chosen: query.control }}
        terms={termsOf(CONTROL_KIND)}
        words={(kind) => words.choices.kinds[kind]}
      />
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
  const { items, total, cursor } = await findPage(s, at.publication, view.who, { ...query, limit: PAGE });
  return { items: await inPageLanguage(s, at, view, items), total, next: cursor };
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
      data={[breadcrumbs(view, [{ name: directory.title, path: "/platforms" }])]}
      indexed={!filtered}
      json={plainLink("/v1/platforms", { ...audienceParams(view), ...params })}
    >
      <div class="answer">
        <h1>{directory.title}</h1>
        <CategoryList view={view} />
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
