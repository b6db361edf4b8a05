import { RecordText, recordLang } from "../../components/record-text.tsx";
import { Rows } from "../../components/rows.tsx";
import { Section } from "../../components/section-head.tsx";
import { Verdict } from "../../components/verdict.tsx";
import { audienceParams, link, pathOf, plainLink, type View } from "../../view.ts";
import { personInWords } from "../../whom.ts";
import type { Chosen } from "../checklist/chosen.ts";
import type { KindRow, Report } from "./report.ts";
import { cellInWords, checkedInWords, controlInWords, otherPlanInWords } from "./words.ts";

interface Part {
  view: View;
  report: Report;
}

/** Every service with its verdict, for a first look. */
const Overview = ({ view, reports }: { view: View; reports: readonly Report[] }) => {
  const { vendorReview } = view.words;
  return (
    <Section id="overview" title={vendorReview.overview}>
      <table class="world">
        <caption class="hidden">{vendorReview.overview}</caption>
        <thead>
          <tr>
            <th scope="col">{vendorReview.service}</th>
            <th scope="col">{vendorReview.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ service: { platform, resolved } }) => (
            <tr>
              <th scope="row">
                <a href={`#service-${platform.id}`}>{platform.name}</a>
              </th>
              <td>
                <Verdict view={view} shown={resolved.headline} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
};

const Kind = ({ view, row }: { view: View; row: KindRow }) => {
  const { language, words } = view;
  const { vendorReview } = words;
  const { kind, own, others, grade } = row;
  return (
    <tr>
      <th scope="row">{language.terms.kind(kind)}</th>
      <td data-name={vendorReview.own}>
        <Verdict view={view} shown={own} text={cellInWords(view, own)} />
      </td>
      <td data-name={vendorReview.others}>
        <Verdict view={view} shown={others} text={cellInWords(view, others)} />
      </td>
      <td data-name={vendorReview.grade}>
        {grade === null ? "–" : `${grade}: ${words.evidence.grades[grade]}`}
      </td>
    </tr>
  );
};

const KindTable = ({ view, report: { service, kinds } }: Part) => {
  const { vendorReview } = view.words;
  return (
    <table class="sides even">
      <caption class="hidden">{vendorReview.table(service.platform.name)}</caption>
      <thead>
        <tr>
          <th scope="col">{vendorReview.kind}</th>
          <th scope="col">{vendorReview.own}</th>
          <th scope="col">{vendorReview.others}</th>
          <th scope="col">{vendorReview.grade}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map((row) => (
          <Kind view={view} row={row} />
        ))}
      </tbody>
    </table>
  );
};

const Controls = ({ view, report: { controls, service } }: Part) => {
  const path = link(view, `/platforms/${service.platform.id}`);
  return (
    <ul class="plain">
      {controls.map((control) => (
        <li>
          <a href={`${path}#control-${control.id}`} lang={recordLang(view)}>
            {control.name}
          </a>
          <br />
          <small>{controlInWords(view, control)}</small>
        </li>
      ))}
    </ul>
  );
};

const OtherPlans = ({ view, report: { otherPlans } }: Part) => (
  <ul class="plain">
    {otherPlans.map((other) => (
      <li>
        {otherPlanInWords(view, other)}
        {other.use === undefined ? null : (
          <>
            {" "}
            (<RecordText view={view}>{other.use}</RecordText>)
          </>
        )}
      </li>
    ))}
  </ul>
);

/** What is known about one service. */
const Service = ({ view, report }: Part) => {
  const { vendorReview } = view.words;
  const { service, soldAs, otherPlans, controls } = report;
  const { platform, operator, resolved } = service;
  return (
    <Section id={`service-${platform.id}`} title={platform.name} lead={operator?.name} minor>
      <p>{view.language.headline(platform, resolved)}</p>
      <KindTable view={view} report={report} />
      <Rows
        rows={[
          {
            name: vendorReview.soldAs,
            value:
              soldAs.length === 0 ? (
                vendorReview.noNames
              ) : (
                <RecordText view={view}>{soldAs.join(", ")}</RecordText>
              ),
          },
          {
            name: vendorReview.otherPlans,
            value:
              otherPlans.length === 0 ? vendorReview.samePlans : <OtherPlans view={view} report={report} />,
          },
          {
            name: vendorReview.controls,
            value: controls.length === 0 ? vendorReview.noControls : <Controls view={view} report={report} />,
          },
          { name: vendorReview.checked, value: checkedInWords(view, report) },
          {
            name: vendorReview.evidence,
            value: <a href={link(view, `/platforms/${platform.id}/evidence`)}>{vendorReview.link}</a>,
          },
        ]}
      />
    </Section>
  );
};

/** The report: an overview, and each service. */
export const Reports = ({
  view,
  reports,
  chosen: { ids, unknown },
}: {
  view: View;
  reports: readonly Report[];
  chosen: Chosen;
}) => {
  const { vendorReview, checklist } = view.words;
  const { who, language } = view;
  const asked = { ids, plan: who.plan };
  return (
    <>
      <div class="answer">
        <h1>{vendorReview.title}</h1>
        <p class="lead">{vendorReview.for(personInWords(view), language.date(who.asOf))}</p>
        <p class="tools">
          <a
            class="button"
            href={plainLink(pathOf(view, "/vendor-review.csv"), { ...audienceParams(view), ...asked })}
          >
            {vendorReview.csv}
          </a>
          <button type="button" id="print" data-script hidden>
            {vendorReview.print}
          </button>
          <a href={link(view, "/vendor-review", { ...asked, edit: "true" })}>{vendorReview.change}</a>
          <a href={link(view, "/checklist", { ids, plan: null })}>{vendorReview.checklist}</a>
        </p>
        <p class="hint">{vendorReview.note}</p>
      </div>
      <Overview view={view} reports={reports} />
      {reports.map((report) => (
        <Service view={view} report={report} />
      ))}
      {unknown.length === 0 ? null : (
        <Section id="not-known" title={vendorReview.unknown} lead={checklist.notInDataLead}>
          <ul class="plain">
            {unknown.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
