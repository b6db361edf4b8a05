import { audienceParams } from "../../api/http/audience.ts";
import { unknownName } from "../../api/http/problem.ts";
import { CATEGORY, termsOf, VERDICT } from "../../model/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { Chooser } from "../components/chooser.tsx";
import { Page } from "../components/page.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { Section } from "../components/section-head.tsx";
import { page } from "../http/page.ts";
import { link, audienceParams as personParams, plainLink, type View } from "../view.ts";
import { comparable } from "./compare/index.tsx";
import { inPageLanguage } from "./listed.ts";

type Category = keyof typeof CATEGORY;

/** No category has more platforms than these on its page; the list of platforms has all. */
const MOST = 300;

/** The category of a path. @throws {Problem} `unknown-path`, with the nearest */
function categoryOf(written: string): Category {
  const category = termsOf(CATEGORY).find((term) => term === written);
  if (category !== undefined) return category;
  throw unknownName(
    "unknown-path",
    "id",
    `There is no category ${JSON.stringify(written.slice(0, 100))}.`,
    written,
    termsOf(CATEGORY),
  );
}

/** The same platforms in other forms: side by side, by plan, what happened, what does not work. */
const Elsewhere = ({
  view,
  category,
  items,
}: {
  view: View;
  category: Category;
  items: readonly Listed[];
}) => {
  const { category: words } = view.words;
  return (
    <ul class="inline">
      {items.length > 1 ? (
        <li>
          <a href={link(view, "/compare", { ids: comparable(items) })}>{words.compare}</a>
        </li>
      ) : null}
      <li>
        <a href={link(view, "/plans", { category })}>{words.plans}</a>
      </li>
      <li>
        <a href={link(view, "/events", { category })}>{words.events}</a>
      </li>
      <li>
        <a href={link(view, "/myths", { category })}>{words.myths}</a>
      </li>
    </ul>
  );
};

const CategoryPage = ({
  view,
  category,
  items,
}: {
  view: View;
  category: Category;
  items: readonly Listed[];
}) => {
  const { language, words } = view;
  const name = sentenceCase(words.categories[category]);
  const groups = termsOf(VERDICT)
    .map((verdict) => ({ verdict, platforms: items.filter((p) => p.headline.verdict === verdict) }))
    .filter(({ platforms }) => platforms.length > 0);
  return (
    <Page
      view={view}
      title={words.category.pageTitle(name)}
      description={words.category.description(name, language.count(items.length, "platform"))}
      answers
      json={plainLink("/v1/platforms", { ...personParams(view), category })}
    >
      <div class="answer">
        <h1>{name}</h1>
        <p class="lead">{words.category.lead(language.count(items.length, "platform"))}</p>
        <Elsewhere view={view} category={category} items={items} />
        <Chooser view={view} />
      </div>
      {groups.map(({ verdict, platforms }) => (
        <Section
          id={verdict}
          title={sentenceCase(language.terms.verdict(verdict))}
          lead={language.count(platforms.length, "platform")}
        >
          <ul class="platforms">
            {platforms.map((platform) => (
              <PlatformRow view={view} platform={platform} />
            ))}
          </ul>
        </Section>
      ))}
    </Page>
  );
};

/** /categories/{category}: its platforms, by what they do. */
export const categoryPage = page({
  path: "/categories/:id",
  query: audienceParams,
  render: async ({ s, at, view, id }) => {
    const category = categoryOf(id);
    const { items } = await s.store.list(at.publication.id, {
      audience: view.who,
      category: [category],
      sort: "name",
      descending: false,
      limit: MOST,
    });
    return <CategoryPage view={view} category={category} items={await inPageLanguage(s, at, view, items)} />;
  },
});
