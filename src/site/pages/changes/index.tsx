import { audienceParams } from "../../../api/http/audience.ts";
import { numberCursorParam } from "../../../api/http/cursor-params.ts";
import { feedLinks } from "../../../api/http/feed-links.ts";
import type { FeedPage } from "../../../api/http/feeds/send.ts";
import { checkDays } from "../../../api/http/period.ts";
import { changeEntries } from "../../../api/routes/changes/entries.ts";
import { type Filters, filters, filtersOf } from "../../../api/routes/changes/query.ts";
import { FeedEntries } from "../../components/feed-entries.tsx";
import { Page } from "../../components/page.tsx";
import { Pager } from "../../components/pager.tsx";
import { feedsOf, Subscribe } from "../../components/subscribe.tsx";
import { page } from "../../http/page.ts";
import { breadcrumbs } from "../../structured/index.ts";
import { link, plainLink, type View } from "../../view.ts";
import { nextOf, partOf } from "./part.ts";

type Query = Filters & { cursor?: number | undefined };

const ChangesPage = ({ view, query, found }: { view: View; query: Query; found: FeedPage }) => {
  const { changes, directory } = view.words;
  const { cursor: _, ...params } = view.address.params;
  const wanted = filtersOf(query);
  const filtered = Object.values(params).some((value) => value !== undefined);
  const links = feedLinks("/changes", wanted);
  return (
    <Page
      view={view}
      title={changes.pageTitle}
      description={changes.description}
      indexed={!filtered && query.cursor === undefined}
      data={[breadcrumbs(view, [{ name: changes.title, path: "/changes" }])]}
      json={plainLink("/v1/changes", wanted)}
      feeds={feedsOf(links, changes.feed)}
    >
      <div class="answer">
        <h1>{changes.title}</h1>
        <p class="lead">{changes.lead}</p>
        <p role="status">
          {changes.found(found.total)}{" "}
          {filtered ? <a href={link(view, "/changes")}>{directory.reset}</a> : null}
        </p>
        <Subscribe view={view} links={links} />
      </div>
      <FeedEntries view={view} entries={found.entries} hrefOf={({ about }) => about && link(view, about)} />
      <Pager
        view={view}
        path="/changes"
        params={params}
        cursor={query.cursor === undefined ? undefined : String(query.cursor)}
        next={nextOf(found.total, query.cursor)}
      />
    </Page>
  );
};

/** /changes */
export const changesPage = page({
  path: "/changes",
  query: { ...audienceParams, ...filters, cursor: numberCursorParam },
  render: async ({ s, at, view, query }) => {
    checkDays(query);
    const found = await changeEntries(s, at.publication, query, partOf(query.cursor));
    return <ChangesPage view={view} query={query} found={found} />;
  },
});
