import { audienceParams } from "../../api/http/audience.ts";
import { PROBLEMS, type ProblemName, unknownName } from "../../api/http/problem.ts";
import { Page } from "../components/page.tsx";
import { RecordText } from "../components/record-text.tsx";
import { Rows } from "../components/rows.tsx";
import { Section } from "../components/section-head.tsx";
import { Wide } from "../components/wide.tsx";
import { page } from "../http/page.ts";
import { link, plainLink, type View } from "../view.ts";

const NAMES = Object.keys(PROBLEMS) as ProblemName[];

const ProblemsPage = ({ view }: { view: View }) => {
  const { problemPages, problems } = view.words;
  return (
    <Page view={view} title={problemPages.title} description={problemPages.lead} json="/v1/problems">
      <div class="answer">
        <h1>{problemPages.title}</h1>
        <p class="lead">{problemPages.lead}</p>
      </div>
      <Section id="problems" title={problemPages.all}>
        <Wide label={view.words.sides.table}>
          <table>
            <caption class="hidden">{problemPages.all}</caption>
            <thead>
              <tr>
                <th scope="col">{problemPages.error}</th>
                <th scope="col">{problemPages.status}</th>
                <th scope="col">{problemPages.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {NAMES.map((name) => (
                <tr>
                  <th scope="row">
                    <a href={link(view, `/problems/${name}`)}>
                      <code>{name}</code>
                    </a>
                  </th>
                  <td>{PROBLEMS[name].status}</td>
                  <td>{problems.known[name].title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </Section>
    </Page>
  );
};

const ProblemPage = ({ view, name }: { view: View; name: ProblemName }) => {
  const { problemPages, problems } = view.words;
  const { title, help } = problems.known[name];
  const { status, title: inApi, remedy } = PROBLEMS[name];
  return (
    <Page view={view} title={title} description={help} json={plainLink(`/v1/problems/${name}`)}>
      <div class="answer">
        <h1>{title}</h1>
        <p class="lead">{help}</p>
      </div>
      <Section id="problem" title={problemPages.error}>
        <Rows
          rows={[
            { name: problemPages.status, value: status },
            { name: problemPages.type, value: <code>{`/problems/${name}`}</code> },
            { name: problemPages.inApi, value: <RecordText view={view}>{inApi}</RecordText> },
            { name: problemPages.remedy, value: <RecordText view={view}>{remedy}</RecordText> },
          ]}
        />
        <p>
          <a href={link(view, "/problems")}>{problemPages.all}</a> ·{" "}
          <a href={plainLink("/docs")}>{view.words.developers.reference}</a>
        </p>
      </Section>
    </Page>
  );
};

/** /problems: the errors of the API. */
export const problemsPage = page({
  path: "/problems",
  query: audienceParams,
  render: async ({ view }) => <ProblemsPage view={view} />,
});

/** The error of a path. @throws {Problem} `unknown-path`, with the nearest */
function nameOf(written: string): ProblemName {
  const name = NAMES.find((known) => known === written);
  if (name !== undefined) return name;
  const detail = `There is no problem ${JSON.stringify(written.slice(0, 100))}.`;
  throw unknownName("unknown-path", "name", detail, written, NAMES);
}

/** /problems/{name}: what an error means and how to resolve it. */
export const oneProblemPage = page({
  path: "/problems/:id",
  query: audienceParams,
  render: async ({ view, id }) => <ProblemPage view={view} name={nameOf(id)} />,
});
