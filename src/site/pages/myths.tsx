import { audienceParams } from "../../api/http/audience.ts";
import { termsParam } from "../../api/http/params.ts";
import { CATEGORY, type Platform, termsOf } from "../../model/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { CategoryFilter } from "../components/filters.tsx";
import { Page } from "../components/page.tsx";
import { RecordText } from "../components/record-text.tsx";
import { Kept } from "../components/search.tsx";
import { Section } from "../components/section-head.tsx";
import { type PageRequest, page } from "../http/page.ts";
import { link, pathOf, audienceParams as personParams, type View } from "../view.ts";

type Category = keyof typeof CATEGORY;
type Query = { category?: Category[] | undefined };
type WithMyths = Pick<Platform, "id" | "name" | "category" | "myths">;

/** The platforms of some categories that have myths, by name. Other records are not read. */
async function withMyths({ s, at, view, query }: PageRequest<Query>): Promise<WithMyths[]> {
  const ids = await s.store.idsWithMyths(at.publication.id, {
    asOf: view.who.asOf,
    category: query.category,
  });
  const records = await s.records.of(at.publication, ids);
  return ids
    .flatMap((id) => records.get(id)?.platform ?? [])
    .map(({ id, name, category, myths }) => ({ id, name, category, myths }));
}

/** The anchor of a myth. Ids have no two hyphens in a row, so it is unique. */
export const anchorOf = (platform: string, myth: string): string => `${platform}--${myth}`;

const PlatformMyths = ({ view, platform }: { view: View; platform: WithMyths }) => (
  <>
    <h3>
      <a href={`${link(view, `/platforms/${platform.id}`)}#myths`}>{platform.name}</a>
    </h3>
    <ul class="plain">
      {platform.myths.map(({ id, claim, truth }) => {
        const anchor = anchorOf(platform.id, id);
        return (
          <li id={anchor}>
            <strong>
              <RecordText view={view}>{claim}</RecordText>
            </strong>{" "}
            <small>
              <a href={`#${anchor}`} aria-label={view.words.mythsPage.linkTo(platform.name, claim)}>
                {view.words.mythsPage.link}
              </a>
            </small>
            <br />
            <RecordText view={view}>{truth}</RecordText>
          </li>
        );
      })}
    </ul>
  </>
);

const MythsPage = ({
  view,
  query,
  platforms,
}: {
  view: View;
  query: Query;
  platforms: readonly WithMyths[];
}) => {
  const { mythsPage, directory, categories } = view.words;
  const groups = termsOf(CATEGORY)
    .map((category) => ({ category, platforms: platforms.filter((p) => p.category === category) }))
    .filter((group) => group.platforms.length > 0);
  return (
    <Page
      view={view}
      title={mythsPage.pageTitle}
      description={mythsPage.description}
      indexed={query.category === undefined}
    >
      <div class="answer">
        <h1>{mythsPage.title}</h1>
        <p class="lead">{mythsPage.lead}</p>
        <form class="chooser filters" action={pathOf(view, "/myths")} aria-label={directory.filters}>
          <CategoryFilter view={view} chosen={query.category} />
          <Kept params={personParams(view)} />
          <button type="submit">{directory.button}</button>
        </form>
        <p role="status">
          {mythsPage.found(
            platforms.reduce((sum, p) => sum + p.myths.length, 0),
            view.language.count(platforms.length, "platform"),
          )}{" "}
          {query.category === undefined ? null : <a href={link(view, "/myths")}>{directory.reset}</a>}
        </p>
      </div>
      {groups.map((group) => (
        <Section id={group.category} title={sentenceCase(categories[group.category])}>
          {group.platforms.map((platform) => (
            <PlatformMyths view={view} platform={platform} />
          ))}
        </Section>
      ))}
    </Page>
  );
};

/** /myths: what people try that does not work, by kind of service and platform. */
export const mythsPage = page({
  path: "/myths",
  query: {
    ...audienceParams,
    category: termsParam(CATEGORY, "category", "What the platform mainly is.", "social-network"),
  },
  render: async (request) => (
    <MythsPage view={request.view} query={request.query} platforms={await withMyths(request)} />
  ),
});
