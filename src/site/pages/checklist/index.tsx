import * as z from "zod";
import { audienceParams } from "../../../api/http/audience.ts";
import { AudienceFields } from "../../components/chooser.tsx";
import { Page } from "../../components/page.tsx";
import { Kept } from "../../components/search.tsx";
import { page } from "../../http/page.ts";
import { link, audienceParams as personParams, type View } from "../../view.ts";
import { type Chosen, chosenParam, chosenServices, MOST_SERVICES } from "./chosen.ts";
import { ServiceForm } from "./form.tsx";
import { Device, List } from "./list.tsx";
import { type Catalogue, catalogueOf } from "./services.ts";
import { todoOf } from "./todo.ts";

/** The page's own scripts: what reads addresses, and what uses it. */
export const SCRIPTS = ["addresses.js", "checklist.js"] as const;

/** Where services are chosen. */
const ChoosePage = ({ view, catalogue, chosen }: { view: View; catalogue: Catalogue; chosen: Chosen }) => {
  const { checklist } = view.words;
  const { as_of, release } = personParams(view);
  return (
    <Page
      view={view}
      title={checklist.pageTitle}
      description={checklist.description}
      scripts={SCRIPTS}
      answers
      indexed={chosen.ids.length === 0}
    >
      <div class="answer">
        <h1>{checklist.title}</h1>
        <p class="lead">{checklist.lead}</p>
        <p id="kept" hidden>
          <a class="button" href={link(view, "/checklist")}>
            {checklist.open}
          </a>
        </p>
      </div>
      <ServiceForm
        view={view}
        catalogue={catalogue}
        chosen={chosen.ids}
        path="/checklist"
        most={MOST_SERVICES.checklist}
        button={checklist.button}
        personal
      >
        <AudienceFields view={view} />
        <Kept params={{ as_of, release }} />
      </ServiceForm>
      <Device view={view} />
    </Page>
  );
};

const ListPage = ({ view, chosen }: { view: View; chosen: Chosen }) => {
  const { checklist } = view.words;
  return (
    <Page
      view={view}
      title={checklist.pageTitle}
      description={checklist.description}
      scripts={SCRIPTS}
      answers
      indexed={false}
    >
      <List view={view} todo={todoOf(chosen.services)} chosen={chosen} />
    </Page>
  );
};

/** /checklist: what to switch off on the services that a person uses. Without services, the form that chooses them. */
export const checklistPage = page({
  path: "/checklist",
  query: {
    ids: chosenParam,
    edit: z.literal("true", { error: "is not true." }).optional(),
    ...audienceParams,
  },
  render: async ({ s, at, view, query }) => {
    const chosen = await chosenServices(s, at, view, query.ids ?? [], MOST_SERVICES.checklist);
    return chosen.ids.length === 0 || query.edit ? (
      <ChoosePage view={view} catalogue={await catalogueOf(s, at)} chosen={chosen} />
    ) : (
      <ListPage view={view} chosen={chosen} />
    );
  },
});
