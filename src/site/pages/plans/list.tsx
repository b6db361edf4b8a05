import { PAGE } from "../../../api/http/params.ts";
import { findPage, type Query as ListQuery } from "../../../api/routes/platforms/find-page.ts";
import { listQuery } from "../../../api/routes/platforms/list-query.ts";
import type { ListedPlatform } from "../../../db/index.ts";
import { PLAN, termsOf, VERDICT } from "../../../model/index.ts";
import { AudienceFields } from "../../components/chooser.tsx";
import { CategoryFilter, TermFilter } from "../../components/filters.tsx";
import { Page } from "../../components/page.tsx";
import { Pager } from "../../components/pager.tsx";
import { Kept } from "../../components/search.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { Wide } from "../../components/wide.tsx";
import { type PageRequest, page } from "../../http/page.ts";
import { audienceParams, link, pathOf, type View } from "../../view.ts";

const PLANS = termsOf(PLAN);

const { category, verdict, cursor, limit, region, plan, age, account, as_of, release } = listQuery;
const query = { category, verdict, cursor, limit, region, plan, age, account, as_of, release };

type Query = Pick<ListQuery, keyof typeof query>;

const Filters = ({ view, query }: { view: View; query: Query }) => {
  const { directory } = view.words;
  return (
    <form class="chooser filters" action={pathOf(view, "/plans")} data-chooser aria-label={directory.filters}>
      <CategoryFilter view={view} chosen={query.category} />
      <TermFilter
        {...{ view, name: "verdict", label: directory.verdict, chosen: query.verdict }}
        terms={termsOf(VERDICT)}
        words={view.language.terms.verdict}
      />
      <AudienceFields view={view} />
      <Kept params={{ as_of: audienceParams(view)["as_of"], release: view.release }} />
      <button type="submit">{directory.button}</button>
    </form>
  );
};

/** A page of the list, and where the next one begins. */
interface Found {
  items: readonly ListedPlatform[];
  total: number;
  next: string | undefined;
}

async function find({ s, at, view, query }: PageRequest<Query>): Promise<Found> {
  const beside = PLANS.map((plan) => ({ ...view.who, plan }));
  const { items, total, cursor } = await findPage(s, at.publication, view.who, {
    ...query,
    limit: PAGE,
    beside,
  });
  return { items, total, next: cursor };
}

const PlanTable = ({ view, items }: { view: View; items: readonly ListedPlatform[] }) => {
  const { plans, chooser } = view.words;
  return (
    <Wide label={view.words.sides.table}>
      <table class="sides">
        <caption class="hidden">{plans.title}</caption>
        <thead>
          <tr>
            <th scope="col">{view.words.events.platform}</th>
            {PLANS.map((name) => (
              <th scope="col">{chooser.plans[name]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, beside }) => (
            <tr>
              <th scope="row">
                <a href={link(view, `/platforms/${id}/plans`)}>{name}</a>
              </th>
              {PLANS.map((plan, i) => {
                const headline = beside?.[i];
                return (
                  <td data-name={chooser.plans[plan]}>
                    {headline === undefined ? null : <Verdict view={view} shown={headline} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
};

const PlansPage = ({ view, query, found }: { view: View; query: Query; found: Found }) => {
  const { plans, directory } = view.words;
  const { cursor: _, ...params } = view.address.params;
  const filtered = Object.values(params).some((value) => value !== undefined);
  return (
    <Page view={view} title={plans.pageTitle} description={plans.description} answers indexed={!filtered}>
      <div class="answer">
        <h1>{plans.title}</h1>
        <p class="lead">{plans.lead}</p>
        <Filters view={view} query={query} />
        <p class="hint">{plans.filterHint}</p>
        <p class="hint">{plans.hint}</p>
        <p role="status">
          {directory.found(found.total)}{" "}
          {filtered ? <a href={link(view, "/plans")}>{directory.reset}</a> : null}
        </p>
      </div>
      {found.items.length === 0 ? null : <PlanTable view={view} items={found.items} />}
      <Pager view={view} path="/plans" params={params} cursor={query.cursor} next={found.next} />
    </Page>
  );
};

/** /plans: what each plan of each platform does. */
export const plansPage = page({
  path: "/plans",
  query,
  render: async (request) => (
    <PlansPage view={request.view} query={request.query} found={await find(request)} />
  ),
});
