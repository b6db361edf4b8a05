import { audienceParams } from "../../api/http/audience.ts";
import type { Store } from "../../db/index.ts";
import { CERTAINTY, GRADE, STALE_AFTER_DAYS, termsOf, VERDICT } from "../../model/index.ts";
import { Page } from "../components/page.tsx";
import { Rows } from "../components/rows.tsx";
import { Section } from "../components/section-head.tsx";
import { Steps } from "../components/steps.tsx";
import { Verdict } from "../components/verdict.tsx";
import { page } from "../http/page.ts";
import { REPOSITORY } from "../project.ts";
import { link, type View } from "../view.ts";

type Stats = Awaited<ReturnType<Store["stats"]>>;

interface Part {
  view: View;
  stats: Stats;
}

const documentation = (file: string): string => `${REPOSITORY}/blob/main/${file}`;

const FromDocuments = ({ view, stats: { totals } }: Part) => {
  const { words, language } = view;
  const { number } = language;
  return (
    <Section id="documents" title={words.method.documents}>
      <Steps items={words.method.steps} />
      <p>
        {words.method.size(
          language.count(totals.platforms, "platform"),
          number(totals.rules),
          number(totals.sources),
          number(totals.passages),
        )}
      </p>
    </Section>
  );
};

const Verdicts = ({ view }: { view: View }) => {
  const { method } = view.words;
  return (
    <Section id="verdicts" title={method.verdictsTitle} lead={method.verdictsLead}>
      <Rows
        rows={termsOf(VERDICT).map((verdict) => ({
          name: <Verdict view={view} shown={{ verdict, certainty: null }} />,
          value: method.verdicts[verdict],
        }))}
      />
    </Section>
  );
};

const Certainties = ({ view }: { view: View }) => {
  const { method } = view.words;
  return (
    <Section id="certainty" title={method.certaintyTitle} lead={method.certaintyLead}>
      <Rows
        rows={termsOf(CERTAINTY).map((certainty) => ({
          name: (
            <Verdict
              view={view}
              shown={{ verdict: "on-by-default", certainty }}
              text={method.certaintyNames[certainty]}
            />
          ),
          value: method.certainties[certainty],
        }))}
      />
      <h3>{method.short}</h3>
      <p>{method.shortText}</p>
    </Section>
  );
};

/** A share of a number in percent. */
const share = ({ code }: View, part: number, whole: number): string =>
  new Intl.NumberFormat(code, { style: "percent" }).format(whole === 0 ? 0 : part / whole);

const Grades = ({ view, stats }: Part) => {
  const { words, language } = view;
  const grades = stats.factGrades["dataUse"] ?? {};
  const rules = Object.values(grades).reduce((sum, n) => sum + n, 0);
  return (
    <Section id="grades" title={words.method.gradesTitle}>
      <Rows
        rows={termsOf(GRADE).map((grade) => ({
          name: words.method.grade(grade),
          value: (
            <>
              {words.method.gradeMeanings[grade]}{" "}
              <small>
                {words.method.gradeShare(share(view, grades[grade] ?? 0, rules), language.number(rules))}
              </small>
            </>
          ),
        }))}
      />
      <p>{words.method.check}</p>
      <p>
        <a href={`${link(view, "/stats")}#evidence`}>{words.page.stats}</a>
      </p>
    </Section>
  );
};

const Freshness = ({ view, stats: { verified, captured } }: Part) => {
  const { words, language } = view;
  const { method } = words;
  const range = ({ oldest, newest }: Stats["verified"]): string | null =>
    oldest === null || newest === null ? null : method.range(language.date(oldest), language.date(newest));
  const copies = [range(captured), captured.median && method.middle(language.date(captured.median))];
  return (
    <Section id="checked" title={method.freshTitle}>
      <p>{method.fresh(language.count(STALE_AFTER_DAYS, "day"))}</p>
      <Rows
        rows={[
          { name: method.verified, value: range(verified) },
          { name: method.captured, value: copies.filter(Boolean).join("; ") },
        ].filter(({ value }) => value !== null && value !== "")}
      />
    </Section>
  );
};

const Unknown = ({ view, stats: { openQuestions, notStated } }: Part) => {
  const { words, language } = view;
  const { method } = words;
  const of = ({ notStated: part, of: whole }: Stats["notStated"]["effect"]) =>
    method.share(language.number(part), language.number(whole));
  return (
    <Section id="unknown" title={method.unknownTitle}>
      <p>{method.unknownText}</p>
      <Rows
        rows={[
          { name: method.questions, value: language.number(openQuestions) },
          { name: method.silentUse, value: of(notStated.dataUse) },
          { name: method.silentEffect, value: of(notStated.effect) },
        ]}
      />
      <p>{method.coverage}</p>
    </Section>
  );
};

const MethodPage = ({ view, stats }: Part) => {
  const { method } = view.words;
  return (
    <Page view={view} title={method.pageTitle} description={method.description} answers>
      <div class="answer">
        <h1>{method.title}</h1>
        <p class="lead">{method.lead}</p>
      </div>
      <FromDocuments view={view} stats={stats} />
      <Verdicts view={view} />
      <Certainties view={view} />
      <Grades view={view} stats={stats} />
      <Freshness view={view} stats={stats} />
      <Section id="agreement" title={method.agreementTitle}>
        <p>{method.agreement}</p>
        <p>
          <a href={documentation("docs/guidelines/README.md")}>{method.rules}</a>
        </p>
      </Section>
      <Unknown view={view} stats={stats} />
      <Section id="wrong" title={method.wrongTitle}>
        <p>{method.wrong}</p>
        <p>
          <a class="button" href={`${REPOSITORY}/issues/new/choose`}>
            {method.report}
          </a>
        </p>
        <p>
          <a href={documentation("GOVERNANCE.md")}>{method.governance}</a>
        </p>
      </Section>
      <Section id="money" title={method.moneyTitle}>
        <p>{method.money}</p>
      </Section>
    </Page>
  );
};

/** /method: how the data is made. Its figures are those of the data. */
export const methodPage = page({
  path: "/method",
  query: audienceParams,
  render: async ({ s, at, view }) => (
    <MethodPage view={view} stats={await s.store.stats(at.publication.id, view.who)} />
  ),
});
