import * as z from "zod";
import { audienceParams } from "../../../api/http/audience.ts";
import type { PLAN } from "../../../model/index.ts";
import { Choice, PlaceOptions, TermOptions } from "../../components/chooser.tsx";
import { Page } from "../../components/page.tsx";
import { Kept } from "../../components/search.tsx";
import { type PageRequest, page } from "../../http/page.ts";
import { resource } from "../../http/resource.ts";
import { audienceParams as personParams, type View } from "../../view.ts";
import { type Chosen, chosenParam, chosenServices, MOST_SERVICES } from "../checklist/chosen.ts";
import { ServiceForm } from "../checklist/form.tsx";
import { SCRIPTS } from "../checklist/index.tsx";
import { type Catalogue, catalogueOf } from "../checklist/services.ts";
import { csvName, csvOf } from "./csv.ts";
import { type Report, reportOf } from "./report.ts";
import { Reports } from "./reports.tsx";

/** Contracts of organisations come first. */
const PLANS = [
  "business",
  "enterprise",
  "education",
  "api",
  "paid",
  "free",
] as const satisfies readonly (keyof typeof PLAN)[];

const ChoosePage = ({ view, catalogue, chosen }: { view: View; catalogue: Catalogue; chosen: Chosen }) => {
  const { vendorReview, chooser } = view.words;
  const { as_of, release, age, account } = personParams(view);
  return (
    <Page
      view={view}
      title={vendorReview.pageTitle}
      description={vendorReview.description}
      scripts={SCRIPTS}
      indexed={chosen.ids.length === 0}
    >
      <div class="answer">
        <h1>{vendorReview.title}</h1>
        <p class="lead">{vendorReview.lead}</p>
      </div>
      <ServiceForm
        view={view}
        catalogue={catalogue}
        chosen={chosen.ids}
        path="/vendor-review"
        most={MOST_SERVICES.review}
        button={vendorReview.button}
      >
        <Choice name="region" label={vendorReview.region}>
          <PlaceOptions view={view} />
        </Choice>
        <Choice name="plan" label={vendorReview.plan}>
          <TermOptions terms={PLANS} chosen={view.who.plan} words={(plan) => chooser.plans[plan]} />
        </Choice>
        <Kept params={{ as_of, release, age, account }} />
      </ServiceForm>
    </Page>
  );
};

const query = {
  ids: chosenParam,
  edit: z.literal("true", { error: "is not true." }).optional(),
  ...audienceParams,
  // The default is what organisations buy.
  plan: audienceParams.plan.default("business"),
};

/** The services of a request, and the report about each. */
async function reportsOf({
  s,
  at,
  view,
  query: { ids = [] },
}: PageRequest<{ ids?: string[] | undefined }>): Promise<{ chosen: Chosen; reports: Report[] }> {
  const chosen = await chosenServices(s, at, view, ids, MOST_SERVICES.review);
  const inOrder = chosen.services.toSorted((a, b) => a.platform.name.localeCompare(b.platform.name, "en"));
  return { chosen, reports: inOrder.map(reportOf) };
}

/** /vendor-review: what organisations need to know about services. Without services, the form that chooses them. */
export const vendorReviewPage = page({
  path: "/vendor-review",
  query,
  render: async (request) => {
    const { s, at, view, query: asked } = request;
    const { chosen, reports } = await reportsOf(request);
    if (chosen.ids.length === 0 || asked.edit)
      return <ChoosePage view={view} catalogue={await catalogueOf(s, at)} chosen={chosen} />;
    const { vendorReview } = view.words;
    return (
      <Page
        view={view}
        title={vendorReview.pageTitle}
        description={vendorReview.description}
        scripts={SCRIPTS}
        indexed={false}
      >
        <Reports view={view} reports={reports} chosen={chosen} />
      </Page>
    );
  },
});

/** /vendor-review.csv: the same for spreadsheets. */
export const vendorReviewCsv = resource({
  path: "/vendor-review.csv",
  query,
  type: "text/csv; charset=utf-8; header=present",
  listed: false,
  headers: ({ view }) => ({ "Content-Disposition": `attachment; filename="${csvName(view)}"` }),
  make: async (request) => {
    const { chosen, reports } = await reportsOf(request);
    return csvOf(request.view, reports, chosen.unknown);
  },
});
