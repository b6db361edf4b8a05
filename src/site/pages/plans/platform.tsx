import { audienceParams } from "../../../api/http/audience.ts";
import { findPlatform } from "../../../api/http/find.ts";
import { PLAN, type Platform, termsOf } from "../../../model/index.ts";
import { resolve } from "../../../policy/index.ts";
import { groupBy } from "../../../text/group-by.ts";
import { Chooser } from "../../components/chooser.tsx";
import { Page } from "../../components/page.tsx";
import { Rows } from "../../components/rows.tsx";
import { type Side, SideBySide } from "../../components/side-by-side.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { page } from "../../http/page.ts";
import { link, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import { dayOf } from "../platform/answer.tsx";

/** The plans by their answer in a sentence: few answers for many plans. */
const ByAnswer = ({ view, platform, sides }: { view: View; platform: Platform; sides: readonly Side[] }) => {
  const groups = groupBy(sides, ({ resolved }) => view.language.headline(platform, resolved));
  return (
    <Rows
      rows={[...groups].map(([sentence, group]) => ({
        name: view.language.list(group.map(({ name }) => name)),
        value: (
          <>
            <Verdict view={view} shown={(group[0] as Side).resolved.headline} />
            <p>{sentence}</p>
          </>
        ),
      }))}
    />
  );
};

const PlansPage = ({ view, platform, sides }: { view: View; platform: Platform; sides: readonly Side[] }) => {
  const { plans, evidence, platform: words } = view.words;
  const whom = personInWords(view, "plan");
  return (
    <Page
      view={view}
      title={plans.ofPageTitle(platform.name)}
      description={plans.ofDescription(platform.name)}
      answers
    >
      <div class="answer">
        <h1>{plans.of(platform.name)}</h1>
        <p class="lead">{plans.ofLead}</p>
        <p>
          <a href={link(view, `/platforms/${platform.id}`)}>{evidence.back(platform.name)}</a> ·{" "}
          <a href={link(view, "/plans", { category: platform.category })}>{plans.others}</a>
        </p>
        <ByAnswer view={view} platform={platform} sides={sides} />
        <p class="hint">{plans.hint}</p>
        <Chooser view={view} plans={platform.plans} />
      </div>
      <SideBySide view={view} caption={plans.caption(words.whom(whom, dayOf(view)))} sides={sides} />
    </Page>
  );
};

/** /platforms/{id}/plans: a platform's answer for each plan. */
export const platformPlansPage = page({
  path: "/platforms/:id/plans",
  query: audienceParams,
  render: async ({ s, at, view, id }) => {
    const { platform, operator } = await findPlatform(s, at.publication, id);
    const sides = termsOf(PLAN).map((plan): Side => {
      const resolved = resolve(platform, { ...view.who, plan }, operator);
      const names = platform.plans?.[plan] ?? [];
      return {
        name: view.words.chooser.plans[plan],
        more: names.length === 0 ? null : <small>{names.join(", ")}</small>,
        href: link(view, `/platforms/${id}`, { plan }),
        resolved,
      };
    });
    return <PlansPage view={view} platform={platform} sides={sides} />;
  },
});
