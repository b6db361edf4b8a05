import { audienceParams } from "../../api/http/audience.ts";
import { findOperator } from "../../api/http/find.ts";
import { Chooser } from "../components/chooser.tsx";
import { Page } from "../components/page.tsx";
import { type Listed, PlatformRow } from "../components/platform-row.tsx";
import { page } from "../http/page.ts";
import { breadcrumbs } from "../structured/index.ts";
import { link, audienceParams as personParams, plainLink, type View } from "../view.ts";
import { comparable } from "./compare/index.tsx";
import { inPageLanguage } from "./listed.ts";

type Found = Awaited<ReturnType<typeof findOperator>>;

/** No operator has more platforms than these, its own and those of companies that it owns. */
const MOST = 200;

const OperatorPage = ({ view, found, items }: { view: View; found: Found; items: readonly Listed[] }) => {
  const { operator, owns } = found;
  const { words, language } = view;
  const { id, name, legalName, jurisdiction, parent } = operator;
  const about = [
    ...(legalName === undefined || legalName === name ? [] : [legalName]),
    language.place(jurisdiction),
  ];
  return (
    <Page
      view={view}
      title={words.operator.pageTitle(name)}
      description={words.operator.description(name)}
      answers
      data={[breadcrumbs(view, [{ name, path: `/operators/${id}` }])]}
      json={plainLink(`/v1/operators/${id}`, { release: personParams(view)["release"] })}
    >
      <div class="answer">
        <h1>{name}</h1>
        <p class="identity">{about.join(" · ")}</p>
        {parent === undefined ? null : (
          <p>
            {words.operator.parent} <a href={link(view, `/operators/${parent}`)}>{parent}</a>
          </p>
        )}
        {owns.length === 0 ? null : (
          <p>
            {words.operator.owns}{" "}
            {owns.map((owned, i) => (
              <>
                {i > 0 ? ", " : ""}
                <a href={link(view, `/operators/${owned}`)}>{owned}</a>
              </>
            ))}
          </p>
        )}
        {items.length < 2 ? null : (
          <p>
            <a href={link(view, "/compare", { ids: comparable(items) })}>{words.category.compare}</a>
          </p>
        )}
        <Chooser view={view} />
      </div>
      <h2 class="hidden">{words.page.platforms}</h2>
      <ul class="platforms">
        {items.map((platform) => (
          <PlatformRow view={view} platform={platform} />
        ))}
      </ul>
    </Page>
  );
};

/** /operators/{id}: a company, with the platforms that it runs or that companies it owns run. */
export const operatorPage = page({
  path: "/operators/:id",
  query: audienceParams,
  render: async ({ s, at, view, id }) => {
    const found = await findOperator(s, at.publication, id);
    const { items } = await s.store.list(at.publication.id, {
      audience: view.who,
      operator: found.operator.id,
      sort: "name",
      descending: false,
      limit: MOST,
    });
    return <OperatorPage view={view} found={found} items={await inPageLanguage(s, at, view, items)} />;
  },
});
