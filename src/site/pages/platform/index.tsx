import { audienceParams } from "../../../api/http/audience.ts";
import { includeParam } from "../../../api/routes/platforms/includes.ts";
import { isWithdrawn } from "../../../policy/index.ts";
import { sentenceCase } from "../../../text/lists.ts";
import { Page } from "../../components/page.tsx";
import { page } from "../../http/page.ts";
import { breadcrumbs, type Crumb } from "../../structured/index.ts";
import { link, audienceParams as personParams, plainLink, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import { Answer, dayOf, Kinds, Others } from "./answer.tsx";
import { Choices } from "./choices.tsx";
import { Evidence, EvidenceParts } from "./evidence.tsx";
import { faqOf } from "./json-ld.ts";
import { Happened, History, Myths, Unknown } from "./more.tsx";
import { type PlatformState, platformState } from "./state.ts";

/** The feeds about one platform. */
const feedsOf = ({ words }: View, id: string, name: string) => [
  {
    href: plainLink("/events.atom", { platform: id }),
    type: "application/atom+xml",
    title: words.feeds.events(name),
  },
  {
    href: plainLink(`/platforms/${id}/changes.atom`),
    type: "application/atom+xml",
    title: words.feeds.changes(name),
  },
];

/** Where a platform is in the site. */
const trailOf = ({ words }: View, { platform: { id, name } }: PlatformState): Crumb[] => [
  { name: words.directory.title, path: "/platforms" },
  { name, path: `/platforms/${id}` },
];

/** The same page in Markdown. */
const markdownOf = (view: View, id: string): string => link(view, `/platforms/${id}.md`);

const PlatformPage = ({ view, state }: { view: View; state: PlatformState }) => {
  const { platform, resolved } = state;
  const { words, language, who } = view;
  const place = who.region === null ? undefined : language.place(who.region);
  const withdrawn = isWithdrawn(platform, who.asOf);
  const headline = language.headline(platform, resolved);
  const canAct = resolved.practices.some((p) => p.certainty !== null && p.controls.length > 0);
  return (
    <Page
      view={view}
      title={words.platform.pageTitle(platform.name, canAct, place)}
      description={headline}
      picture={{
        path: link(view, `/card/${platform.id}.png`),
        text: `${platform.name}: ${language.answer(resolved.headline)}`,
      }}
      answers
      feeds={[
        ...feedsOf(view, platform.id, platform.name),
        { href: markdownOf(view, platform.id), type: "text/markdown", title: platform.name },
      ]}
      data={[breadcrumbs(view, trailOf(view, state)), ...(withdrawn ? [] : [faqOf(view, state, headline)])]}
      json={plainLink(`/v1/platforms/${platform.id}`, personParams(view))}
    >
      <Answer view={view} state={state} sentence={headline} />
      {withdrawn ? null : (
        <>
          <Kinds view={view} state={state} />
          <Choices view={view} state={state} />
          <Others view={view} state={state} />
          <Happened view={view} state={state} />
          <Evidence view={view} state={state} />
          <Myths view={view} state={state} />
          <Unknown view={view} state={state} />
        </>
      )}
      <History view={view} state={state} />
    </Page>
  );
};

const EvidencePage = ({ view, state }: { view: View; state: PlatformState }) => {
  const { platform } = state;
  const { evidence, platform: words } = view.words;
  return (
    <Page
      view={view}
      title={evidence.pageTitle(platform.name)}
      description={evidence.description(platform.name)}
      answers
      data={[
        breadcrumbs(view, [
          ...trailOf(view, state),
          { name: evidence.title, path: `/platforms/${platform.id}/evidence` },
        ]),
      ]}
      json={plainLink(`/v1/platforms/${platform.id}`, { ...personParams(view), include: "evidence" })}
    >
      <div class="answer">
        <h1>{evidence.pageTitle(platform.name)}</h1>
        <p class="lead">{evidence.lead}</p>
        <p>
          {sentenceCase(words.whom(personInWords(view), dayOf(view)))}.{" "}
          <a href={link(view, `/platforms/${platform.id}`)}>{evidence.back(platform.name)}</a>
        </p>
        <p class="hint">{evidence.legend}</p>
      </div>
      <EvidenceParts view={view} state={state} />
    </Page>
  );
};

/** Links to the API's answer open the page too. */
const query = { ...audienceParams, include: includeParam };

/** /platforms/{id}/evidence */
export const evidencePage = page({
  path: "/platforms/:id/evidence",
  query,
  render: async ({ s, at, view, id }) => (
    <EvidencePage view={view} state={await platformState(s, at, id, view.who)} />
  ),
});

/** /platforms/{id} */
export const platformPage = page({
  path: "/platforms/:id",
  query,
  headers: ({ view, id }) => ({ Link: `<${markdownOf(view, id)}>; rel="alternate"; type="text/markdown"` }),
  render: async ({ s, at, view, id }) => (
    <PlatformPage view={view} state={await platformState(s, at, id, view.who)} />
  ),
});
