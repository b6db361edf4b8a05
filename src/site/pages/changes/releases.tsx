import { audienceParams } from "../../../api/http/audience.ts";
import { numberCursorParam } from "../../../api/http/cursor-params.ts";
import { feedLinks } from "../../../api/http/feed-links.ts";
import type { FeedEntry } from "../../../api/http/feeds/entry.ts";
import type { FeedPage } from "../../../api/http/feeds/send.ts";
import { snapshotOf } from "../../../api/http/services.ts";
import { changeEntries } from "../../../api/routes/changes/entries.ts";
import { releaseEntries } from "../../../api/routes/releases/digest.ts";
import { versionOf } from "../../../api/routes/releases/latest.ts";
import { FeedEntries } from "../../components/feed-entries.tsx";
import { Page } from "../../components/page.tsx";
import { Pager } from "../../components/pager.tsx";
import { feedsOf } from "../../components/subscribe.tsx";
import { page } from "../../http/page.ts";
import { breadcrumbs } from "../../structured/index.ts";
import { link, plainLink, type View } from "../../view.ts";
import { nextOf, partOf } from "./part.ts";

interface Listed {
  view: View;
  cursor: number | undefined;
  found: FeedPage;
}

const pagerOf = (path: string, { view, cursor, found }: Listed) => (
  <Pager
    view={view}
    path={path}
    params={{}}
    cursor={cursor === undefined ? undefined : String(cursor)}
    next={nextOf(found.total, cursor)}
  />
);

const ReleasesPage = (listed: Listed) => {
  const { view, found } = listed;
  const { releases } = view.words;
  const links = feedLinks("/releases");
  return (
    <Page
      view={view}
      title={releases.pageTitle}
      description={releases.description}
      indexed={listed.cursor === undefined}
      data={[breadcrumbs(view, [{ name: releases.title, path: "/releases" }])]}
      json={plainLink("/v1/releases")}
      feeds={feedsOf(links, releases.pageTitle)}
    >
      <div class="answer">
        <h1>{releases.title}</h1>
        <p class="lead">{releases.lead}</p>
      </div>
      <FeedEntries view={view} entries={found.entries} hrefOf={({ path }) => link(view, path)} />
      {pagerOf("/releases", listed)}
    </Page>
  );
};

/** /releases */
export const releasesPage = page({
  path: "/releases",
  query: { ...audienceParams, cursor: numberCursorParam },
  render: async ({ s, at, view, query: { cursor } }) => {
    const found = await releaseEntries(s, at.publication, partOf(cursor));
    return <ReleasesPage view={view} cursor={cursor} found={found} />;
  },
});

const ReleasePage = ({ version, digest, ...listed }: Listed & { version: string; digest: FeedEntry }) => {
  const { view, found } = listed;
  const { releases } = view.words;
  const path = `/releases/${version}`;
  return (
    <Page
      view={view}
      title={releases.pageTitleOf(version)}
      description={releases.description}
      indexed={listed.cursor === undefined}
      data={[
        breadcrumbs(view, [
          { name: releases.title, path: "/releases" },
          { name: version, path },
        ]),
      ]}
      json={plainLink(`/v1${path}`)}
    >
      <div class="answer">
        <h1>{releases.titleOf(version)}</h1>
        <p class="lead">{releases.of(view.language.date(digest.known))}</p>
        <p>
          <a href={plainLink("/platforms", { release: version })}>{releases.platforms}</a> ·{" "}
          <a href={plainLink("/download", { release: version })}>{view.words.download.title}</a> ·{" "}
          <a href={link(view, "/releases")}>{view.words.download.releases}</a>
        </p>
      </div>
      <FeedEntries
        view={view}
        entries={[digest, ...found.entries]}
        hrefOf={({ about }) => about && link(view, about)}
      />
      {pagerOf(path, listed)}
    </Page>
  );
};

/** /releases/{version} */
export const releasePage = page({
  path: "/releases/:id",
  query: { ...audienceParams, cursor: numberCursorParam },
  render: async ({ s, view, id, query: { cursor } }) => {
    const version = await versionOf(s, id);
    const { publication } = await snapshotOf(s, version);
    const { entries } = await releaseEntries(s, publication, { cursor: undefined, size: 1 });
    const found = await changeEntries(s, publication, { version }, partOf(cursor));
    const [digest] = entries as [FeedEntry];
    return <ReleasePage {...{ view, version, digest, cursor, found }} />;
  },
});
